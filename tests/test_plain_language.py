"""Questions, help and advice read at LIX 40 or under in three languages; exceptions are named, with reasons.

A question is measured with its help, a recommendation with its heading, a text of the catalogues alone when
it has a dozen words or more, and the shorter ones together, file by file (tests/passages.py).
"""

from __future__ import annotations

import csv
from typing import Final

import pytest

from i18n import LANGUAGES
from i18n.catalogue import FOLDER
from tests.all_texts import Text
from tests.passages import pages, passages
from tools.lix import lix

EASY: Final = 40
HARD: Final = FOLDER.parent / "hard_texts.csv"
AT_MOST: Final = 7  # only ever lowered


def exceptions() -> list[tuple[str, str, str]]:
    with HARD.open(encoding="utf-8") as file:
        return [(row["where"], row["language"], row["reason"]) for row in csv.DictReader(file)]


def too_hard(texts: list[Text]) -> dict[str, float]:
    """The texts over the limit, by where they stand."""
    return {text.where: round(lix(text.text), 1) for text in texts if lix(text.text) > EASY}


@pytest.mark.parametrize("language", LANGUAGES)
def test_questions_help_and_advice_are_easy_to_read(language: str) -> None:
    named = {where for where, spoken, _ in exceptions() if spoken == language}
    assert {where: much for where, much in too_hard(passages(language)).items() if where not in named} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_as_a_whole_is_easy_to_read(language: str) -> None:
    assert too_hard(pages(language)) == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_exception_is_still_needed(language: str) -> None:
    named = {where for where, spoken, _ in exceptions() if spoken == language}
    assert named - set(too_hard(passages(language))) == set()


def test_the_list_of_exceptions_only_shrinks() -> None:
    assert len(exceptions()) <= AT_MOST
    assert all(reason for _, _, reason in exceptions())


@pytest.mark.parametrize("language", LANGUAGES)
def test_questions_and_recommendations_are_measured_whole(language: str) -> None:
    measured = {passage.where: passage.text for passage in passages(language)}
    assert measured["survey.yaml: items.opened"].count("\n") == 1
    assert measured["recommendations.yaml: recommendations.1"].count("\n") == 1


def test_a_hard_text_is_found() -> None:
    heavy = Text(
        "planted",
        "Kommunedirektørens forutsetninger vedrørende kartleggingsresultater vanskeliggjør fremdrift.",
    )
    assert too_hard([heavy, Text("light", "Svar ja når alle er med.")]) == {"planted": 106.0}
