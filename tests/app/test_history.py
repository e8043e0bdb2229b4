"""The history of an office: its assessments by year, begun, named, locked, deleted and got back."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from i18n import LANGUAGES, Language, Translator
from scoring.change import results
from storage import LOCAL, Change, Outline, answers, assessments, offices
from tools.history_steps import fill
from ui import resources

if TYPE_CHECKING:
    from scoring.change import Result
    from storage import AssessmentInfo
    from tests.app.conftest import Person

T = Translator("nb")


@pytest.fixture
def filled(empty_store: None) -> list[AssessmentInfo]:  # noqa: ARG001 - it is emptied first
    """Three assessments of one office, newest first."""
    return of(fill(resources.store()))


def of(office_id: str) -> list[AssessmentInfo]:
    return assessments.of_office(resources.store(), LOCAL, office_id=office_id)


def rated(infos: list[AssessmentInfo]) -> list[Result]:
    """What the current model makes of each."""
    ids = [one.id for one in infos]
    loaded = assessments.load_many(resources.store(), LOCAL, assessment_ids=ids)
    return results([one.assessment for one in loaded], model=resources.model())


def shown(person: Person, info: AssessmentInfo, language: Language = "nb") -> Person:
    return person.open("history", lang=language, a=info.id)


def keys(person: Person) -> list[str]:
    return [str(one.key).split("#")[0] for one in person.at.button]


@pytest.mark.usefixtures("empty_store")
@pytest.mark.parametrize("language", LANGUAGES)
def test_opens_empty_in_every_language(person: Person, language: Language) -> None:
    person.open("history", lang=language)
    t = Translator(language)
    assert person.at.title[0].value == t("history.title")
    assert t("history.empty") in person.texts
    person.press("history_assess")
    assert person.at.title[0].value == t("assess.title")


@pytest.mark.parametrize("language", LANGUAGES)
def test_opens_filled_in_every_language(
    person: Person, language: Language, filled: list[AssessmentInfo]
) -> None:
    shown(person, filled[0], language)
    t = Translator(language)
    assert [one.value for one in person.at.header] == [
        *("2026", "2025", "2024"),
        t("history.trend"),
        t("history.change"),
        t("history.own_data"),
    ]
    for one in rated(filled):
        assert t("strip.score", score=t.number(one.total.score or -1)) in person.texts
    assert t("history.answered", answered="72", asked="72") in person.texts
    assert t("history.locked") in person.texts


def test_the_metrics_are_the_parts_of_the_change(person: Person, filled: list[AssessmentInfo]) -> None:
    shown(person, filled[0])
    answers_part, model_part, figures_part = (one.value for one in person.at.metric)
    assert (model_part, figures_part) == ("0,0", "0,0")
    assert f"({answers_part} poeng)" in person.texts
    assert "Landstallene er de samme" in person.texts
    person.widget("history_from").set_value(filled[0].id)
    person.run()
    assert T("history.change_same") in person.texts
    person.widget("history_from").set_value(filled[2].id)
    person.run()
    assert "→" in person.texts


def test_a_criterion_has_its_trend(person: Person, filled: list[AssessmentInfo]) -> None:
    shown(person, filled[0]).choose("history_trend_of", "competence")
    assert len(person.at.get("arrow_vega_lite_chart") or person.at.get("vega_lite_chart")) == 1


def test_one_is_opened(person: Person, filled: list[AssessmentInfo]) -> None:
    shown(person, filled[0]).press(f"history_open_{filled[1].id}")
    assert person.at.session_state["place"] == filled[1].id
    assert person.at.title[0].value == T("assess.title")


def test_a_new_one_begins_with_the_last_answers(person: Person, filled: list[AssessmentInfo]) -> None:
    shown(person, filled[0]).press("history_begin_copy")
    new = person.at.session_state["place"]
    held = assessments.load(resources.store(), LOCAL, assessment_id=new)
    old = assessments.load(resources.store(), LOCAL, assessment_id=filled[0].id)
    assert held.info.copied_from == filled[0].id
    assert held.assessment.answers == old.assessment.answers == person.held.answers
    assert len(of(filled[0].office_id)) == 4


def test_a_new_one_begins_without_answers(person: Person, filled: list[AssessmentInfo]) -> None:
    shown(person, filled[0]).press("history_begin_empty")
    assert person.held.answers == {}
    assert person.held.office == "Liksomnes servicekontor"
    person.open("history", lang="nb", a=person.at.session_state["place"])
    assert T("strip.not_rated") in person.texts
    assert T("history.change_not_rated") in person.texts


def test_it_is_given_a_title_and_a_day(person: Person, filled: list[AssessmentInfo]) -> None:
    shown(person, filled[0]).widget(f"title_{filled[0].id}", ("text_input",)).set_value("Før *flytting*")
    day = next(one for one in person.at.date_input if str(one.key).startswith(f"date_{filled[0].id}"))
    day.set_value(dt.date(2023, 5, 2))
    person.press(f"history_keep_{filled[0].id}")
    info = of(filled[0].office_id)[-1]
    assert (info.title, info.date) == ("Før *flytting*", dt.date(2023, 5, 2))
    assert r"Før \*flytting\*" in person.texts
    assert person.held.date == dt.date(2023, 5, 2)


def test_a_finished_one_is_locked_and_opened_again(person: Person, filled: list[AssessmentInfo]) -> None:
    shown(person, filled[0]).press(f"history_lock_{filled[0].id}")
    assert of(filled[0].office_id)[0].locked_at
    assert f"history_delete_{filled[0].id}" not in keys(person)
    assert f"history_keep_{filled[0].id}" not in keys(person)
    person.press(f"history_lock_{filled[0].id}")
    assert of(filled[0].office_id)[0].locked_at is None


@pytest.mark.parametrize("place", [0, 1])
def test_one_is_deleted_and_got_back(person: Person, filled: list[AssessmentInfo], place: int) -> None:
    """Also the one on the desk: another of the office takes its place."""
    gone = filled[place]
    shown(person, filled[0]).press(f"history_delete_{gone.id}")
    assert [one.id for one in of(gone.office_id)] == [one.id for one in filled if one is not gone]
    assert person.at.session_state["place"] == filled[1 - place if place == 0 else 0].id
    assert T.plural("history.deleted", 1) in [one.label for one in person.at.expander]
    person.press(f"history_back_{gone.id}")
    assert [one.id for one in of(gone.office_id)] == [one.id for one in filled]


def test_the_last_one_can_be_deleted_too(person: Person, filled: list[AssessmentInfo]) -> None:
    for info in filled[1:]:
        assessments.delete(resources.store(), LOCAL, assessment_id=info.id)
    shown(person, filled[0]).press(f"history_delete_{filled[0].id}")
    assert of(filled[0].office_id) == []
    assert "history_begin_empty" in keys(person)
    assert "history_begin_copy" not in keys(person)
    person.press(f"history_back_{filled[0].id}")
    assert len(of(filled[0].office_id)) == 1


def test_what_another_deleted_meanwhile_is_told(person: Person, filled: list[AssessmentInfo]) -> None:
    shown(person, filled[0])
    assessments.delete(resources.store(), LOCAL, assessment_id=filled[1].id)
    person.at.button(f"history_lock_{filled[1].id}").click()
    person.run()
    assert f"history_lock_{filled[1].id}" not in keys(person)


def test_the_shelf_leads_here(person: Person, filled: list[AssessmentInfo]) -> None:
    person.open("start", lang="nb").press(f"shelf_history_{filled[0].office_id}")
    assert person.at.title[0].value == T("history.title")
    assert person.at.session_state["place"] == filled[0].id


def test_an_office_without_assessments_is_reached_from_the_empty_page(
    person: Person, filled: list[AssessmentInfo]
) -> None:
    office_id = offices.create(resources.store(), LOCAL, name="Nes")
    person.open("history", lang="nb").press(f"history_see_{office_id}")
    person.press("history_begin_empty")
    assert len(of(office_id)) == 1
    assert len(of(filled[0].office_id)) == 3


def test_answers_that_fit_no_model_are_not_rated(person: Person, filled: list[AssessmentInfo]) -> None:
    outline = Outline(dt.date(2021, 1, 1), resources.model().version, "x")
    odd = assessments.create(resources.store(), LOCAL, office_id=filled[0].office_id, outline=outline)
    answers.save(resources.store(), LOCAL, assessment_id=odd, changes=[Change("abolished", "yes")])
    shown(person, filled[0])
    assert "svarene passer ikke til modell" in person.texts
    assert f"history_open_{odd}" not in keys(person)
    for one in rated(filled):
        assert T("strip.score", score=T.number(one.total.score or -1)) in person.texts
