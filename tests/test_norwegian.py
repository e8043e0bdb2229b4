"""Bokmål is bokmål and nynorsk is nynorsk: no form of the one in the other (i18n/forms.csv)."""

from __future__ import annotations

import csv
import re
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


# Of nynorsk's two norms one: e-infinitives, and one form of the commonest verbs.
VERB: Final = re.compile(r"\b(?:å|(?:kan|skal|vil|må|bør)(?: (?:du|de|vi|ein|dei|det|han|ho))?) (\w{3,}a)\b")
NO_VERB: Final = {"fagsystema", "kva", "systema", "vedta"}
OTHER_NORM: Final = re.compile(
    r"\b(blei|gjev|gjevne|vera|seia|me|(?:landet|kontor) svara|(?:har|er) svara på)\b"
)


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


def other_norm(text: Text) -> set[str]:
    verbs = {found.lower() for found in VERB.findall(text.plain)} - NO_VERB
    return verbs | {found.lower() for found in OTHER_NORM.findall(text.plain)}


def test_nynorsk_keeps_to_one_norm() -> None:
    assert {text.where: found for text in all_texts("nn") if (found := other_norm(text))} == {}


@pytest.mark.parametrize(
    "text", ["Her kan du laga ein", "Det er å læra.", "Det blei gjort", "alle har svara på"]
)
def test_a_planted_form_of_the_other_norm_is_found(text: str) -> None:
    assert other_norm(Text("planted", text))


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
