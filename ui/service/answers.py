"""Short answers in place of a page or a connection, in plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import PlainTextResponse

from i18n import Translator

if TYPE_CHECKING:
    from starlette.types import Receive, Scope, Send


def words(key: str, **values: int) -> str:
    """A text in Norwegian and English: the person's language is not known yet."""
    return "\n\n".join(Translator(language)(key, **values) for language in ("nb", "en")) + "\n"


async def later(scope: Scope, receive: Receive, send: Send, *, text: str, status: int, seconds: int) -> None:
    """Asks a visitor to come again in a while."""
    headers = {"Retry-After": str(seconds), "Cache-Control": "no-store"}
    await refuse(scope, receive, send, response=PlainTextResponse(text, status_code=status, headers=headers))


async def refuse(scope: Scope, receive: Receive, send: Send, *, response: PlainTextResponse) -> None:
    """Answers a request; a WebSocket is told so before it opens, where the server can do that."""
    if scope["type"] == "http" or "websocket.http.response" in scope.get("extensions", {}):
        await response(scope, receive, send)
    else:
        await send({"type": "websocket.close", "code": 1008})  # Policy Violation
