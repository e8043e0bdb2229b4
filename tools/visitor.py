"""A visitor without a browser: talks to the running app over its WebSocket, as a page does."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect
from websockets.typing import Origin, Subprotocol

if TYPE_CHECKING:
    from collections.abc import Iterator

    from websockets.sync.client import ClientConnection

PATIENCE: Final = 30.0  # seconds


class Visitor:
    """One open page.

    Args:
        connection: Its WebSocket.
    """

    def __init__(self, connection: ClientConnection) -> None:
        self.connection = connection
        self.session = ""

    def run(self, query: str = "lang=nb", *, page: str = "") -> list[ForwardMsg]:
        """Has a page drawn, and waits until it is.

        Args:
            query: The address's query.
            page: The page's name in the address; the first page where it is empty.

        Returns:
            All that the app sent.
        """
        self.send(BackMsg(rerun_script=ClientState(query_string=query, page_name=page)))
        messages = []
        while True:
            message = ForwardMsg.FromString(self.connection.recv(timeout=PATIENCE, decode=False))
            messages.append(message)
            kind = message.WhichOneof("type")
            if kind == "new_session":
                self.session = message.new_session.initialize.session_id
            if kind == "script_finished":
                return messages

    def send(self, message: BackMsg) -> None:
        """Says something to the app."""
        self.connection.send(message.SerializeToString())


@contextmanager
def visitor(address: str) -> Iterator[Visitor]:
    """Opens a page.

    Args:
        address: The address of the app.

    Yields:
        The visitor, who has not asked for anything yet.
    """
    own = urlsplit(address).netloc
    where = f"ws://{own}/_stcore/stream"
    origin, protocols = Origin(f"http://{own}"), [Subprotocol("streamlit")]
    with connect(where, origin=origin, subprotocols=protocols, max_size=None) as connection:
        yield Visitor(connection)
