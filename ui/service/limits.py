"""How much: pages that an address may open in a minute, and pages that may be open at a time."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING, Final

from ui.service.answers import later, words
from ui.service.buckets import Buckets, address_of
from ui.service.paths import is_page, is_sign_in, is_stream

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

    from ui.service.settings import Settings

_TOO_MANY_REQUESTS: Final = 429
_UNAVAILABLE: Final = 503
_WAIT: Final = 30  # seconds to wait for somebody to close a page


class PageLimit:
    """Lets an address open so many pages a minute.

    Args:
        app: What answers those who stay below.
        settings: How many.
    """

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._mode = settings.mode
        self._pages = Buckets(settings.page_loads)
        self._streams = Buckets(settings.page_loads)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on, or asks to come again later."""
        seconds = self._wait(scope)
        if not seconds:
            await self._app(scope, receive, send)
            return
        whole = math.ceil(seconds)
        text = words("service.too_often", seconds=whole)
        await later(scope, receive, send, text=text, status=_TOO_MANY_REQUESTS, seconds=whole)

    def _wait(self, scope: Scope) -> float:
        if is_stream(scope):
            return self._streams.wait(address_of(scope, self._mode))
        if scope["type"] == "http" and (is_page(scope["path"]) or is_sign_in(scope["path"])):
            return self._pages.wait(address_of(scope, self._mode))
        return 0.0


class SessionLimit:
    """Lets so many pages be open at a time, of one address and in all.

    Each open page is a session, which holds memory as long as its WebSocket is open. A page that could not
    open one would stay blank: it is refused with a word on why.

    Args:
        app: What answers those who stay below.
        settings: How many.
    """

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._settings = settings
        self._mode = settings.mode
        self._open: Counter[str] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on and counts open pages, or asks to come again later."""
        stream = is_stream(scope)
        page = scope["type"] == "http" and is_page(scope["path"])
        if (stream or page) and self._full(address_of(scope, self._mode)):
            status = _TOO_MANY_REQUESTS if stream else _UNAVAILABLE
            await later(scope, receive, send, text=words("service.full"), status=status, seconds=_WAIT)
        elif stream:
            await self._counted(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    async def _counted(self, scope: Scope, receive: Receive, send: Send) -> None:
        address = address_of(scope, self._mode)
        self._open[address] += 1
        try:
            await self._app(scope, receive, send)
        finally:
            self._open[address] -= 1
            if not self._open[address]:
                del self._open[address]

    def _full(self, address: str) -> bool:
        of_one = self._open[address] >= self._settings.sessions_per_address
        return of_one or self._open.total() >= self._settings.sessions
