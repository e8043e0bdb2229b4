"""How often: a bucket of tokens for each address, filled again as time goes by."""

from __future__ import annotations

import ipaddress
import time
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.types import Scope

    from ui.service.settings import Mode

_MINUTE: Final = 60.0
_HOME: Final = 64  # bits of an IPv6 address that one subscriber gets: all of it counts as one
_MOST: Final = 10_000


def address_of(scope: Scope, mode: Mode) -> str:
    """Whom the limits count a visitor as: an IPv4 address, or the network of an IPv6 address.

    In local mode all are one: they come from this computer, whatever they say.
    """
    if mode == "local":
        return mode
    host = str((scope.get("client") or ("unknown", 0))[0])
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host
    if isinstance(address, ipaddress.IPv6Address):
        return str(ipaddress.ip_network((address, _HOME), strict=False))
    return host


class Buckets:
    """Lets each address do something so and so often a minute, and as often at once.

    Args:
        a_minute: How often.
        clock: Seconds that only go forward.
        most: Addresses to remember at a time.
    """

    def __init__(
        self, a_minute: int, *, clock: Callable[[], float] = time.monotonic, most: int = _MOST
    ) -> None:
        self._size = float(a_minute)
        self._clock = clock
        self._most = most
        self._buckets: dict[str, tuple[float, float]] = {}

    def wait(self, address: str) -> float:
        """Takes a token.

        Returns:
            0 where there was one; else the seconds until there is.
        """
        now = self._clock()
        tokens = self._tokens(address, now)
        taken = tokens >= 1
        self._buckets.pop(address, None)  # in again at the end: the first are those not seen for longest
        self._buckets[address] = (tokens - 1 if taken else tokens, now)
        self._forget()
        return 0.0 if taken else (1 - tokens) * _MINUTE / self._size

    def _tokens(self, address: str, now: float) -> float:
        tokens, since = self._buckets.get(address, (self._size, now))
        return min(self._size, tokens + (now - since) * self._size / _MINUTE)

    def _forget(self) -> None:
        while len(self._buckets) > self._most:
            self._buckets.pop(next(iter(self._buckets)))
