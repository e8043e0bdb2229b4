"""A newer click breaks a run off, or runs beside it: what the session holds is stored all the same."""

from __future__ import annotations

from threading import Event, Thread
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from streamlit.runtime.scriptrunner_utils import script_run_context
from streamlit.runtime.state.safe_session_state import SafeSessionState
from streamlit.runtime.state.session_state import SessionState

import storage.answers
from storage import LOCAL, Unavailable, assessments, open_store
from ui import desk, overtaken, own, resources, state, storing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from storage import Change, Saved, Store

LOOKS = 20
"""More than one of these steps takes before it is stored, were it not whole."""


class Newer(BaseException):
    """As Streamlit breaks off a run: no ordinary error."""


class Session:
    """A person's session, as Streamlit keeps it, that is broken off at one look into it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.left: int | None = None
        context = SimpleNamespace(session_state=SafeSessionState(SessionState(), self._look))
        for module in (overtaken, script_run_context):
            monkeypatch.setattr(module, "get_script_run_ctx", lambda **_: context)

    def _look(self) -> None:
        if self.left is not None:
            self.left -= 1
            if self.left < 0:
                self.left = None
                raise Newer


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    opened = open_store(f"sqlite:///{tmp_path / 'tikamp.db'}")
    monkeypatch.setattr(resources, "store", lambda: opened)
    return opened


def answers(text: str) -> None:
    if state.assessment().answers.get("goals", "") != text:
        own.set_answer("goals", text)


def note(text: str) -> None:
    if state.assessment().notes.get("goals", "") != text:
        own.set_note("goals", text)


def name(text: str) -> None:
    if state.assessment().office != text:
        own.set_office(text)


def test_an_older_run_that_still_stores_takes_nothing_away_that_a_newer_one_was_told(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Streamlit begins a newer run beside an older one that does not look up; both have the same session."""
    Session(monkeypatch)
    own.set_answer("method", "no")
    save, begun, go_on = storage.answers.save, Event(), Event()

    def slow(*args: Any, changes: Sequence[Change], **more: Any) -> Saved:  # noqa: ANN401 - as the store's own
        if [one.column for one in changes] != ["goals"]:
            raise Unavailable("locked")
        begun.set()
        go_on.wait(10)
        return save(*args, changes=changes, **more)

    monkeypatch.setattr(storage.answers, "save", slow)
    older = Thread(target=own.set_answer, args=("goals", "yes"))
    older.start()
    assert begun.wait(10)
    newer = Thread(target=own.set_answer, args=("placement", "own_unit"))
    newer.start()
    newer.join(0.5)
    go_on.set()
    for one in (older, newer):
        one.join(10)
    assert desk.desk().trouble == "locked"
    assert desk.desk().waiting == {"placement": "own_unit"}
    monkeypatch.setattr(storage.answers, "save", save)
    assert storing.store_waiting()
    loaded = assessments.load(store, LOCAL, assessment_id=state.place()).assessment
    assert loaded.answers == {"method": "no", "goals": "yes", "placement": "own_unit"}


@pytest.mark.parametrize("take", [answers, note, name])
@pytest.mark.parametrize("begun", [True, False], ids=["begun", "new"])
def test_wherever_a_run_is_broken_off(
    store: Store, monkeypatch: pytest.MonkeyPatch, take: Callable[[str], None], *, begun: bool
) -> None:
    """``take`` compares the widget with the session, as each field of the form does in every run."""
    for look in range(LOOKS):
        session = Session(monkeypatch)
        if begun:
            own.set_answer("method", "no")
        session.left = look
        try:
            take("yes")
        except Newer:
            storing.store_waiting()  # the newer run begins with it
            take("yes")
        session.left = None
        loaded = assessments.load(store, LOCAL, assessment_id=state.place()).assessment
        held = state.assessment()
        assert (loaded.answers, loaded.notes, loaded.office) == (held.answers, held.notes, held.office), look
        assert not desk.desk().waiting
