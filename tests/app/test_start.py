"""The start page: what this is, two doors, and what is behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from i18n import LANGUAGES, Language, Translator

if TYPE_CHECKING:
    from tests.app.conftest import Person


@pytest.mark.usefixtures("empty_store")
@pytest.mark.parametrize("language", LANGUAGES)
def test_opens_in_every_language(person: Person, language: Language) -> None:
    person.open("start", lang=language)
    t = Translator(language)
    assert person.at.title[0].value == t("start.title")
    assert [one.value for one in person.at.header] == [
        t("start.own"),
        t("start.example"),
        t("start.get"),
        t("start.criteria"),
    ]


def test_the_first_door_leads_to_the_form(person: Person) -> None:
    person.press("begin")
    assert person.at.title[0].value == "Vurder kontoret"


def test_the_second_door_leads_to_the_example_that_was_chosen(person: Person) -> None:
    names = person.widget("example").options
    person.choose("example", names[3]).press("open_example")
    assert person.at.query_params["example"] == names[3]
    assert person.at.title[0].value == names[3]


def test_the_first_door_says_how_far_a_begun_form_has_come(person: Person) -> None:
    person.open("assess", lang="nb", section="contact").choose("contact_person", "yes").open(
        "start", lang="nb"
    )
    assert "1 av 72 svar er gitt" in person.texts
    assert person.at.button("begin").label == "Fortsett å svare"


def test_an_unknown_language_in_the_address_is_bokmaal(person: Person) -> None:
    person.open("start", lang="xx")
    assert person.at.title[0].value == "Hvor godt er servicekontoret?"


def test_the_switch_changes_the_whole_page_and_the_address(person: Person) -> None:
    person.choose("language", "en")
    assert person.at.title[0].value == "How good is the service office?"
    assert person.at.query_params["lang"] == "en"
