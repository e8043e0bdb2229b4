"""Every national figure as rows, picture, table and file: complete, and nothing made up."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import pandas as pd
import pytest

from i18n import LANGUAGES, Language, Translator
from scoring.picture import populations
from ui import resources
from ui.charts.nation import DERIVED, Bars, Row, figure_picture, row_words
from ui.charts.nation_ladder import steps_picture
from ui.charts.style import DARK, LIGHT
from ui.components.nation_figures import base_words, entries, figure_rows, search, unit
from ui.components.nation_files import figure_csv
from ui.components.nation_ladder import rungs
from ui.components.nation_list import headline

if TYPE_CHECKING:
    from ui.components.nation_figures import Entry

KEYS = re.compile(r"\b(scorecard|charts|places|nation|app)\.[a-z_]+\.?[a-z_]*\b|\{\w+\}")


def known(language: Language) -> dict[str, Entry]:
    return entries(resources.model(), resources.figures(), Translator(language))


def rows_of(question: str, population: str = "all", language: Language = "en") -> dict[str, Row]:
    t = Translator(language)
    rows = figure_rows(
        known(language)[question], population, model=resources.model(), figures=resources.figures(), t=t
    )
    return {row.label: row for row in rows}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_has_picture_words_and_table(language: Language) -> None:
    t, model, figures = Translator(language), resources.model(), resources.figures()
    for entry in known(language).values():
        assert headline(entry, t)
        for population in populations(entry.question, figures):
            figure = figures.get(entry.question, population=population)
            assert figure is not None
            rows = figure_rows(entry, population, model=model, figures=figures, t=t)
            base = base_words(population, figure.n, t)
            bars = Bars(tuple(rows), figure.n, entry.title, base, unit(population))
            picture = figure_picture(bars, palette=LIGHT, t=t)
            assert list(picture.table.index) == [row.label for row in rows]
            assert all(row.label in picture.alt for row in rows)
            assert not KEYS.search(picture.alt + picture.table.to_string())


def test_every_printed_and_derived_count_is_shown() -> None:
    t, model, figures = Translator("en"), resources.model(), resources.figures()
    for (question, part, population), figure in figures.table.items():
        if not part:
            rows = figure_rows(known("en")[question], population, model=model, figures=figures, t=t)
            counts = sorted(row.count for row in rows if row.count is not None)
            assert counts == sorted(count for count in figure.counts.values() if count is not None)
            assert sum(bool(row.rule) for row in rows) == len(figure.derived)


def test_a_phrase_stands_as_words_and_never_as_nought() -> None:
    row = rows_of("22")["A unit of its own"]
    assert (row.count, row.percent, row.phrase) == (None, "", "nearly three in ten")
    assert row.share(151) is None
    assert row_words(row, 151, Translator("nb")) == "i ord: nearly three in ten"
    silent = rows_of("20")["No"]
    assert row_words(silent, 151, Translator("en")) == "not printed"


def test_a_printed_nought_is_a_nought() -> None:
    nought = [row for row in rows_of("44").values() if row.count == 0]
    assert [row_words(row, 151, Translator("en")) for row in nought] == ["0 (0%)"]


def test_a_derived_count_is_marked_in_picture_and_table() -> None:
    t = Translator("en")
    row = rows_of("95", "planning")["No"]
    assert (row.count, row.rule) == (107, "rest")
    assert row_words(row, 145, t).endswith(DERIVED)
    bars = Bars((row,), 145, "", "", "municipalities")
    assert "follows as the rest" in figure_picture(bars, palette=DARK, t=t).table.to_string()


def test_only_the_percentage_is_shown_where_only_that_is_printed() -> None:
    row = rows_of("22")["Somewhere else"]
    assert (row.count, row_words(row, 151, Translator("en"))) == (None, "13%")


@pytest.mark.parametrize(
    ("text", "section", "found"),
    [
        ("38", None, ["38"]),
        ("60", None, ["58-79"]),
        ("question 38", None, ["38"]),
        ("contact person", None, ["38"]),
        ("", "elsewhere", ["91", "92", "93", "94", "95", "96", "97"]),
        ("9.1.2", None, ["97"]),
        ("tax", "ladder", ["57"]),
        ("zebra", None, []),
    ],
)
def test_search_by_words_number_and_place(text: str, section: str | None, found: list[str]) -> None:
    hits = [one.question for one in search(known("en").values(), text, section)]
    assert hits == found if text != "contact person" else "38" in hits


def test_the_file_of_a_figure_holds_printed_and_derived_rows() -> None:
    rows = pd.read_csv(io.BytesIO(figure_csv("95")), dtype=str, keep_default_na=False)
    assert list(rows["basis"]) == ["printed", "derived: rest"]
    assert list(rows["count"]) == ["38", "107"]
    assert not (rows == "nan").to_numpy().any()


def test_all_24_fields_are_on_the_ladder_and_those_without_say_so() -> None:
    t, model = Translator("en"), resources.model()
    fields = rungs(model, resources.figures(), t)
    assert len(fields) == len(model.fields) + 1  # "other" is asked of both levels
    names = [t.pick(text) for step, text in model.service.steps.items() if step.isdigit()]
    picture = steps_picture(fields, names, title="", palette=DARK, t=t)
    without = [one.title for one in fields if one.counts is None]
    assert without == [t.pick(model.fields["county_governor"].title), "Other, municipal", "Other, state"]
    assert picture.alt.count("has no ladder") == 3
    tax = next(one for one in fields if one.title == t.pick(model.fields["tax"].title))
    assert tax.part == (42, 57)
    assert sum(tax.counts or ()) == 49


def test_two_challenges_share_the_first_place() -> None:
    counts = sorted((row.count or 0 for row in rows_of("98").values()), reverse=True)
    assert counts[0] == counts[1] > counts[2]
