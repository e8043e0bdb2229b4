"""The short form: the ten answers first, with the interval narrowing down the page."""

from __future__ import annotations

import dataclasses
import itertools
from typing import TYPE_CHECKING

import pytest

from i18n import LANGUAGES, Language, Translator
from scoring import Assessment, Model, encode, rate
from scoring.assessment import to_table
from scoring.short_form import ShortAnswer
from ui import form, resources
from ui.components.score_strip import standings
from ui.components.short_form import down_to

if TYPE_CHECKING:
    from tests.app.conftest import Person

TEN = [one.column for one in resources.short_form()]


def all_ten(**more: str) -> Assessment:
    return Assessment("Nordvik", {**dict.fromkeys(TEN, "no"), **more})


def test_the_start_page_leads_to_the_short_form_first(person: Person) -> None:
    assert person.at.button("begin_short").label == "Begynn med kortversjonen"
    person.press("begin_short")
    assert person.at.title[0].value == "Kortversjonen"
    assert person.at.query_params["section"] == form.SHORT


def test_the_overview_leads_to_it_and_says_how_far_it_has_come(person: Person) -> None:
    person.open("assess", lang="nb", section="short").choose("contact_person", "yes").press("all_parts")
    assert "1 av 10" in person.texts
    person.press("open_short")
    assert person.at.title[0].value == "Kortversjonen"
    assert person.widget("contact_person").value == "yes"


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_asks_the_ten_questions_in_their_order(person: Person, model: Model, language: Language) -> None:
    t = Translator(language)
    person.open("assess", lang=language, section="short")
    asked = [t.pick(model.items[column].text) for column in TEN]
    shown = [one.value.strip("*") for one in person.at.markdown if one.value.strip("*") in asked]
    assert shown == asked


def test_its_answers_are_the_answers_of_the_form(person: Person) -> None:
    person.open("assess", lang="nb", section="short").choose("contact_person", "no")
    person.open("assess", lang="nb", section="contact")
    assert person.widget("contact_person").value == "no"
    person.choose("contact_person", "partly").open("assess", lang="nb", section="short")
    assert person.widget("contact_person").value == "partly"


def test_each_answer_says_where_the_score_can_end(person: Person) -> None:
    person.open("assess", lang="nb", section="short")
    assert "Poengsummen kan ende mellom" not in person.texts
    assert "Svar på 10 spørsmål til, så står resultatet her." in person.texts
    person.choose("contact_person", "no")
    assert "Poengsummen kan ende mellom 0 og 93." in person.texts
    assert "Svar på 9 spørsmål til, så står resultatet her." in person.texts


@pytest.mark.parametrize("language", LANGUAGES)
def test_ten_answers_give_a_first_result_that_says_what_it_is_and_what_comes_next(
    person: Person, language: Language
) -> None:
    t = Translator(language)
    person.at.session_state["assessment"] = all_ten(contact_person="yes")
    person.open("assess", lang=language, section="short")
    assert f"**{t('strip.score', score=t.number(17))}**" in person.texts
    assert t("short.first", rated="6", criteria="10", low=t.number(7), high=t.number(69)) in person.texts
    assert t("short.next") in person.texts
    assert len(person.at.main.get("download_button")) == 1
    person.write("office", "Åsnes servicetorg").press("short_result")
    assert person.at.title[0].value == "Åsnes servicetorg"
    person.press("scorecard.go_on")
    assert person.at.title[0].value == t("assess.title")


def test_ten_answers_that_rate_too_few_criteria_say_what_is_missing(person: Person) -> None:
    agencies = {"agency_meetings": "does_not_apply", "agency_dialogue": "does_not_apply"}
    person.at.session_state["assessment"] = all_ten(**agencies)
    person.open("assess", lang="nb", section="short")
    assert "bare 5 kriterier har nok svar. Det trengs 6 for en samlet poengsum." in person.texts
    assert len(person.at.main.get("download_button")) == 0


def test_the_trail_only_narrows_and_ends_at_the_whole(model: Model) -> None:
    office = next(one for one in resources.examples() if all(one.answers.get(column) for column in TEN))
    steps = standings(down_to(office, TEN), model=model)
    widths = [one.high - one.low for one in steps]
    assert all(later <= earlier + 1e-9 for earlier, later in itertools.pairwise(widths))
    assert steps[-1] == standings([office], model=model)[0]


def test_a_finished_short_form_goes_on_with_the_rest(person: Person, model: Model) -> None:
    person.at.session_state["assessment"] = all_ten()
    person.open("assess", lang="nb", section="short")
    assert "10 av 10 er besvart." in person.texts
    person.press("short_go_on")
    assert person.at.query_params["section"] == next(iter(form.sections(model)))
    person.open("start", lang="nb")
    assert "begin_short" not in [one.key for one in person.at.button]


def test_a_finished_form_has_nothing_left_to_narrow(person: Person) -> None:
    office = next(one for one in resources.examples() if one.answers)
    person.at.session_state["assessment"] = office
    person.open("assess", lang="en", section="short")
    assert "This is a **first, uncertain result**" in person.texts or "The score is settled" in person.texts


def test_the_short_form_stands_first_in_the_choice_of_parts(person: Person) -> None:
    person.open("assess", lang="nb", section="contact").choose("section.contact", "short")
    assert person.at.title[0].value == "Kortversjonen"


def test_a_field_of_the_ladder_can_be_one_of_the_ten(
    person: Person, model: Model, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        resources, "short_form", lambda: [ShortAnswer("ladder.tax", 98.0), ShortAnswer("user_survey", 93.0)]
    )
    person.open("assess", lang="nb", section="short").choose("ladder.tax", "4")
    assert person.held.answers == {"ladder.tax": "4"}
    assert "1 av 2 er besvart." in person.texts
    assert model.fields["tax"].title.nb in person.texts
    monkeypatch.undo()
    person.open("assess", lang="nb", section="ladder")
    assert person.widget("ladder.tax").value == "4"


def test_the_table_shows_what_each_answer_leaves(person: Person) -> None:
    person.open("assess", lang="nb", section="short")
    (table,) = person.at.table
    assert list(table.value.iloc[:, 0]) == [
        Translator("nb").number(one.width, 1) for one in resources.short_form()
    ]


def test_rating_several_views_is_rating_each(model: Model) -> None:
    offices = [dataclasses.replace(one, office="same") for one in resources.examples()[:4]]
    assert standings(offices, model=model) == [standings([one], model=model)[0] for one in offices]


def test_the_strip_says_what_the_rating_says(model: Model) -> None:
    whole = resources.examples()[0]
    partly = dataclasses.replace(whole, office="partly", answers=dict(list(whole.answers.items())[:20]))
    total = rate(encode(to_table([whole, partly]), model=model), model=model).total
    for place, now in enumerate(standings([whole, partly], model=model)):
        row = total.iloc[place]
        assert (now.low, now.high, now.coverage, now.rated) == tuple(
            row[["low", "high", "coverage", "rated"]]
        )
        assert now.level == (list(model.method.levels)[int(row["level"])] if row["level"] >= 0 else None)
        assert now.score == (row["score"] if row["level"] >= 0 else None)
