"""An open page without a browser: it talks to Streamlit as the browser does, and remembers as much."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, Final, cast
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ButtonGroup_pb2 import ButtonGroup
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.Common_pb2 import StringArray
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.Radio_pb2 import Radio
from streamlit.proto.Selectbox_pb2 import Selectbox
from streamlit.proto.TextInput_pb2 import TextInput
from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates
from websockets.asyncio.client import connect
from websockets.typing import Origin, Subprotocol

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from websockets.asyncio.client import ClientConnection

PATIENCE: Final = 60.0
"""Seconds that a page waits for a run before it counts as failed."""


class PageError(Exception):
    """The app did something that no answer should lead to."""


class Page:
    """One open page.

    Args:
        connection: Its WebSocket.
        query: The address's query.
        name: The page's name in the address; empty for the first page.
    """

    def __init__(self, connection: ClientConnection, query: str, name: str) -> None:
        self._connection = connection
        self.query = query
        self._name = name
        self._hash = ""
        self._states: dict[str, WidgetState] = {}
        self._drawing: tuple[dict[str, Any], list[str]] = ({}, [])
        self._drawn, self._trouble = asyncio.Event(), ""
        self.widgets: dict[str, Any] = {}
        """What was drawn last, by the widget's name in the code: protobuf messages."""
        self.texts: list[str] = []
        """The Markdown texts that were drawn last."""

    async def run(self, change: WidgetState | None = None) -> None:
        """Has the page drawn, as a click or the first visit does, and waits until it is.

        Args:
            change: What a widget says from now on.

        Raises:
            PageError: The script failed.
            TimeoutError: No answer in time.
        """
        await self.say(change)
        await self.drawn()

    async def say(self, change: WidgetState | None = None) -> None:
        """The same without waiting, as somebody does who clicks on before the page is drawn."""
        if change is not None:
            self._states[change.id] = change
        state = ClientState(
            query_string=self.query,
            page_script_hash=self._hash,
            page_name="" if self._hash else self._name,
            widget_states=WidgetStates(widgets=self._states.values()),
        )
        self._drawn.clear()
        await self._connection.send(BackMsg(rerun_script=state).SerializeToString())

    async def drawn(self) -> None:
        """Waits until the page is drawn the next time after the last click; see ``run``."""
        async with asyncio.timeout(PATIENCE):
            await self._drawn.wait()
        self._drawn.clear()
        if self._trouble:
            raise PageError(self._trouble)

    async def follow(self) -> None:
        """Takes in what the app sends for as long as the page is open."""
        async for data in self._connection:
            self._take(ForwardMsg.FromString(cast("bytes", data)))

    def _take(self, message: ForwardMsg) -> None:
        match message.WhichOneof("type"):
            case "new_session":
                self._hash = message.new_session.page_script_hash
                self._drawing = ({}, [])
            case "navigation":
                self._hash = message.navigation.page_script_hash
            case "page_info_changed":
                self.query = message.page_info_changed.query_string
            case "delta" if message.delta.WhichOneof("type") == "new_element":
                self._draw(message.delta.new_element)
            case "script_finished" if message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                self._finish(message.script_finished)

    def _draw(self, element: Any) -> None:  # noqa: ANN401 - a protobuf message
        kind = element.WhichOneof("type")
        one, (widgets, texts) = getattr(element, kind), self._drawing
        if kind == "markdown":
            texts.append(one.body)
        elif kind == "exception":
            self._trouble = one.message
        elif getattr(one, "id", ""):
            widgets[one.id.split("-", 2)[2]] = one  # "$$ID-<hash>-<name>"

    def _finish(self, status: int) -> None:
        if status != ForwardMsg.FINISHED_SUCCESSFULLY:
            self._trouble = f"the script ended with status {status}"
        self.widgets, self.texts = self._drawing
        self._states = {
            one.id: state
            for one in self.widgets.values()
            if (state := self._states.get(one.id) or _first_state(one)) is not None
        }
        self._drawn.set()


def _first_state(one: Any) -> WidgetState | None:  # noqa: ANN401 - as above
    """What a widget says before anyone touches it."""
    match one:
        case ButtonGroup():
            chosen = [one.options[place].content for place in one.default]
            return WidgetState(id=one.id, string_array_value=StringArray(data=chosen))
        case TextInput():
            return WidgetState(id=one.id, string_value=one.default)
        case Radio() | Selectbox():
            return WidgetState(id=one.id, string_value=one.options[one.default])
        case _:
            return None


@asynccontextmanager
async def open_page(address: str, query: str, name: str = "") -> AsyncIterator[Page]:
    """Opens a page and has it drawn.

    Args:
        address: The address of the app, without a slash at the end.
        query: See ``Page``.
        name: See ``Page``.
    """
    place = urlsplit(address).netloc
    async with connect(
        f"ws://{place}/_stcore/stream",
        origin=Origin(f"http://{place}"),
        subprotocols=[Subprotocol("streamlit")],
        max_size=None,
        open_timeout=PATIENCE,
        ping_interval=None,
    ) as connection:
        page = Page(connection, query, name)
        reader = asyncio.create_task(page.follow())
        try:
            await page.run()
            yield page
        finally:
            reader.cancel()
