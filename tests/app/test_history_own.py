"""All of an office: taken out, read in again, deleted, got back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
import streamlit as st

from i18n import Translator
from scoring import encode, rate
from scoring.assessment import to_table
from storage import LOCAL, NotFound, Unavailable, assessments, audit, export, offices
from tests.app.test_history import filled, of, shown
from tools.history_steps import office_file
from ui import resources

if TYPE_CHECKING:
    from storage import AssessmentInfo
    from tests.app.conftest import Person

__all__ = ["filled"]

T = Translator("nb")


# ------------------------------------------------------------------ everything as a file
def bits(office_id: str) -> list[bytes]:
    """Every number of the rating of every assessment, as it lies in memory."""
    loaded = assessments.load_many(resources.store(), LOCAL, assessment_ids=[one.id for one in of(office_id)])
    model = resources.model()
    ratings = [rate(encode(to_table([one.assessment]), model=model), model=model) for one in loaded]
    return [one.total.to_numpy(float).tobytes() + one.score.to_numpy(float).tobytes() for one in ratings]


def bring(person: Person, data: bytes) -> Person:
    person.at.file_uploader[0].upload("kontor.json", data)
    return person.run().press("history_import")


def test_an_office_goes_out_and_comes_back_with_the_same_rating(
    person: Person, another: Person, filled: list[AssessmentInfo], monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[str] = []
    monkeypatch.setattr(st, "download_button", lambda _label, text, *_args, **_more: taken.append(text))
    office_id = filled[0].office_id
    shown(person, filled[0])
    assert taken == []
    person.press("history_export")
    assert [one.what for one in audit.of_office(resources.store(), LOCAL, office_id=office_id)].count(
        "exported"
    ) == 1
    bring(another.open("history", lang="nb"), taken[0].encode())
    again = next(one.id for one in offices.overview(resources.store(), LOCAL) if one.id != office_id)
    assert bits(again) == bits(office_id)
    assert [(one.title, one.date, one.locked_at) for one in of(again)] == [
        (one.title, one.date, one.locked_at) for one in filled
    ]
    assert another.at.session_state["place"] == of(again)[0].id


@pytest.mark.usefixtures("empty_store")
@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"{}", b"[1", b'{"format": "tikamp-assessment"}'])
def test_another_file_is_told_and_nothing_is_stored(person: Person, data: bytes) -> None:
    bring(person.open("history", lang="nb"), data)
    assert T("history.import_bad") in person.at.error[0].value
    assert offices.overview(resources.store(), LOCAL) == []


@pytest.mark.usefixtures("empty_store")
def test_answers_that_the_form_could_not_show_are_not_taken_in(person: Person) -> None:
    whole: dict[str, Any] = json.loads(office_file())
    whole["assessments"][1]["answers"][0]["text"] = "perhaps"
    bring(person.open("history", lang="nb"), json.dumps(whole).encode())
    assert "assessments" in person.at.error[0].value
    assert offices.overview(resources.store(), LOCAL) == []


# ------------------------------------------------------------------ deleted and got back
def test_an_office_is_deleted_when_that_is_confirmed_and_got_back(
    person: Person, filled: list[AssessmentInfo]
) -> None:
    office_id = filled[0].office_id
    shown(person, filled[0])
    assert person.at.button("history_delete_office_do").disabled
    person.at.checkbox[0].check()
    person.run().press("history_delete_office_do")
    assert offices.overview(resources.store(), LOCAL) == []
    assert person.held.answers == {}
    assert T("history.empty") in person.texts
    person.press(f"history_back_{office_id}")
    assert [one.id for one in of(office_id)] == [one.id for one in filled]
    assert person.at.session_state["place"] == filled[0].id


def test_a_database_that_does_not_answer_is_told(
    person: Person, filled: list[AssessmentInfo], monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_args: object, **_more: object) -> None:
        raise Unavailable("gone")

    shown(person, filled[0])
    with monkeypatch.context() as patch:
        patch.setattr(assessments, "copy", gone)
        patch.setattr(export, "export_office", gone)
        person.press("history_begin_copy")
        assert T("history.trouble.gone") in person.at.error[0].value
        person.press("history_export")
        assert T("history.trouble.gone") in person.at.error[0].value
        patch.setattr(offices, "overview", gone)
        assert T("store.trouble_read") in person.run().at.warning[0].value
    assert "2026" in [one.value for one in person.run().at.header]


def test_an_office_that_is_gone_when_it_is_taken_out_is_told(
    person: Person, filled: list[AssessmentInfo], monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_args: object, **_more: object) -> None:
        raise NotFound

    shown(person, filled[0])
    monkeypatch.setattr(export, "export_office", gone)
    person.press("history_export")
    assert T("history.trouble.not_found") in person.at.error[0].value
