"""Where a person wanted to go before the sign-in: Streamlit itself brings everyone back to the start."""

from __future__ import annotations

from http.cookies import SimpleCookie
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, unquote

from starlette.datastructures import Headers, MutableHeaders

from ui.service.paths import is_page
from ui.service.readiness import CALLBACK

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE: Final = "tikamp_back"
SECONDS: Final = 600
LONGEST: Final = 1000
"""Characters of an address that is kept; a browser keeps about 4,000 for a cookie."""

_SIGN_OUT: Final = "/auth/logout"
_KEEP: Final = f"; Max-Age={SECONDS}; Path=/; HttpOnly; SameSite=Lax"
_DROP: Final = f"{COOKIE}=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax"


class WayBack:
    """Keeps the page that was asked for last in a cookie of this server alone, and leads there.

    A link to an assessment or an invitation would otherwise be lost on the way through the sign-in.

    Args:
        app: What answers.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on; notes a page, and turns what comes back from the sign-in towards it."""

        async def on_the_way(message: Message) -> None:
            if message["type"] == "http.response.start":
                _turn(scope, message)
            await send(message)

        await self._app(scope, receive, on_the_way if scope["type"] == "http" else send)


def _turn(scope: Scope, message: Message) -> None:
    path, headers = scope["path"], MutableHeaders(scope=message)
    if path == CALLBACK:
        wanted = _wanted(Headers(scope=scope))
        if wanted and headers.get("location") == "/":
            headers["location"] = wanted
        headers.append("set-cookie", _DROP)
    elif path == _SIGN_OUT:
        headers.append("set-cookie", _DROP)
    elif is_page(path) and message["status"] == 200:  # noqa: PLR2004 - a page that is there
        address = f"{path}?{scope['query_string'].decode('latin-1')}".removesuffix("?")
        if len(address) <= LONGEST:
            headers.append("set-cookie", f"{COOKIE}={quote(address, safe='')}{_KEEP}")


def _wanted(headers: Headers) -> str:
    """The address in the cookie, if it is one of a page here; a cookie can be written by others."""
    kept = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    address = unquote(kept.value) if kept else ""
    plain = address.isascii() and address.isprintable() and "\\" not in address
    ours = address.startswith("/") and is_page(address.partition("?")[0])
    return address if plain and ours else ""
