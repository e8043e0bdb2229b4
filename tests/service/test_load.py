"""The benchmark with many people works, and notices what it is there to notice."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import pytest

from benchmarks.load.__main__ import main
from benchmarks.load.crowd import Crowd, Pace, crowd
from benchmarks.load.people import BarePerson, FormPerson
from benchmarks.load.stored import lost
from storage import LOCAL, Change, Outline, answers, assessments, offices, open_store
from storage.column_types import new_id, now
from tools.app import App

if TYPE_CHECKING:
    from pathlib import Path

HURRY = Pace(arrive=0.1, work=0.5, between=0.2)


def test_the_quick_form_finds_every_answer_stored(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--quick"]) == 0
    told = capsys.readouterr()
    rows = [line.split() for line in told.out.splitlines()[1:]]
    assert [row[:2] for row in rows] == [
        ["bare", "comes"],
        ["tikamp", "comes"],
        ["tikamp", "comes"],
        ["tikamp", "burst"],
    ]
    assert not told.err


@pytest.mark.parametrize(
    ("said", "missing"),
    [
        ([("contact_person", "yes")], 0),
        ([("contact_person", "no")], 1),
        ([("contact_person", "no"), ("contact_person", "yes")], 1),  # the first of the two was never stored
        ([("contact_person", "yes"), ("user_survey", "no")], 1),
    ],
)
def test_an_answer_that_is_not_stored_as_it_was_said_is_found(
    tmp_path: Path, said: list[tuple[str, str]], missing: int
) -> None:
    file, assessment = tmp_path / "tikamp.db", new_id()
    store = open_store(f"sqlite:///{file}")
    office = offices.create(store, LOCAL, name="Moss")
    outline = Outline(now().date(), "2026.1", "2003")
    assessments.create(store, LOCAL, office_id=office, outline=outline, assessment_id=assessment)
    answers.save(store, LOCAL, assessment_id=assessment, changes=[Change("contact_person", "yes", 0)])
    store.close()
    person = FormPerson(cast("Any", SimpleNamespace(query=f"section=contact&a={assessment}")))
    person.said = said
    assert len(lost(file, [person])) == missing


@pytest.mark.parametrize(
    ("script", "told"),
    [
        ("raise RuntimeError", "PageError"),
        (
            "import streamlit as st\nst.radio('', ['yes', 'no'], key='choice')\nst.markdown('yes')",
            "PageError",
        ),
    ],
)
def test_a_page_that_fails_or_shows_another_answer_is_a_fault(tmp_path: Path, script: str, told: str) -> None:
    (tmp_path / "broken.py").write_text(script, encoding="utf-8")
    app = App(tmp_path, script=str(tmp_path / "broken.py"))
    try:
        app.start()
        done: Crowd[BarePerson] = asyncio.run(
            crowd([app.address], BarePerson, people=2, pace=HURRY, at_end=lambda: None)
        )
    finally:
        app.stop()
    assert len(done.faults) == 2
    assert all(one.startswith(told) for one in done.faults)
