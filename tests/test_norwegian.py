"""Bokmål is bokmål and nynorsk is nynorsk: no form of the one in the other (i18n/forms.csv)."""

from __future__ import annotations

import csv
from typing import Final

import pytest

from i18n.catalogue import FOLDER
from tests.all_texts import Text, all_texts

FORMS: Final = FOLDER.parent / "forms.csv"
STRAY: Final = {
    # The report's own words, between quotation marks.
    "personer": {"survey.yaml: items.employer.caution"},
    "brukere": {"survey.yaml: items.contact_person.caution"},
    # The code of a language.
    "en": {"fault.missing_translation"},
}


def forms(norm: str) -> set[str]:
    with FORMS.open(encoding="utf-8") as file:
        return {row[norm] for row in csv.DictReader(file)} - {""}


def foreign(texts: tuple[Text, ...], never: set[str]) -> dict[str, set[str]]:
    """The forms that must not be there -> where they are, without the named exceptions."""
    found: dict[str, set[str]] = {}
    for text in texts:
        for word in never.intersection(text.words):
            if text.where not in STRAY.get(word, set()):
                found.setdefault(word, set()).add(text.where)
    return found


def test_nynorsk_has_no_form_of_bokmaal() -> None:
    assert foreign(all_texts("nn"), forms("bokmaal")) == {}


def test_bokmaal_has_no_form_of_nynorsk() -> None:
    assert foreign(all_texts("nb"), forms("nynorsk")) == {}


@pytest.mark.parametrize(
    ("text", "word"),
    [("Det er ikke svart.", "ikke"), ("Tala frå 2003, og Hva de syntest", "hva"), ("Fra {day}.", "fra")],
)
def test_a_planted_form_is_found(text: str, word: str) -> None:
    assert foreign((Text("planted", text),), forms("bokmaal")) == {word: {"planted"}}


def test_a_placeholder_is_no_word() -> None:
    assert foreign((Text("planted", "Svar {en}, {ikke}"),), forms("bokmaal")) == {}


@pytest.mark.parametrize("word", STRAY)
def test_every_exception_is_still_needed(word: str) -> None:
    there = {text.where for text in all_texts("nn") if word in text.words}
    assert STRAY[word] <= there


def test_no_form_is_said_to_be_both() -> None:
    assert forms("bokmaal") & forms("nynorsk") == set()
