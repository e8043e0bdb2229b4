"""Only what a page says comes through to Streamlit."""

from __future__ import annotations

from typing import Any

import pytest
from streamlit.proto.BackMsg_pb2 import BackendOperationRequest, BackMsg
from streamlit.proto.ClientState_pb2 import ClientState

from tests.service.asgi import Inside, ask, request, stream
from ui.service.frames import PageFrames

RUN = BackMsg(rerun_script=ClientState(query_string="lang=nb")).SerializeToString()
MOST = 1000


def frame(data: bytes) -> dict[str, Any]:
    return {"type": "websocket.receive", "bytes": data}


def operation(kind: str) -> bytes:
    asked = BackendOperationRequest(request_id="1")
    getattr(asked, kind).SetInParent()
    return BackMsg(backend_operation_request=asked).SerializeToString()


@pytest.mark.parametrize(
    "data",
    [
        RUN,
        BackMsg(stop_script=True).SerializeToString(),
        BackMsg(app_heartbeat=True).SerializeToString(),
        operation("deferred_file"),
        operation("dataframe_chunk"),
    ],
)
def test_what_a_page_says_comes_through(data: bytes) -> None:
    inside = Inside()
    assert ask(PageFrames(inside, MOST), stream(), frame(data)).status == 101
    assert inside.read == [frame(data)]


@pytest.mark.parametrize(
    "data",
    [
        BackMsg(clear_cache=True).SerializeToString(),
        BackMsg(load_git_info=True).SerializeToString(),
        BackMsg(set_run_on_save=True).SerializeToString(),
        BackMsg(debug_shutdown_runtime=True).SerializeToString(),
        BackMsg(debug_disconnect_websocket=True).SerializeToString(),
        operation("install_skills"),
        operation("dismiss_skills_nudge"),
        RUN + BackMsg(clear_cache=True).SerializeToString(),  # the last one counts
        b"",
    ],
)
def test_what_only_a_developer_needs_is_passed_over(data: bytes) -> None:
    inside = Inside()
    assert ask(PageFrames(inside, MOST), stream(), frame(data), frame(RUN)).status == 101
    assert inside.read == [frame(RUN)]


@pytest.mark.parametrize(
    ("message", "code"),
    [
        ({"text": "x"}, 1003),
        ({"text": "x", "bytes": None}, 1003),
        ({"text": ""}, 1003),
        ({"bytes": b"\xff\xff\xff"}, 1002),
        ({"bytes": RUN[:-1]}, 1002),
        ({"bytes": b"x" * (MOST + 1)}, 1009),
    ],
)
def test_what_no_page_sends_closes_the_connection(message: dict[str, Any], code: int) -> None:
    inside = Inside()
    assert ask(PageFrames(inside, MOST), stream(), {"type": "websocket.receive", **message}).status == code
    assert inside.read == [{"type": "websocket.disconnect", "code": code}]


def test_what_is_no_websocket_is_left_alone() -> None:
    assert ask(PageFrames(Inside(), MOST), request("/")).body == "inside"
