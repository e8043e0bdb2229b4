"""The trend: unrated assessments are gaps with their interval, and picture, words and table agree."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from i18n import LANGUAGES, Language, Translator
from scoring import Model, load_model
from scoring.change import Mark
from ui.charts import DARK, LIGHT, Palette
from ui.charts.trend import LAST, Point, trend_picture

MODEL: Model = load_model()
MARKS = (
    Mark(40, 30, 60, 0.7, "some"),
    Mark(None, 0, 95, 0.1, None),
    Mark(55, 55, 55, 1, "much"),
    Mark(80, 70, 90, 0.9, "well"),
)


def points(*marks: Mark) -> list[Point]:
    levels = list(MODEL.method.levels)
    named = [
        Mark(one.score, one.low, one.high, one.coverage, levels[min(int(one.score // 25), 3)])
        if one.score is not None
        else one
        for one in marks
    ]
    return [Point(dt.date(2021 + place, 3, 1), mark, MODEL) for place, mark in enumerate(named)]


def rows(picture: Any, *names: str) -> list[dict[str, Any]]:  # noqa: ANN401 - a chart
    """The rows of the chart that hold all of these."""
    drawn = picture.chart.to_dict()
    layers = [*drawn.get("datasets", {}).values(), *(one["data"].get("values", []) for one in drawn["layer"])]
    return [row for layer in layers for row in layer if set(names) <= row.keys()]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_words_and_table_hold_every_assessment(language: Language, palette: Palette) -> None:
    t = Translator(language)
    picture = trend_picture(points(*MARKS), name="X", palette=palette, t=t)
    assert list(picture.table.iloc[:, 0]) == [t.number(40, 1), "–", t.number(55, 1), t.number(80, 1)]
    assert list(picture.table.iloc[1, 1:]) == [t.number(0, 1), t.number(95, 1), "–"]
    assert t("history.trend_step_open", date=t.date(dt.date(2022, 3, 1)), low="0", high="95") in picture.alt


def test_what_is_not_rated_is_a_gap_with_its_interval() -> None:
    picture = trend_picture(points(*MARKS), name="X", palette=LIGHT, t=Translator("nb"))
    drawn = rows(picture, "y_low")
    assert len({row["at"] for row in drawn if row["y_low"] is not None}) == len(MARKS)
    unrated = [row for row in drawn if row["at"] == pytest.approx(LAST * 1.5 / 4)]
    assert {row["y"] for row in unrated} == {None}
    assert {row["words"] for row in unrated} == {None}
    assert [(row["at"], row["end"]) for row in rows(picture, "y_end")] == [
        pytest.approx((LAST * 2.5 / 4, LAST * 3.5 / 4))
    ]


def test_where_nothing_applies_nothing_is_drawn_but_it_is_told() -> None:
    nothing = Mark(None, None, None, 0, None)
    picture = trend_picture(points(MARKS[0], nothing), name="X", palette=LIGHT, t=Translator("en"))
    assert "nothing applies" in picture.alt
    assert list(picture.table.iloc[1]) == ["–"] * 4


@pytest.mark.parametrize("number", [1, 3, 6, 7, 20, 60])
def test_there_is_room_for_the_labels(number: int) -> None:
    picture = trend_picture(points(*MARKS[2:3] * number), name="X", palette=LIGHT, t=Translator("nb"))
    dates = {row["at"] for row in rows(picture, "date") if row["date"]}
    assert 1 <= len(dates) <= 6
    assert max(dates) == pytest.approx(LAST * (number - 0.5) / number)


def test_two_of_one_year_are_told_apart_by_the_day() -> None:
    two = [Point(dt.date(2025, month, 1), MARKS[1], MODEL) for month in (2, 9)]
    picture = trend_picture(two, name="X", palette=LIGHT, t=Translator("nb"))
    assert {row["date"] for row in rows(picture, "date")} == {"1. feb. 2025", "1. sep. 2025"}
