"""The projected total by date: a stair from today to the last deadline.

Time runs to scale from left to right; what has no deadline is the last step, dashed, behind a gap.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import altair as alt
import pandas as pd

from report.measure_words import measure_title
from ui.charts.style import SMALL, Palette, Picture, Rows, across, finish, of, pixels

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from i18n import Translator
    from scoring import Model
    from scoring.plan import Milestone

TOP, STAIRS, FOOT = 22, 200, 40
"""Pixels: above 100 points, from there to 0, and beneath for the dates."""

HEIGHT: Final = TOP + STAIRS + FOOT

_LAST, _LAST_BESIDE_OPEN, _OPEN = 86.0, 72.0, 84.0
"""Per cent of the width: the last date alone, beside an open end, and where the open end begins."""

_ROOM_TOTAL, _ROOM_DATE = 9.0, 24.0
"""Per cent of the width that a number and a date need on a phone."""


def projection_picture(
    steps: Sequence[Milestone], *, model: Model, palette: Palette, t: Translator
) -> Picture | None:
    """The total that the plan leads to, step by step.

    Args:
        steps: In order of time (see ``scoring.plan.project``).
        model: Names the measures, and the levels that the lines stand for.
        palette: The theme.
        t: The language.

    Returns:
        None where the total is not rated at every step.
    """
    if any(step.score is None for step in steps):
        return None
    rows = _rows(steps, t)
    layers = [*_ground(model, palette, t), *_stairs(rows, palette), *_labels(rows, palette)]
    return Picture(
        chart=finish(layers, height=HEIGHT, palette=palette, t=t),
        alt=_alt(steps, t),
        table=projection_table(steps, model=model, t=t),
        height=HEIGHT,
    )


def projection_table(steps: Sequence[Milestone], *, model: Model, t: Translator) -> pd.DataFrame:
    """From when, which measures, and the total then."""
    rows = []
    for place, step in enumerate(steps):
        titles = [measure_title(code, model=model, t=t) for code in step.codes]
        today = [] if place else [t("report.plan_file_today")]
        rows.append(["; ".join([*today, *titles]), "–" if step.score is None else t.number(step.score)])
    index = pd.Index([_day(step.day, t) for step in steps], name=t("report.plan_file_from"))
    return pd.DataFrame(rows, index=index, columns=[t("report.plan_file_measures"), t("report.plan_total")])


def _day(day: dt.date | None, t: Translator) -> str:
    return t.short_date(day) if day else t("report.plan_no_deadline")


def _rows(steps: Sequence[Milestone], t: Translator) -> Rows:
    places = _places(steps)
    ends = [*places[1:], 100.0]
    totals, dates = _spaced(places, _ROOM_TOTAL), _spaced(places, _ROOM_DATE)
    scores = [step.score or 0.0 for step in steps]
    rows = []
    befores = [scores[0], *scores[:-1]]
    for at, end, score, before, step in zip(places, ends, scores, befores, steps, strict=True):
        rows.append(
            {
                "at": at,
                "end": end,
                "y": _height(score),
                "y_before": _height(before),
                "y_label": _height(score) - 12,
                "total": t.number(score) if at in totals else None,
                "date": _day(step.day, t) if at in dates else None,
                "dated": step.day is not None,
            }
        )
    return rows


def _places(steps: Sequence[Milestone]) -> list[float]:
    """Where each step begins, in per cent of the width."""
    days = [step.day for step in steps if step.day is not None]
    width = _LAST if len(days) == len(steps) else _LAST_BESIDE_OPEN
    span = max((days[-1] - days[0]).days, 1)
    return [_OPEN if step.day is None else width * (step.day - days[0]).days / span for step in steps]


def _spaced(places: Sequence[float], room: float) -> set[float]:
    """The first, the last, and those between that have room for a label."""
    chosen = [places[0]]
    for at in places[1:-1]:
        if at - chosen[-1] >= room and places[-1] - at >= room:
            chosen.append(at)
    return {*chosen, places[-1]}


def _height(score: float) -> float:
    return TOP + STAIRS * (1 - score / 100)


def _ground(model: Model, palette: Palette, t: Translator) -> list[alt.Chart]:
    """A line where each level begins, with its name."""
    levels = model.method.levels.values()
    rows: Rows = [
        {"start": 0.0, "end": 100.0, "y": _height(one.low), "y_label": _height(one.low) - 8,
         "name": f"{t.pick(one.title)} ({t.number(one.low)}–)"}
        for one in levels
    ]  # fmt: skip
    names = of(rows).mark_text(
        align="right", baseline="middle", fontSize=SMALL, color=palette.quiet, aria=False
    )
    return [
        of(rows)
        .mark_rule(color=palette.line, strokeWidth=1, aria=False)
        .encode(x=across("start"), x2="end:Q", y=pixels("y", HEIGHT)),
        names.encode(x=alt.value("width"), y=pixels("y_label", HEIGHT), text="name:N"),
    ]


def _stairs(rows: Rows, palette: Palette) -> list[alt.Chart]:
    looks: tuple[tuple[bool, dict[str, Any]], ...] = ((True, {}), (False, {"strokeDash": [6, 5]}))
    layers = []
    for dated, look in looks:
        some = [row for row in rows if row["dated"] is dated]
        line = of(some).mark_rule(color=palette.office, strokeWidth=3, aria=False, **look)
        layers += [
            line.encode(x=across("at"), x2="end:Q", y=pixels("y", HEIGHT)),
            line.encode(x=across("at"), y=pixels("y_before", HEIGHT), y2="y:Q"),
        ]
    return layers


def _labels(rows: Rows, palette: Palette) -> list[alt.Chart]:
    dates = [{**row, "y_date": TOP + STAIRS + 22} for row in rows]
    total = of(rows, "total").mark_text(
        align="left", baseline="middle", fontSize=15, fontWeight=600, color=palette.text, aria=False
    )
    date = of(dates, "date").mark_text(
        align="left", baseline="middle", fontSize=SMALL, color=palette.quiet, aria=False
    )
    return [
        total.encode(x=across("at"), y=pixels("y_label", HEIGHT), text="total:N"),
        date.encode(x=across("at"), y=pixels("y_date", HEIGHT), text="date:N"),
    ]


def _alt(steps: Sequence[Milestone], t: Translator) -> str:
    parts = []
    for step in steps:
        total = t.number(step.score or 0.0)
        if step.day:
            parts.append(t("report.plan_step", total=total, date=t.date(step.day)))
        else:
            parts.append(t("report.plan_step_open", total=total))
    return t("report.plan_chart_alternative", steps="; ".join(parts))
