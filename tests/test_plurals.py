"""Texts with a count: right for none, one, two, twenty-one and a thousand, in three languages."""

from __future__ import annotations

import re
from string import Formatter
from typing import Final

import pytest

from i18n import LANGUAGES, Language, Translator
from i18n.catalogue import entries
from tests.all_texts import all_texts

COUNTED: Final = re.compile(r"\{count\} (\w+)")
SHORTCUT: Final = re.compile(r"\w\((?:e|er|r|ar|ene|ane|a|t|s|es)\)|\w/-?(?:er|ar|ene|ane|s)\b")

ALIKE: Final = {
    "nb": ["svar", "tiltak", "feil", "spørsmål", "tall", "resultatkort", "syn", "av", "gjenstår", "har"],
    "nn": [
        "svar",
        "tiltak",
        "feil",
        "spørsmål",
        "tal",
        "resultatkort",
        "syn",
        "kontor",
        "område",
        "punkt",
        "kriterium",
        "av",
        "står",
        "har",
    ],
    "en": ["more", "of", "to", "other", "settled"],
}
"""What is the same after one as after several: nouns, and words that are none."""

FIXED: Final = {
    # Always of several: the examples, what is compared, the report's own.
    "compare.to_examples",
    "compare.crowded",
    "comparison.heading",
    "comparison.description",
    "comparison.offices_text",
    "nation.theses.intro",
    "scorecard.measures.advice",
    # A count of so many, or with no noun that changes.
    "method.example.mean",
    "method.example.nation",
    "nation.of",
    "nation.fact.offices",
    "nation.fact.municipalities",
    "nation.fact.answers",
    "scorecard.measures.answered",
    "widgets.options",
    "widgets.found",
    "widgets.more_pages",
}
"""Texts with a count and one form only."""


def counted(language: Language) -> dict[str, tuple[str, ...]]:
    return {key: texts for key, texts in entries(language).items() if len(texts) > 1}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("count", "form"), [(0, 1), (1, 0), (2, 1), (21, 1), (1000, 1)])
def test_each_count_has_its_form_and_its_figure(language: Language, count: int, form: int) -> None:
    t = Translator(language)
    for key, texts in counted(language).items():
        filled = {name for _, name, _, _ in Formatter().parse(texts[form]) if name} - {"count"}
        said = t.plural(key, count, **{name: f"<{name}>" for name in filled})
        assert said == texts[form].format(count=t.number(count), **{name: f"<{name}>" for name in filled})
        assert count == 1 or t.number(count) in said, f"{key} does not say how many"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_noun_follows_the_count(language: Language) -> None:
    wrong = {}
    for key, (one, several) in counted(language).items():
        nouns = [found[1] for found in (COUNTED.search(one), COUNTED.search(several)) if found]
        if len(nouns) > len(set(nouns)) and nouns[0] not in ALIKE[language]:
            wrong[key] = nouns[0]
    assert wrong == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_count_before_a_noun_has_both_forms(language: Language) -> None:
    found = {key for key, texts in entries(language).items() if len(texts) == 1 and COUNTED.search(texts[0])}
    assert found - FIXED == set()


def test_what_has_one_form_only_is_still_there() -> None:
    assert {key for key in FIXED if len(entries("nb").get(key, ())) != 1} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_leaves_the_ending_to_the_reader(language: Language) -> None:
    assert [text.where for text in all_texts(language) if SHORTCUT.search(text.text)] == []


@pytest.mark.parametrize("text", ["{n} kontor(er)", "fil(ar)", "the office(s)", "svar/-ene"])
def test_a_planted_shortcut_is_found(text: str) -> None:
    assert SHORTCUT.search(text)
