"""What may come over a page's WebSocket: what a page says, and nothing that only a developer needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from google.protobuf.message import DecodeError
from streamlit.proto.BackMsg_pb2 import BackMsg

from ui.service.paths import is_stream

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

# The WebSocket's own words for why it is closed.
_NOT_UNDERSTOOD: Final = 1002
_WRONG_KIND: Final = 1003
_TOO_BIG: Final = 1009

# Left out, since Streamlit does them for anyone: clear_cache empties what all visitors share,
# load_git_info tells of the source folder, set_run_on_save is for editing, and the operations on
# "skills" write files beside the app.
_SAID: Final = frozenset(
    {"rerun_script", "stop_script", "app_heartbeat", "file_urls_request", "backend_operation_request"}
)
_OPERATIONS: Final = frozenset({"deferred_file", "dataframe_chunk"})


class PageFrames:
    """Closes a WebSocket that sends what no page sends, and passes over what is not for visitors.

    Args:
        app: What reads the frames.
        most: Bytes in a frame.
    """

    def __init__(self, app: ASGIApp, most: int) -> None:
        self._app = app
        self._most = most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on, and of a page's WebSocket what a page says."""
        if not is_stream(scope):
            await self._app(scope, receive, send)
            return

        async def said() -> Message:
            while True:
                message = await receive()
                if message["type"] != "websocket.receive":
                    return message
                read = self._read(message.get("bytes"))
                if isinstance(read, int):
                    await send({"type": "websocket.close", "code": read})
                    return {"type": "websocket.disconnect", "code": read}
                if _for_visitors(read):
                    return message

        await self._app(scope, said, send)

    def _read(self, data: bytes | None) -> BackMsg | int:
        """What a frame says, or the reason to close."""
        if data is None:
            return _WRONG_KIND
        if len(data) > self._most:
            return _TOO_BIG
        try:
            return BackMsg.FromString(data)
        except DecodeError:
            return _NOT_UNDERSTOOD


def _for_visitors(said: BackMsg) -> bool:
    kind = said.WhichOneof("type")
    if kind == "backend_operation_request":
        return said.backend_operation_request.WhichOneof("payload") in _OPERATIONS
    return kind in _SAID
