"""A score from assessment to assessment: the interval of each as a bar, the score as a point on it.

A line joins neighbours that are both rated. One that is not rated keeps its interval and has no point:
it is a gap, never a nought.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

import altair as alt
import pandas as pd

from ui.charts.style import (
    BOLD,
    GLYPHS,
    SMALL,
    Palette,
    Picture,
    Rows,
    across,
    day_cell,
    finish,
    of,
    pixels,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from i18n import Translator
    from scoring import Model
    from scoring.change import Mark

TOP, RISE, FOOT = 22, 200, 30
"""Pixels: above 100 points, from there to 0, beneath for the dates."""

HEIGHT: Final = TOP + RISE + FOOT
LAST: Final = 92.0
"""Per cent of the width that the points share; the numbers of the lines stand to the right."""

ROOM: Final = 6
"""So many dates have room beside each other on a phone."""


@dataclass(frozen=True)
class Point:
    """One assessment in the trend.

    Args:
        day: Its day.
        mark: The score and its interval.
        model: The model that it was made with; it names the levels.
    """

    day: dt.date
    mark: Mark
    model: Model


def trend_picture(points: Sequence[Point], *, name: str, palette: Palette, t: Translator) -> Picture:
    """The trend of the total or of a criterion.

    Args:
        points: One or more, oldest first.
        name: What is shown: "Total", or the criterion.
        palette: The theme.
        t: The language.
    """
    rows = _rows(points, t)
    layers = [*_ground(points[-1].model, palette, t), *_intervals(rows, palette), *_line(rows, palette)]
    layers += _labels(rows, palette)
    return Picture(
        chart=finish(layers, height=HEIGHT, palette=palette, t=t),
        alt=t("history.trend_alt", name=name, steps="; ".join(_said(one, t) for one in points)),
        table=_table(points, t),
        height=HEIGHT,
    )


def _rows(points: Sequence[Point], t: Translator) -> Rows:
    every = -(-len(points) // ROOM)
    rows: Rows = []
    for place, one in enumerate(points):
        mark, told = one.mark, (len(points) - 1 - place) % every == 0
        rows.append(
            {
                "at": LAST * (place + 0.5) / len(points),
                "y": None if mark.score is None else _height(mark.score),
                "y_low": None if mark.low is None else _height(mark.low),
                "y_high": None if mark.high is None else _height(mark.high),
                "y_words": _height(mark.high if mark.high is not None else mark.score or 0.0) - 11,
                "words": _words(one, t) if told else None,
                "date": _date(points, place, t) if told else None,
                "y_date": HEIGHT - 10,
            }
        )
    return rows


def _words(point: Point, t: Translator) -> str | None:
    if point.mark.score is None or point.mark.level is None:
        return None
    level = point.model.method.levels[point.mark.level]
    return f"{GLYPHS[level.shape]} {t.number(point.mark.score)}"


def _date(points: Sequence[Point], place: int, t: Translator) -> str:
    """The year where each has its own, or there is no room for more."""
    years = [one.day.year for one in points]
    alone = len(set(years)) == len(years) or len(points) > ROOM // 2
    return str(years[place]) if alone else t.short_date(points[place].day)


def _height(score: float) -> float:
    return TOP + RISE * (1 - score / 100)


def _ground(model: Model, palette: Palette, t: Translator) -> list[alt.Chart]:
    """A line where each level begins and at the top, with its number at the right."""
    limits = [*(level.low for level in model.method.levels.values()), 100.0]
    rows: Rows = [{"y": _height(low), "name": t.number(low), "at": 0, "end": LAST} for low in limits]
    names = of(rows).mark_text(
        align="right", baseline="middle", fontSize=SMALL, color=palette.quiet, aria=False
    )
    lines = of(rows).mark_rule(color=palette.line, strokeWidth=1, aria=False)
    return [
        lines.encode(x=across("at"), x2="end:Q", y=pixels("y", HEIGHT)),
        names.encode(x=alt.value("width"), y=pixels("y", HEIGHT), text="name:N"),
    ]


def _intervals(rows: Rows, palette: Palette) -> list[alt.Chart]:
    """A broad pale bar with an end at each side, seen also where it is as short as nothing."""
    bars = of(rows, "y_low", "y_high")
    bar = bars.mark_rule(color=palette.office, strokeWidth=10, opacity=0.4, aria=False)
    ends = bars.mark_tick(color=palette.office, thickness=1.5, size=18, orient="horizontal", aria=False)
    at = across("at")
    return [
        bar.encode(x=at, y=pixels("y_low", HEIGHT), y2="y_high:Q"),
        ends.encode(x=at, y=pixels("y_low", HEIGHT)),
        ends.encode(x=at, y=pixels("y_high", HEIGHT)),
    ]


def _line(rows: Rows, palette: Palette) -> list[alt.Chart]:
    joined: Rows = [
        {"at": one["at"], "y": one["y"], "end": two["at"], "y_end": two["y"]}
        for one, two in pairwise(rows)
        if one["y"] is not None and two["y"] is not None
    ]
    line = of(joined).mark_rule(color=palette.office, strokeWidth=2.5, aria=False)
    point = of(rows, "y").mark_point(
        shape="circle",
        size=90,
        filled=True,
        color=palette.office,
        stroke=palette.background,
        strokeWidth=1.5,
        opacity=1,
        aria=False,
    )
    return [
        line.encode(x=across("at"), x2="end:Q", y=pixels("y", HEIGHT), y2="y_end:Q"),
        point.encode(x=across("at"), y=pixels("y", HEIGHT)),
    ]


def _labels(rows: Rows, palette: Palette) -> list[alt.Chart]:
    """A score is set off from a line that it may cross by a rim in the colour of the background."""
    bold: dict[str, Any] = {"fontSize": 15, "fontWeight": BOLD, "baseline": "middle", "aria": False}
    number = of(rows, "words").mark_text(color=palette.text, **bold)
    rim = of(rows, "words").mark_text(
        color=palette.background, stroke=palette.background, strokeWidth=5, **bold
    )
    at = {"x": across("at"), "y": pixels("y_words", HEIGHT), "text": "words:N"}
    date = of(rows, "date").mark_text(baseline="middle", fontSize=SMALL, color=palette.quiet, aria=False)
    return [
        rim.encode(**at),
        number.encode(**at),
        date.encode(x=across("at"), y=pixels("y_date", HEIGHT), text="date:N"),
    ]


def _said(point: Point, t: Translator) -> str:
    mark, day = point.mark, t.date(point.day)
    ends = {"low": t.number(mark.low or 0.0), "high": t.number(mark.high or 0.0)}
    if mark.score is not None:
        return t("history.trend_step", date=day, score=t.number(mark.score), **ends)
    if mark.low is None:
        return t("history.trend_step_nothing", date=day)
    return t("history.trend_step_open", date=day, **ends)


def _table(points: Sequence[Point], t: Translator) -> pd.DataFrame:
    rows = []
    for one in points:
        numbers = [one.mark.score, one.mark.low, one.mark.high]
        level = t.pick(one.model.method.levels[one.mark.level].title) if one.mark.level else "–"
        rows.append([*("–" if number is None else t.number(number, 1) for number in numbers), level])
    index = pd.Index([day_cell(one.day, t) for one in points], name=t("history.date_field"))
    names = [t(f"history.column_{name}") for name in ("score", "low", "high", "level")]
    return pd.DataFrame(rows, index=index, columns=names)
