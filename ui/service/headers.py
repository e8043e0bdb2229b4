"""Headers that tell the browser what a page of ours never does, so that it stops what tries to."""

from __future__ import annotations

import base64
import hashlib
import re
from typing import TYPE_CHECKING, Final

from starlette.datastructures import MutableHeaders

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

_INLINE: Final = re.compile(r"<script(?![^>]*\bsrc\s*=)[^>]*>(.*?)</script>", re.DOTALL | re.IGNORECASE)
_YEAR: Final = 365 * 24 * 60 * 60

_NEVER: Final = ("camera", "display-capture", "geolocation", "microphone", "midi", "payment", "serial", "usb")

_ALWAYS: Final = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",  # says what frame-ancestors says, to browsers that know only this
    "Referrer-Policy": "same-origin",  # the address holds what a person looks at
    "Permissions-Policy": ", ".join(f"{name}=()" for name in _NEVER),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def inline_hashes(html: str) -> list[str]:
    """The hashes of a page's inline scripts, as a policy names them.

    Computed from the page as installed: another version of Streamlit brings another script.
    """
    digests = [hashlib.sha256(script.encode()).digest() for script in _INLINE.findall(html)]
    return [f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests]


def content_policy(html: str) -> str:
    """What a page may load and run: what comes from this server, and nothing else.

    Streamlit sets styles while it draws, hence unsafe-inline for these; charts and pictures are drawn from
    memory, hence data: and blob:.

    Args:
        html: The page as it is served.
    """
    return "; ".join(
        [
            "default-src 'self'",
            " ".join(["script-src 'self'", *inline_hashes(html)]),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'self'",
        ]
    )


def security_headers(html: str) -> dict[str, str]:
    """The headers of every answer."""
    return {"Content-Security-Policy": content_policy(html), **_ALWAYS}


def https_only() -> dict[str, str]:
    """Never come by plain http again: for a server that people reach by https."""
    return {"Strict-Transport-Security": f"max-age={_YEAR}"}


class SecurityHeaders:
    """Adds headers to every answer.

    Args:
        app: What answers.
        headers: What to add; takes the place of a header of the same name.
    """

    def __init__(self, app: ASGIApp, headers: dict[str, str]) -> None:
        self._app = app
        self._headers = headers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on and adds to its answer."""

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(self._headers)
            await send(message)

        await self._app(scope, receive, with_headers if scope["type"] == "http" else send)
