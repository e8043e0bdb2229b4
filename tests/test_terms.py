"""One word for each thing in each language: the forms that i18n/terms.csv says to avoid occur in no text."""

from __future__ import annotations

import csv
import re
from typing import Final

import pytest

from i18n.catalogue import FOLDER
from tests.all_texts import Text, all_texts

TERMS: Final = FOLDER.parent / "terms.csv"
COLUMNS: Final = {"nb": "bokmaal", "nn": "nynorsk", "en": "english"}


def rows() -> list[dict[str, str]]:
    with TERMS.open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def avoided(language: str) -> list[str]:
    return [form for row in rows() for form in row[f"avoid_{COLUMNS[language]}"].split("|") if form]


def found_in(texts: tuple[Text, ...], forms: list[str]) -> dict[str, list[str]]:
    """The forms that stand in a text as words of their own, whatever their capitals -> where."""
    patterns = {form: re.compile(rf"(?<!\w){re.escape(form)}(?!\w)", re.IGNORECASE) for form in forms}
    found = {form: [text.where for text in texts if one.search(text.plain)] for form, one in patterns.items()}
    return {form: where for form, where in found.items() if where}


@pytest.mark.parametrize("language", COLUMNS)
def test_no_form_to_avoid_occurs(language: str) -> None:
    assert found_in(all_texts(language), avoided(language)) == {}


@pytest.mark.parametrize("language", COLUMNS)
def test_every_term_is_in_use(language: str) -> None:
    said = " ".join(text.text for text in all_texts(language)).lower()
    assert [row["term"] for row in rows() if row[COLUMNS[language]].lower() not in said] == []


def test_every_term_is_complete_and_stands_once() -> None:
    assert all(row["meaning"] and all(row[column] for column in COLUMNS.values()) for row in rows())
    terms = [row["term"] for row in rows()]
    assert len(terms) == len(set(terms))


def test_a_planted_form_is_found_as_a_word_only() -> None:
    texts = (Text("a", "Borgerne ber om det."), Text("b", "Sarpsborgerne ber om det."))
    assert found_in(texts, ["borgerne"]) == {"borgerne": ["a"]}
