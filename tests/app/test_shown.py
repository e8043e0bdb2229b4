"""An office of a file on the scorecard and in what-if: as itself, in this session only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pytest
import streamlit as st

from i18n import LANGUAGES, Language, Translator
from tests.app.compared import T, as_file, bring
from ui import comparing, resources

if TYPE_CHECKING:
    from tests.app.conftest import Person

pytestmark = pytest.mark.usefixtures("empty_store")

OFFICES: Final = resources.examples()[:2]
CODE: Final = comparing.Office(OFFICES[0].office, "file", OFFICES[0]).code


def opened(person: Person, language: Language = "nb") -> Person:
    bring(person, ("a.json", as_file(*OFFICES)))
    return person.open("scorecard", lang=language, file=CODE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_that_it_is_from_a_file_and_what_cannot_be_done_with_it(
    person: Person, language: Language
) -> None:
    t = Translator(language)
    opened(person, language)
    assert person.at.title[0].value == OFFICES[0].office
    assert t("scorecard.file.badge") in person.texts
    assert t("scorecard.file.text") in person.texts
    assert t("scorecard.head.synthetic") not in person.texts
    assert not [one.key for one in person.at.button if ".plan." in (one.key or "")]


def test_its_pdf_is_its_own_and_not_called_an_example(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: dict[str, Any] = {}
    monkeypatch.setattr(st, "download_button", lambda _, make, *__, **how: made.update({how["key"]: make}))
    opened(person)
    pdf = made["scorecard.pdf"]
    (case,) = pdf.args
    assert case.scorecard.assessment.office == OFFICES[0].office
    assert not case.synthetic
    assert pdf().startswith(b"%PDF")


def test_its_answers_can_be_tried_and_the_own_ones_stay(person: Person) -> None:
    person.open("assess", lang="nb", section="contact").choose("contact_person", "no")
    opened(person).open("try_out", lang="nb")
    assert T("try_out.file") in person.texts
    assert OFFICES[0].office in person.texts
    trying = next(one.key for one in person.at.button if (one.key or "").startswith("try_register"))
    person.press(str(trying))
    assert T("try_out.keep_file") in person.texts
    assert person.held.answers == {"contact_person": "no"}
    person.press("try_own")
    assert OFFICES[0].office not in person.texts
    assert "file" not in person.at.query_params


@pytest.mark.parametrize("page", ["plan", "history", "assess", "compare"])
def test_pages_of_the_own_office_show_the_own_office(person: Person, page: str) -> None:
    opened(person).open(page, lang="nb").open("scorecard", lang="nb")
    assert "file" not in person.at.query_params
    assert person.at.title[0].value == T("scorecard.empty.title")


def test_a_file_that_this_session_does_not_hold_is_told_and_the_own_office_shown(
    person: Person, another: Person
) -> None:
    opened(person)
    another.open("scorecard", lang="nb", file=CODE)
    assert T("scorecard.file.lost") in another.texts
    assert OFFICES[0].office not in another.texts
    assert "file" not in another.at.query_params
    assert T("scorecard.file.lost") not in another.run().texts


def test_an_office_without_answers_opens_and_is_not_rated(person: Person) -> None:
    bring(person, ("a.csv", b"office;relief\nA;\nB;yes\n"))
    code = comparing.Office("A", "file", OFFICES[0]).code
    person.open("scorecard", lang="nb", file=code)
    assert person.at.title[0].value == "A"
    assert person.at.metric[0].value == T("scorecard.not_rated")


def test_an_example_takes_its_place_in_the_address_and_back(person: Person) -> None:
    opened(person).open("scorecard", lang="nb", example=OFFICES[1].office)
    assert person.at.title[0].value == OFFICES[1].office
    assert "file" not in person.at.query_params
    person.open("scorecard", lang="nb", file=CODE)
    assert "example" not in person.at.query_params
    assert T("scorecard.file.badge") in person.texts
