"""A place in the report, as a reader looks it up."""

from __future__ import annotations

import pytest

from i18n import LANGUAGES, Language, Translator
from report.places import place_text
from scoring import load_model
from scoring.model_types import Place


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nb", "punkt 7.6, spørsmål 38, tabell 4"),
        ("nn", "punkt 7.6, spørsmål 38, tabell 4"),
        ("en", "section 7.6, question 38, table 4"),
    ],
)
def test_section_question_and_table(language: Language, words: str) -> None:
    assert place_text(Place(section="7.6", question="38", table=4), Translator(language)) == words


def test_spans_have_the_dash_of_print_and_figures_are_named() -> None:
    place = Place(section="6.2-6.3", question="58-79", figure=8)
    assert place_text(place, Translator("nb")) == "punkt 6.2–6.3, spørsmål 58–79, figur 8"


def test_a_recommendation_is_found_in_11_1_by_its_number() -> None:
    place = Place(section="7.6", recommendation=12)
    assert place_text(place, Translator("nb")) == "punkt 11.1, anbefaling 12 (jf. punkt 7.6)"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_place_of_the_model_can_be_told(language: Language) -> None:
    model, t = load_model(), Translator(language)
    places = [one.place for one in model.items.values()]
    places += [one.place for one in model.criteria.values()]
    places += [one.place for one in model.recommendations]
    assert all(place_text(place, t) for place in places)
