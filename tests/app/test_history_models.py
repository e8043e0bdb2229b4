"""Assessments that were made with another model: rated by their own, copied to today's."""

from __future__ import annotations

import datetime as dt
import shutil
from typing import TYPE_CHECKING

import pytest

from i18n import LANGUAGES, Language, Translator
from scoring.paths import CRITERIA
from storage import LOCAL, Change, Outline, answers, assessments
from tests.app.test_history import filled, keys, shown
from ui import resources
from ui.markdown import as_written

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from storage import AssessmentInfo
    from tests.app.conftest import Person

__all__ = ["filled"]

T = Translator("nb")
OLD = "2020.1"


@pytest.fixture
def older(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An earlier model is kept, in which relief weighed six times as much."""
    kept = tmp_path / "criteria" / "versions" / OLD
    shutil.copytree(CRITERIA, kept, ignore=shutil.ignore_patterns("schema", "versions"))
    for name, old, new in (
        ("method.yaml", 'version: "2026.1"', f'version: "{OLD}"'),
        ("03_competence.yaml", "weight: 0.5", "weight: 3"),
    ):
        text = (kept / name).read_text(encoding="utf-8")
        assert old in text
        (kept / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    monkeypatch.setattr(resources, "MODELS", tmp_path / "criteria")
    resources.archived_model.cache_clear()
    yield
    resources.archived_model.cache_clear()


def earlier(office_id: str, version: str) -> str:
    """An assessment of 2020 by another model: of competence, only relief is as it should be."""
    items = [one.rule.item for one in resources.model().criteria["competence"].indicators.values()]  # type: ignore[union-attr]
    outline = Outline(dt.date(2020, 1, 1), version, "2020")
    place = assessments.create(resources.store(), LOCAL, office_id=office_id, outline=outline)
    given = dict.fromkeys(items, "no") | {"relief": "yes"}
    changes = [Change(column, text) for column, text in given.items()]
    answers.save(resources.store(), LOCAL, assessment_id=place, changes=changes)
    return place


@pytest.mark.usefixtures("older")
def test_each_is_rated_by_its_own_model(person: Person, filled: list[AssessmentInfo]) -> None:
    """3 of 7.5 by the old model, 0.5 of 5 by the new: 40 becomes 10 before any answer changes."""
    old = earlier(filled[0].office_id, OLD)
    shown(person, filled[0])
    assert f"Modell {as_written(OLD)}." in person.texts
    assert f"history_open_{old}" not in keys(person)
    assert T("history.trend_models") in person.texts
    person.widget("history_from").set_value(old)
    person.run()
    row = person.at.table[-1].value.loc["Kompetanse"]
    assert (row[T("history.table_before")], row[T("history.table_model")]) == ("40,0", "−30,0")
    assert f"både modell {as_written(OLD)} og modell 2026" in person.texts
    assert "Landstallene er nye" in person.texts


@pytest.mark.usefixtures("older")
def test_a_new_model_copies_and_keeps_the_old(person: Person, filled: list[AssessmentInfo]) -> None:
    old = earlier(filled[0].office_id, OLD)
    answers.save(resources.store(), LOCAL, assessment_id=old, changes=[Change("abolished", "yes")])
    assert person.open("history", lang="nb", a=filled[0].id).at.button(f"history_copy_{old}").label == T(
        "history.copy_new_model"
    )
    person.press(f"history_copy_{old}")
    new = person.at.session_state["place"]
    before, after = (assessments.load(resources.store(), LOCAL, assessment_id=one) for one in (old, new))
    assert (before.info.model_version, after.info.model_version) == (OLD, resources.model().version)
    assert before.assessment.answers == {**after.assessment.answers, "abolished": "yes"}
    assert person.held.answers == after.assessment.answers


@pytest.mark.usefixtures("older")
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_link_to_one_of_another_model_says_so_on_every_page(
    person: Person, filled: list[AssessmentInfo], language: Language
) -> None:
    """Neither answered nor rated by the model of today, and nothing of it changes."""
    old = earlier(filled[0].office_id, OLD)
    before = assessments.load(resources.store(), LOCAL, assessment_id=old)
    t = Translator(language)
    versions = {"version": as_written(OLD), "current": as_written(resources.model().version)}
    for page in ("assess", "views", "scorecard", "try_out", "plan"):
        person.open(page, lang=language, a=old, section="competence")
        assert t("store.other_model", **versions) in person.texts
        assert t("store.other_model_rated") in person.texts
        assert person.at.query_params["a"] == old
        assert person.held.answers == {}
        assert not person.at.get("button_group")[1:]  # the first is the choice of language
    assert assessments.load(resources.store(), LOCAL, assessment_id=old) == before


@pytest.mark.usefixtures("older")
def test_one_of_another_model_is_copied_where_a_link_leads_to_it(
    person: Person, filled: list[AssessmentInfo]
) -> None:
    old = earlier(filled[0].office_id, OLD)
    person.open("assess", lang="nb", a=old).press("copy_new_model")
    new = assessments.load(resources.store(), LOCAL, assessment_id=person.at.session_state["place"])
    assert (new.info.copied_from, new.info.model_version) == (old, resources.model().version)
    assert person.held.answers == new.assessment.answers != {}
    assert "laget med modell" not in person.texts
    person.open("assess", lang="nb", a=new.info.id, section="competence").choose("relief", "no")
    assert answers_of(new.info.id)["relief"] == "no"
    assert answers_of(old)["relief"] == "yes"


def answers_of(assessment_id: str) -> Mapping[str, str]:
    return assessments.load(resources.store(), LOCAL, assessment_id=assessment_id).assessment.answers


def test_a_link_to_one_whose_model_is_not_at_hand_promises_no_score(
    person: Person, filled: list[AssessmentInfo]
) -> None:
    lost = earlier(filled[0].office_id, "../../1999")
    person.open("scorecard", lang="nb", a=lost)
    assert as_written("../../1999") in person.texts
    assert T("store.other_model_rated") not in person.texts


def test_without_its_model_there_is_no_score(person: Person, filled: list[AssessmentInfo]) -> None:
    lost = earlier(filled[0].office_id, "../../1999")
    shown(person, filled[0])
    assert "Ingen poengsum: modell" in person.texts
    assert f"history_open_{lost}" not in keys(person)
    assert len(person.at.table[0].value) == 3
