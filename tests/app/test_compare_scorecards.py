"""Every office's scorecard made on the page: broken off, gone on with, and only what the person may see."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import streamlit as st

from report.many import scorecard_pdfs
from report.scorecard import build_scorecard
from storage import Change, Outline, answers, assessments, members, offices
from tests.app.compared import T, example, listed, store, with_examples
from tests.app.people import invite, known, signed_in
from tests.app.taken_files import Files, archive, offered
from ui import resources, state
from ui.comparing import Office
from ui.components import compare_taken

if TYPE_CHECKING:
    from tests.app.conftest import Person

pytestmark = pytest.mark.usefixtures("empty_store")


@pytest.fixture
def files(monkeypatch: pytest.MonkeyPatch) -> Files:
    return offered(monkeypatch)


def test_a_run_that_was_broken_off_goes_on_where_it_was(
    person: Person, files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []

    def counted(assessment: Any, **more: Any) -> Any:  # noqa: ANN401 - passed on
        made.append(assessment.office)
        return build_scorecard(assessment, **more)

    monkeypatch.setattr("report.many.build_scorecard", counted)

    def first_three(assessments: Any, **more: Any) -> Any:  # noqa: ANN401 - passed on
        for count, one in enumerate(scorecard_pdfs(assessments, **more)):
            if count == 3:
                st.stop()  # as a click does
            yield one

    monkeypatch.setattr(compare_taken, "scorecard_pdfs", first_three)
    with_examples(person, type="osk").press("taken_make")
    assert "taken_zip" not in files
    held = len(held_by(person))
    assert held == 3
    monkeypatch.setattr(compare_taken, "scorecard_pdfs", scorecard_pdfs)
    begun = len(made)
    person.run()
    names = listed(person)
    assert len(archive(files["taken_zip"]())) == len(names)
    assert len(made) - begun == len(names) - held


def held_by(person: Person) -> dict[Any, bytes]:
    held: dict[Any, bytes] = person.at.session_state["memory.compare.scorecards"]
    return held


def test_what_has_changed_is_made_anew_and_the_rest_is_kept(person: Person, files: Files) -> None:
    store("Moss", example(0))
    store("Bergen", example(3))
    person.open("compare", lang="nb").press("taken_make")
    before = archive(files["taken_zip"]())
    files.clear()
    store("Fjell", example(5))
    person.open("compare", lang="nb")
    assert "taken_zip" not in files
    person.press("taken_make")
    after = archive(files["taken_zip"]())
    assert set(after) == {*before, "fjell.pdf"}
    assert all(after[name] == pdf for name, pdf in before.items())


def test_another_language_makes_other_scorecards(person: Person, files: Files) -> None:
    first, second = resources.examples()[:2]
    codes = ".".join(Office(one.office, "example", one).code for one in (first, second))
    with_examples(person, of=codes).press("taken_make")
    files.clear()
    with_examples(person, "en", of=codes)
    assert "taken_zip" not in files


def test_too_many_are_told_and_not_begun(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compare_taken, "MOST", 39)
    with_examples(person)
    button = person.at.button("taken_make")
    assert button.disabled
    assert button.help == T("taken.too_many", most="39")


def office_of(owner: str, name: str) -> str:
    """An office in a hosted Tikamp, with one assessment; gives the office's id."""
    kept, actor = resources.store(), known(resources.store(), owner)
    office = offices.create(kept, actor, name=name)
    outline = Outline(state.today(), resources.model().version, resources.figures().version)
    made = assessments.create(kept, actor, office_id=office, outline=outline)
    changes = [Change(column, text) for column, text in example(3).items()]
    answers.save(kept, actor, assessment_id=made, changes=changes)
    return office


@pytest.mark.usefixtures("hosted")
def test_who_may_not_see_an_office_any_more_gets_no_file_of_it(files: Files) -> None:
    """Nor does the session hold the scorecard that was made while it was allowed."""
    moss = office_of("owner", "Moss")
    invite(resources.store(), known(resources.store(), "owner"), moss, "Kari", "consultant")
    for name in ("Bergen", "Fjell"):
        office_of("Kari", name)
    person = signed_in("Kari", "compare").press("taken_make")
    assert "moss.pdf" in archive(files["taken_zip"]())
    members.leave(resources.store(), known(resources.store(), "Kari"), office_id=moss)
    files.clear()
    person.run()
    assert set(archive(files["taken_zip"]())) == {"bergen.pdf", "fjell.pdf"}
    assert b"Moss" not in files["taken_comparison"]()
    assert "Moss" not in f"{person.at.session_state!r}"
