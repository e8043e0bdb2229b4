"""What if: answers tried beside the real ones, and what they do at once."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest

from i18n import LANGUAGES, Language, Translator
from report.scorecard import build_scorecard
from scoring import Assessment, Model
from scoring.plan import PlannedMeasure
from ui import resources

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.app.conftest import Person

NB = Translator("nb")
EXAMPLE = "Modelleid servicetorg"


def example() -> Assessment:
    return next(one for one in resources.examples() if one.office == EXAMPLE)


def own(person: Person, **changes: object) -> Person:
    """An own office with the answers of an example."""
    office = dataclasses.replace(example(), office="Åsnes servicetorg", **changes)  # type: ignore[arg-type]
    person.at.session_state["assessment"] = office
    return person.open("try_out", lang="nb")


def total(answers: Mapping[str, str]) -> float:
    card = build_scorecard(Assessment("o", answers), model=resources.model(), nation=resources.nation())
    assert card.total.score is not None
    return card.total.score


def open_answers(person: Person, part: str) -> Person:
    person.at.session_state[f"trial.tab#{person.at.session_state['place']}.0.nb"] = NB("try_out.tab_answers")
    return person.run().choose("trial.part", part)


def tried(person: Person, code: str) -> str:
    """The name of the widget of a question in the sandbox."""
    return f"trial.{person.at.session_state['place']}..{code}"


def metric(person: Person) -> str:
    return str(person.at.metric[0].value)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_opens_empty_with_an_own_office_and_with_an_example(
    person: Person, language: Language
) -> None:
    t = Translator(language)
    person.open("try_out", lang=language)
    assert t("try_out.empty") in person.texts
    own(person)
    person.open("try_out", lang=language)
    assert person.at.title[0].value == t("try_out.title")
    assert "Åsnes servicetorg" in person.texts
    person.open("try_out", lang=language, example=EXAMPLE)
    assert t("try_out.example") in person.texts


def test_an_empty_page_leads_to_the_form_and_to_an_example(person: Person) -> None:
    person.open("try_out", lang="nb").press("try_out_example")
    assert person.at.query_params["example"] == resources.examples()[0].office
    person.at.query_params.clear()
    other = person.open("try_out", lang="nb")
    other.press("try_own")
    assert person.at.title[0].value == NB("assess.title")


def test_a_measure_is_put_in_place_with_one_click_and_gives_what_it_promises(
    person: Person, model: Model
) -> None:
    own(person)
    before = total(example().answers)
    gain = next(
        one.gain
        for one in build_scorecard(example(), model=model, nation=resources.nation()).measures
        if one.code == "case_responsibility"
    )
    assert metric(person) == NB.number(before)
    person.press("try_case_responsibility")
    assert metric(person) == f"{NB.number(before)} → {NB.number(before + gain)}"
    assert f"+{NB.number(gain, 1)} poeng" in person.texts
    assert "Uten endringene" in person.texts
    assert person.held.answers == example().answers


def test_what_a_measure_changes_is_told_in_words_before_and_after(person: Person) -> None:
    own(person)
    line = "Får hver bruker én fast person å forholde seg til helt til saken er avgjort? Nei\u00a0→ **Ja**"
    assert line in person.texts
    person.press("try_case_responsibility")
    assert NB.plural("try_out.changes", 2) in person.texts
    assert line in person.texts


def test_a_measure_in_place_leaves_the_ranking_and_comes_back_when_undone(person: Person) -> None:
    own(person)
    buttons = {one.key for one in person.at.button}
    person.press("try_case_responsibility")
    assert "try_case_responsibility" not in {one.key for one in person.at.button}
    person.press("undo_measure_case_responsibility")
    assert {one.key for one in person.at.button} == buttons
    assert NB("try_out.nothing_yet") in person.texts


def test_numbers_that_stand_in_say_so(person: Person) -> None:
    own(person).press("try_gains_and_costs")
    assert "50\u00a0000 kr (et tall som eksempel)" in person.texts
    assert NB("try_out.stand_in_note") in person.texts


def test_a_single_answer_is_tried_with_the_same_widgets(person: Person) -> None:
    own(person)
    open_answers(person, "contact")
    person.choose(tried(person, "contact_person"), "yes")
    answers = {**example().answers, "contact_person": "yes"}
    assert metric(person).endswith(f"→ {NB.number(total(answers))}")
    assert NB("try_out.real_answer", answer="Nei") in person.texts
    assert person.held.answers["contact_person"] == "no"
    person.press("undo_contact_person")
    assert person.widget(tried(person, "contact_person")).value == "no"
    assert metric(person) == NB.number(total(example().answers))


def test_an_answer_can_be_tried_away(person: Person) -> None:
    own(person)
    open_answers(person, "contact")
    person.choose(tried(person, "contact_person"), None)
    assert "Nei\u00a0→ **Ikke besvart**" in person.texts
    assert person.held.answers["contact_person"] == "no"


def test_numbers_and_the_ladder_can_be_tried_too(person: Person) -> None:
    own(person)
    open_answers(person, "economy").write(tried(person, "running_cost"), "1 250 000")
    assert "1\u00a0250\u00a0000 kr" in person.texts
    open_answers(person, "ladder").choose(tried(person, "ladder.tax"), "6")
    assert NB.plural("try_out.fields_changed", 1) in person.texts
    assert person.held.answers == example().answers


def test_a_measure_is_no_longer_whole_when_one_of_its_answers_is_changed(person: Person) -> None:
    own(person).press("try_case_responsibility")
    open_answers(person, "contact").choose(tried(person, "contact_person"), "partly")
    keys = {one.key for one in person.at.button}
    assert "undo_measure_case_responsibility" not in keys
    assert {"undo_contact_person", "undo_joint_follow_up"} <= keys


def test_undoing_one_measure_leaves_what_another_needs(person: Person) -> None:
    own(person).press("try_register_enquiries").press("try_register_handling")
    person.press("undo_measure_register_enquiries")
    answers = dict(person.at.session_state["memory.trials"][f"{person.at.session_state['place']}."][0])
    assert answers
    assert all("weekly" not in column for column in answers)


def test_everything_is_undone_at_once(person: Person) -> None:
    own(person).press("try_case_responsibility").press("try_gains_and_costs").press("try_reset")
    assert metric(person) == NB.number(total(example().answers))


def test_the_sandbox_stays_across_pages_and_each_office_has_its_own(person: Person) -> None:
    own(person).press("try_case_responsibility")
    person.open("method", lang="nb").open("try_out", lang="nb")
    assert "→" in metric(person)
    person.open("try_out", lang="nb", example=EXAMPLE)
    assert "→" not in metric(person)
    assert NB("try_out.keep_example") not in person.texts
    person.press("try_written_agreements")
    assert NB("try_out.keep_example") in person.texts
    assert "try_keep" not in {one.key for one in person.at.button}
    person.press("try_own")
    assert "undo_measure_case_responsibility" in {one.key for one in person.at.button}


def test_an_answer_that_has_become_real_is_no_longer_a_change(person: Person) -> None:
    own(person).press("try_written_agreements")
    person.open("assess", lang="nb", section="specialists").choose("written_agreements", "yes")
    person.open("try_out", lang="nb")
    assert NB("try_out.nothing_yet") in person.texts


def test_what_is_tried_becomes_a_plan(person: Person) -> None:
    own(person, plan=(PlannedMeasure("relief", "small", "Kari"),)).press("try_case_responsibility")
    open_answers(person, "competence").choose(tried(person, "specialist_systems_training"), "yes")
    person.choose(tried(person, "continuous_training"), "partly")
    open_answers(person, "enquiries").choose(tried(person, "enquiries_registered"), "yes")
    person.press("try_keep")
    assert person.at.title[0].value == NB("plan.title")
    assert [one.code for one in person.held.plan] == [
        "relief",
        "case_responsibility",
        "specialist_systems_training",
        "indicator.enquiries_registered",
    ]
    assert person.held.plan[0].responsible == "Kari"
    assert person.held.answers == example().answers


def test_half_a_step_is_no_measure(person: Person) -> None:
    own(person)
    open_answers(person, "competence").choose(tried(person, "specialist_systems_training"), "partly")
    assert NB("try_out.keep_nothing") in person.texts
    assert "try_keep" not in {one.key for one in person.at.button}


def test_an_office_without_a_total_sees_its_criteria_move(person: Person) -> None:
    person.at.session_state["assessment"] = Assessment("", {"contact_person": "no"})
    person.open("try_out", lang="nb")
    assert metric(person) == NB("scorecard.not_rated")
    assert "på kriterium 4" in person.texts
    person.press("try_case_responsibility")
    assert metric(person) == NB("scorecard.not_rated")
    table = next(one.proto.body for one in person.at.get("html") if "<table" in one.proto.body)
    assert "+100,0" in table


def test_the_table_tells_all_without_the_bars(person: Person) -> None:
    own(person).press("try_case_responsibility")
    table = next(one.proto.body for one in person.at.get("html") if "<table" in one.proto.body)
    assert table.count('<th scope="row"') == 11
    assert table.count('aria-hidden="true"') == 11
    assert "● 100" in table.replace("\u00a0", " ")
