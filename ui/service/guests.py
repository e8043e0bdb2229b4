"""Who may come in: the server answers to its own names, and to pages that came from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse

from ui.service.answers import refuse
from ui.service.paths import is_closed, is_health

if TYPE_CHECKING:
    from collections.abc import Collection

    from starlette.types import ASGIApp, Receive, Scope, Send

LOOPBACK: Final = ("localhost", "127.0.0.1", "::1")
_ONLY_LOOKS: Final = frozenset({"GET", "HEAD", "OPTIONS"})


def host_allowed(host: str | None, names: Collection[str]) -> bool:
    """Is it one of our names? A page elsewhere whose name points here (DNS rebinding) has another.

    Args:
        host: The Host header, with or without a port.
        names: Our names; ``*.example.no`` stands for every name below.
    """
    try:
        name = (urlsplit(f"//{host or ''}").hostname or "").rstrip(".")
    except ValueError:
        return False
    return any(name == own or (own.startswith("*.") and name.endswith(own[1:])) for own in names)


def origin_allowed(origin: str | None, host: str | None, others: Collection[str] = ()) -> bool:
    """Did a page of this server ask? Streamlit believes every page of this computer and asks outside.

    Args:
        origin: The Origin header; a browser always sends it with a WebSocket, a program need not.
        host: The Host header.
        others: Further origins that are as good as ours.
    """
    if origin is None or origin in others:
        return True
    scheme, _, rest = origin.lower().partition("://")
    return scheme in {"http", "https"} and rest == (host or "").lower()


class Guests:
    """Turns away foreign names and foreign pages, and closes doors that nobody needs.

    Args:
        app: What answers those who may come in.
        names: The names that the server answers to.
        others: Origins besides its own.
    """

    def __init__(self, app: ASGIApp, names: Collection[str], others: Collection[str] = ()) -> None:
        self._app = app
        self._names = [name.strip().lower().rstrip(".") for name in names]
        self._others = others

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes on what may come in, and answers the rest."""
        refusal = None if scope["type"] == "lifespan" else self._refusal(scope)
        if refusal is None:
            await self._app(scope, receive, send)
        else:
            await refuse(scope, receive, send, response=refusal)

    def _refusal(self, scope: Scope) -> PlainTextResponse | None:
        headers = Headers(scope=scope)
        host, origin = headers.get("host"), headers.get("origin")
        if is_closed(scope["path"]):
            return PlainTextResponse("Not Found", 404)
        if not is_health(scope["path"]) and not host_allowed(host, self._names):
            return PlainTextResponse("Unknown host: see server.allowedHosts", 400)
        if _changes(scope) and not origin_allowed(origin, host, self._others):
            return PlainTextResponse("Foreign origin", 403)
        return None


def _changes(scope: Scope) -> bool:
    return scope["type"] == "websocket" or scope["method"] not in _ONLY_LOOKS
