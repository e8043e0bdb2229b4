"""The projected total by date: a stair from today to the last deadline.

Time runs to scale from left to right; what has no deadline is the last step, dashed. A ring is the
total as answered, where something counts as in place from the first day already.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import altair as alt
import pandas as pd

from report.measure_words import measure_title
from ui.charts.style import BOLD, GLYPHS, SMALL, Palette, Picture, Rows, day_cell, finish, of, pixels

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from i18n import Translator
    from scoring import Model
    from scoring.plan import Milestone

TOP, STAIRS, FOOT, DATE = 22, 200, 52, 18
"""Pixels: above 100 points, from there to 0, beneath for the dates, and a line of them."""

HEIGHT: Final = TOP + STAIRS + FOOT

BROAD: Final = 600
"""Pixels: from this width on there is room for more numbers and dates."""

_LAST, _LAST_BESIDE_OPEN, _OPEN = 86.0, 72.0, 84.0
"""Per cent of the width: the last date alone, beside an open end, and where the open end begins."""

_ROOMS: Final = {f"width < {BROAD}": (13.0, 24.0), f"width >= {BROAD}": (6.5, 11.0)}
"""How wide the chart is -> per cent of the width that a number and a date need there."""

_RING, ENDS = 7, "width - 30"
"""Pixels from the left: where the stair begins, after half a ring, and ends, before the numbers."""


def projection_picture(
    now: float | None, steps: Sequence[Milestone], *, model: Model, palette: Palette, t: Translator
) -> Picture | None:
    """The total that the plan leads to, step by step.

    Args:
        now: The total as answered, 0-100, or None while it is not rated.
        steps: In order of time (see ``scoring.plan.project``).
        model: Names the measures, and the levels that the lines stand for.
        palette: The theme.
        t: The language.

    Returns:
        None where the total is not rated at every step.
    """
    if now is None or any(step.score is None for step in steps):
        return None
    rows = _rows(now, steps)
    layers = [*_ground(model, palette, t), *_stairs(rows, palette), *_answered(rows, palette)]
    for when, rooms in _ROOMS.items():
        layers += _labels(_label_rows(steps, rooms, model, t), when, palette)
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
    return day_cell(day, t) if day else t("report.plan_no_deadline")


def _rows(now: float, steps: Sequence[Milestone]) -> Rows:
    """A tread and the riser before it for each step."""
    places, scores = _places(steps), [step.score or 0.0 for step in steps]
    befores, ends = [now, *scores[:-1]], [*places[1:], 100.0]
    return [
        {
            "at": at,
            "end": end,
            "y": _height(score),
            "y_before": _height(before),
            "dated": step.day is not None,
        }
        for at, end, score, before, step in zip(places, ends, scores, befores, steps, strict=True)
    ]


def _label_rows(steps: Sequence[Milestone], rooms: tuple[float, float], model: Model, t: Translator) -> Rows:
    """The total and the date of each step, or None where it has no room."""
    places, scores = _places(steps), [step.score or 0.0 for step in steps]
    rises = [
        place == 0 or t.number(scores[place]) != t.number(scores[place - 1]) for place in range(len(steps))
    ]
    totals, lines = _room(places, rises, 1, rooms[0]), _room(places, [True] * len(steps), 2, rooms[1])
    return [
        {
            "at": at,
            "y_label": _height(score) - 13,
            "total": None if label is None else f"{_sign(score, model)} {t.number(score)}",
            "date": None if line is None else _day(step.day, t),
            "y_date": TOP + STAIRS + DATE * (1 + (line or 0)),
        }
        for at, score, label, line, step in zip(places, scores, totals, lines, steps, strict=True)
    ]


def _sign(score: float, model: Model) -> str:
    """The sign of the level that a score reaches."""
    reached = [level for level in model.method.levels.values() if level.low <= score]
    return GLYPHS[reached[-1].shape]


def _places(steps: Sequence[Milestone]) -> list[float]:
    """Where each step begins, in per cent of the width."""
    days = [step.day for step in steps if step.day is not None]
    width = _LAST if len(days) == len(steps) else _LAST_BESIDE_OPEN
    span = max((days[-1] - days[0]).days, 1)
    return [_OPEN if step.day is None else width * (step.day - days[0]).days / span for step in steps]


def _room(places: Sequence[float], wanted: Sequence[bool], lines: int, room: float) -> list[int | None]:
    """For each label the line that it has room on, or None: the first and the last go before the others."""
    taken: list[list[float]] = [[] for _ in range(lines)]
    found: list[int | None] = [None] * len(places)
    for one in dict.fromkeys([0, len(places) - 1, *range(len(places))]):
        free = (line for line in range(lines) if all(abs(places[one] - at) >= room for at in taken[line]))
        line = next(free, None) if wanted[one] else None
        if line is not None:
            taken[line].append(places[one])
        found[one] = line
    return found


def _height(score: float) -> float:
    return TOP + STAIRS * (1 - score / 100)


def _ground(model: Model, palette: Palette, t: Translator) -> list[alt.Chart]:
    """A line where each level begins and at the top, with its number at the right."""
    limits = [*(level.low for level in model.method.levels.values()), 100.0]
    rows: Rows = [{"y": _height(low), "name": t.number(low)} for low in limits]
    names = of(rows).mark_text(
        align="right", baseline="middle", fontSize=SMALL, color=palette.quiet, aria=False
    )
    lines = of(rows).mark_rule(color=palette.line, strokeWidth=1, aria=False)
    return [
        lines.encode(x=alt.value(0), x2=alt.value({"expr": ENDS}), y=pixels("y", HEIGHT)),
        names.encode(x=alt.value("width"), y=pixels("y", HEIGHT), text="name:N"),
    ]


def _along(field: str) -> alt.X:
    """A place along the time, with room for the ring at the left and for the numbers at the right."""
    reach: list[Any] = [_RING, alt.ExprRef(ENDS)]
    scale = alt.Scale(domain=[0, 100], range=reach, nice=False, zero=False)
    return alt.X(f"{field}:Q", scale=scale, axis=None)


def _stairs(rows: Rows, palette: Palette) -> list[alt.Chart]:
    looks: tuple[tuple[bool, dict[str, Any]], ...] = ((True, {}), (False, {"strokeDash": [6, 5]}))
    layers = []
    for dated, look in looks:
        some = [row for row in rows if row["dated"] is dated]
        line = of(some).mark_rule(color=palette.office, strokeWidth=3, aria=False, **look)
        layers += [
            line.encode(x=_along("at"), x2="end:Q", y=pixels("y", HEIGHT)),
            line.encode(x=_along("at"), y=pixels("y_before", HEIGHT), y2="y:Q"),
        ]
    return layers


def _answered(rows: Rows, palette: Palette) -> list[alt.Chart]:
    """The ring: the total as answered, where something counts as in place already."""
    answered = of([row for row in rows[:1] if row["y_before"] != row["y"]])
    ring: dict[str, Any] = {"stroke": palette.office, "fill": palette.background, "opacity": 1}
    mark = answered.mark_point(shape="circle", size=90, strokeWidth=2, aria=False, **ring)
    return [mark.encode(x=_along("at"), y=pixels("y_before", HEIGHT))]


def _labels(rows: Rows, when: str, palette: Palette) -> list[alt.Chart]:
    """Totals and dates, seen while the chart is as wide as ``when`` says.

    A total is set off from the line that it may cross by a rim in the colour of the background.
    """
    seen: dict[str, Any] = {"align": "left", "baseline": "middle", "aria": False}
    seen["opacity"] = alt.ExprRef(f"{when} ? 1 : 0")
    number = of(rows, "total")
    bold: dict[str, Any] = {"fontSize": 15, "fontWeight": BOLD, **seen}
    rim = number.mark_text(color=palette.background, stroke=palette.background, strokeWidth=5, **bold)
    total = number.mark_text(color=palette.text, **bold)
    date = of(rows, "date").mark_text(fontSize=SMALL, color=palette.quiet, **seen)
    at = {"x": _along("at"), "y": pixels("y_label", HEIGHT), "text": "total:N"}
    return [
        rim.encode(**at),
        total.encode(**at),
        date.encode(x=_along("at"), y=pixels("y_date", HEIGHT), text="date:N"),
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
