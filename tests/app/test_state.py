"""What a session keeps, and what it never mixes up."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from i18n import LANGUAGES
from scoring import Assessment

if TYPE_CHECKING:
    from tests.app.conftest import Person


def test_an_answer_stays_across_pages_and_sections(person: Person) -> None:
    person.open("assess", lang="nb", section="competence").choose("relief", "partly")
    person.open("method", lang="nb").open("scorecard", lang="nb").open("assess", lang="nb", section="contact")
    person.open("assess", lang="nb", section="competence")
    assert person.widget("relief").value == "partly"
    assert person.held.answers == {"relief": "partly"}


def test_an_answer_stays_across_languages_and_can_be_changed_in_each(person: Person) -> None:
    person.open("assess", lang="nb", section="competence").choose("relief", "yes")
    for language, answer in (("nn", "no"), ("en", "partly"), ("nb", "yes")):
        before = person.held.answers["relief"]
        person.choose("language", language)
        person.run()
        assert person.widget("relief").value == before
        person.choose("relief", answer)
    assert person.held.answers == {"relief": "yes"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_opening_every_section_answers_nothing(person: Person, language: str) -> None:
    for section in ("profile", "ladder", "casework", "competence", "economy", "enquiries", "development"):
        person.open("assess", lang=language, section=section)
    assert person.held.answers == {}
    assert person.held.notes == {}


def test_a_cleared_answer_is_a_blank_and_not_a_no(person: Person) -> None:
    person.open("assess", lang="nb", section="contact").choose("contact_person", "yes").press(
        "clear_contact_person"
    )
    assert person.widget("contact_person").value is None
    assert person.held.answers == {}


def test_the_four_ways_of_giving_no_points_stay_apart(person: Person) -> None:
    person.open("assess", lang="nb", section="economy")
    person.choose("gains", "no").choose("gains_amount.special", "does_not_apply")
    person.choose("setup_cost.special", "do_not_know")
    assert person.held.answers == {
        "gains": "no",
        "gains_amount": "does_not_apply",
        "setup_cost": "do_not_know",
    }
    assert "running_cost" not in person.held.answers


def test_an_example_in_the_address_leaves_the_own_answers_alone(person: Person) -> None:
    person.open("assess", lang="nb", section="contact").choose("contact_person", "yes").open(
        "start", lang="nb"
    )
    person.press("open_example")
    example = person.at.query_params["example"]
    assert person.at.title[0].value == example
    assert person.held.answers == {"contact_person": "yes"}


def test_going_back_to_the_form_ends_the_example(person: Person) -> None:
    person.press("open_example").open("assess", lang="nb").open("scorecard", lang="nb")
    assert "example" not in person.at.query_params


def test_a_changed_answer_is_of_today(person: Person) -> None:
    person.at.session_state["assessment"] = Assessment("Nordvik", {"gains": "no"}, date=dt.date(2020, 1, 2))
    person.open("assess", lang="nb", section="contact")
    assert person.held.date == dt.date(2020, 1, 2)
    person.choose("contact_person", "yes")
    assert person.held.date > dt.date(2020, 1, 2)
    assert person.held.answers == {"gains": "no", "contact_person": "yes"}
