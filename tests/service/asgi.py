"""A request without a server: what a middleware makes of it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

HOME = {"host": "127.0.0.1:8501"}


@dataclass
class Inside:
    """Stands for Streamlit: says that it was reached, and keeps what came."""

    came: list[Scope] = field(default_factory=list)
    read: list[Message] = field(default_factory=list)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.came.append(scope)
        if scope["type"] == "websocket":
            self.read.append(await receive())
            return
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"inside"})


@dataclass
class Answer:
    """What came out."""

    status: int
    headers: dict[str, str]
    body: str


def request(
    path: str,
    *,
    headers: dict[str, str] | None = None,
    query: str = "",
    client: str = "192.0.2.1",
    method: str = "GET",
) -> Scope:
    """A request for a page or a file."""
    return {
        "type": "http",
        "method": method,
        "path": path,
        "query_string": query.encode(),
        "headers": [(name.encode(), text.encode()) for name, text in (headers or HOME).items()],
        "client": (client, 50000),
    }


def stream(*, headers: dict[str, str] | None = None, client: str = "192.0.2.1") -> Scope:
    """The opening of a page's WebSocket."""
    scope = request("/_stcore/stream", headers=headers, client=client)
    return {**scope, "type": "websocket", "extensions": {"websocket.http.response": {}}}


def ask(app: ASGIApp, scope: Scope, *messages: dict[str, Any]) -> Answer:
    """Sends a request through, and what its sender says next; the status is 101 where nothing was refused."""
    sent: list[Message] = []
    waiting = list(messages)

    async def receive() -> Message:
        return waiting.pop(0) if waiting else {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        sent.append(message)

    asyncio.run(app(scope, receive, send))  # type: ignore[arg-type]
    return _answer(sent)


def _answer(sent: list[Message]) -> Answer:
    start = next((one for one in sent if one["type"].endswith("response.start")), None)
    if start is None:
        closed = next((one for one in sent if one["type"] == "websocket.close"), None)
        return Answer(closed["code"] if closed else 101, {}, "")
    headers = {name.decode().lower(): text.decode() for name, text in start["headers"]}
    body = b"".join(one.get("body", b"") for one in sent if one["type"].endswith("response.body"))
    return Answer(start["status"], headers, body.decode())
