"""Numbers, dates and lists in the form of each language."""

from __future__ import annotations

import datetime as dt

import pytest

from i18n import Language, Translator

DAY = dt.date(2026, 1, 5)
MILLION = 1_234_567.25


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_norwegian_forms(language: Language) -> None:
    t = Translator(language)
    assert t.number(MILLION, 1) == "1\N{NO-BREAK SPACE}234\N{NO-BREAK SPACE}567,3"
    assert t.percent(0.125, 1) == "12,5\N{NO-BREAK SPACE}%"
    assert (t.date(DAY), t.short_date(DAY)) == ("5. januar 2026", "5. jan. 2026")
    assert t.listing(["a", "b", "c"]) == "a, b og c"


def test_english_forms() -> None:
    t = Translator("en")
    assert t.number(MILLION, 1) == "1,234,567.3"
    assert t.percent(0.125, 1) == "12.5%"
    assert (t.date(DAY), t.short_date(DAY)) == ("5 January 2026", "5 Jan 2026")
    assert t.listing(["a", "b", "c"]) == "a, b and c"


@pytest.mark.parametrize(("value", "rounded"), [(0.5, "1"), (1.5, "2"), (2.5, "3"), (2.4999, "2")])
def test_halves_are_rounded_up_as_the_report_rounds(value: float, rounded: str) -> None:
    assert Translator("nb").number(value) == rounded


@pytest.mark.parametrize(("language", "shown"), [("nb", "%d\N{NO-BREAK SPACE}%%"), ("en", "%d%%")])
def test_a_column_of_percentages_has_the_space_of_its_language(language: Language, shown: str) -> None:
    assert Translator(language).percent_pattern == shown
