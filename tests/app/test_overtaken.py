"""Two clicks close together: what the first one said is not lost."""

from __future__ import annotations

from streamlit.proto.WidgetStates_pb2 import WidgetStates
from streamlit.runtime.scriptrunner_utils.script_requests import RerunData, ScriptRequests
from streamlit.runtime.state.safe_session_state import SafeSessionState
from streamlit.runtime.state.session_state import SessionState

from ui.overtaken import keep_overtaken


def said(**texts: str) -> WidgetStates:
    states = WidgetStates()
    for name, text in texts.items():
        states.widgets.add(id=name, string_value=text)
    return states


def waiting(*requests: RerunData) -> dict[str, str]:
    """What the running script finds when it looks for requests the next time."""
    keep_overtaken()
    queue = ScriptRequests()
    for one in requests:
        queue.request_rerun(one)
    found = queue.on_scriptrunner_yield()
    assert found is not None
    states = found.rerun_data.widget_states
    assert states is not None
    return {one.id: one.string_value for one in states.widgets}


def test_an_answer_that_waits_is_kept_when_the_page_is_left() -> None:
    answered = RerunData(page_script_hash="form", widget_states=said(answer="yes", language="nb"))
    left = RerunData(page_script_hash="method", widget_states=said(language="nb"))
    assert waiting(answered, left) == {"answer": "yes", "language": "nb"}


def test_the_newer_answer_wins() -> None:
    first, second = (RerunData(widget_states=said(answer=word)) for word in ("yes", "no"))
    assert waiting(first, second) == {"answer": "no"}


def test_a_callback_is_not_broken_off_by_the_next_click() -> None:
    keep_overtaken()
    looks: list[str] = []
    session = SafeSessionState(SessionState(), lambda: looks.append("newer request?"))
    session["answer"] = "yes"
    assert looks == ["newer request?"]
    session.on_script_will_rerun(said(answer="no"))
    assert looks == ["newer request?"]
    assert session["answer"] == "yes"
    assert len(looks) == 2
