"""`/healthz`: can the app do its work? It asks the database, for a watchman or a load balancer."""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING, Final

import anyio
from anyio import to_thread
from starlette.responses import JSONResponse
from starlette.routing import Route

from ui import resources
from ui.service.paths import HEALTH

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.requests import Request

_LOG: Final = logging.getLogger(__name__)
_PATIENCE: Final = 3.0  # seconds to wait for the database
_FRESH: Final = 1.0  # seconds an answer is good for: however many ask, the database is asked this often


class Health:
    """Asks the database, at most once at a time and once a second.

    Args:
        ping: Returns when the database answers, and raises otherwise.
        patience: Seconds until no answer is taken for no.
        fresh: Seconds an answer is good for.
    """

    def __init__(
        self, ping: Callable[[], None], *, patience: float = _PATIENCE, fresh: float = _FRESH
    ) -> None:
        self._ping = ping
        self._patience = patience
        self._fresh = fresh
        self._known: tuple[bool, float] | None = None
        self._lock: anyio.Lock | None = None
        self._thread: anyio.CapacityLimiter | None = None

    async def well(self) -> bool:
        """Does the database answer?"""
        self._lock = self._lock or anyio.Lock()  # belongs to the loop that runs, which is not there before
        async with self._lock:
            now = time.monotonic()
            if self._known is None or now - self._known[1] > self._fresh:
                self._known = (await self._answers(), time.monotonic())
            return self._known[0]

    async def _answers(self) -> bool:
        # One thread of its own: where a database hangs, no second one hangs beside it.
        self._thread = self._thread or anyio.CapacityLimiter(1)
        try:
            with anyio.fail_after(self._patience):
                await to_thread.run_sync(self._ping, limiter=self._thread, abandon_on_cancel=True)
        except Exception as error:  # noqa: BLE001 - whatever it is, the watchman gets his answer
            _LOG.warning("The database does not answer: %s %s", type(error).__name__, error)
            return False
        return True

    async def answer(self, _request: Request) -> JSONResponse:
        """200 or 503, and nothing that tells a stranger about the inside."""
        well = await self.well()
        return JSONResponse(
            {"status": "ok" if well else "unavailable"},
            status_code=200 if well else 503,
            headers={"Cache-Control": "no-store"},
        )


def ask_store() -> None:
    """Returns when the store answers.

    Raises:
        Unavailable: It does not.
    """
    resources.store().check()


def health_route(ping: Callable[[], None]) -> Route:
    """The route of `/healthz`."""
    return Route(HEALTH, Health(ping).answer, methods=["GET", "HEAD"])
