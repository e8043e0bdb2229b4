"""The office's own plan of measures in words, with the total that it leads to by date."""

from __future__ import annotations

from itertools import accumulate
from math import ceil
from typing import TYPE_CHECKING, Final

from report.cleaning import cut
from report.plan_lines import plan_lines, plan_steps
from report.plan_types import AxisLabel, Plan, PlanChart, PlanRow, PlanStep

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from report.content_case import Case
    from report.plan_lines import PlanLine
    from scoring.plan import Milestone

NOTE: Final = 160
NAME: Final = 60
ROOM: Final = 110
"""Characters of a note and of a name, and lines of all measures, that two pages have room for."""

_TITLE_LINE: Final = 26
_SMALL_LINE: Final = 34
_NAME_LINE: Final = 16
"""Characters of a line in the table: rather too few, so that the pages suffice."""

COLUMNS: Final = ("measure", "responsible", "deadline", "effort", "status", "gain", "total")

_DATED: Final = 84.0
_DATED_BESIDE_OPEN: Final = 70.0
_OPEN: Final = 86.0
"""Per cent of the chart's width: the last date, alone and beside an open end, and the open end."""

_ROOM_FOR_TOTAL: Final = 6.0
_ROOM_FOR_DATE: Final = 17.0
"""Per cent of the width that a label needs."""


def plan_content(case: Case) -> Plan | None:
    """The plan as a table and a step chart; None where the office has planned nothing."""
    lines = plan_lines(case.scorecard, model=case.model, t=case.t)
    if not lines:
        return None
    t, steps = case.t, plan_steps(case.scorecard, model=case.model)
    rows = _that_fit([_row(case, one) for one in lines])
    rest = len(lines) - len(rows)
    return Plan(
        heading=t("report.plan_heading"),
        intro=t("report.plan_intro"),
        columns=tuple(t(f"report.plan_{column}") for column in COLUMNS),
        rows=rows,
        nobody=t("report.plan_nobody"),
        more=t.plural("report.plan_more", rest) if rest else "",
        chart=_chart(case, steps),
        no_chart=t("report.plan_not_rated") if case.scorecard.total.score is None else "",
    )


def _row(case: Case, line: PlanLine) -> PlanRow:
    t, deadline = case.t, line.planned.deadline
    return PlanRow(
        title=cut(line.title, 2 * NAME),
        source=line.source,
        note=cut(line.note, NOTE),
        responsible=cut(line.responsible, NAME),
        deadline=t.short_date(deadline) if deadline else t("report.plan_no_deadline"),
        effort=line.effort,
        status=line.status,
        gain=line.gain_text,
        total=t.number(line.total) if line.total is not None else "–",
    )


def _that_fit(rows: Sequence[PlanRow]) -> tuple[PlanRow, ...]:
    """As many rows as there is room for, from the first on."""
    lines = accumulate(map(_lines, rows))
    return tuple(row for row, used in zip(rows, lines, strict=True) if used <= ROOM)


def _lines(row: PlanRow) -> float:
    """About how many lines a row takes, the space around it included."""
    parts = {_TITLE_LINE: row.title, _SMALL_LINE: row.source}
    texts = sum(ceil(len(text) / width) for width, text in parts.items()) + ceil(len(row.note) / _SMALL_LINE)
    return max(texts, ceil(len(row.responsible) / _NAME_LINE)) + 0.7


def _chart(case: Case, steps: Sequence[Milestone]) -> PlanChart | None:
    """Only where there is more than today to show."""
    scores = [step.score for step in steps if step.score is not None]
    if len(steps) < 2 or len(scores) < len(steps):  # noqa: PLR2004 - a step needs two sides
        return None
    t = case.t
    places = _places([step.day for step in steps])
    labels = _spaced(places, _ROOM_FOR_TOTAL)
    return PlanChart(
        heading=t("report.plan_chart_heading"),
        intro=t("report.plan_chart_intro"),
        alternative=_alternative(case, steps),
        steps=tuple(
            PlanStep(at, score, t.number(score) if at in labels else "", step.day is not None)
            for at, score, step in zip(places, scores, steps, strict=True)
        ),
        axis=_axis(case, places, [step.day for step in steps]),
    )


def _places(days: Sequence[dt.date | None]) -> list[float]:
    """Where each step begins, in per cent of the width; the one without a date at the open end."""
    dated = [day for day in days if day is not None]
    width = _DATED if len(dated) == len(days) else _DATED_BESIDE_OPEN
    span = max((dated[-1] - dated[0]).days, 1)
    return [_OPEN if day is None else width * (day - dated[0]).days / span for day in days]


def _spaced(places: Sequence[float], room: float) -> set[float]:
    """The places that get a label: the first, the last, and what has room between them."""
    chosen = [places[0]]
    for at in places[1:-1]:
        if at - chosen[-1] >= room and places[-1] - at >= room:
            chosen.append(at)
    return {*chosen, places[-1]}


def _axis(case: Case, places: Sequence[float], days: Sequence[dt.date | None]) -> tuple[AxisLabel, ...]:
    dated = [(at, case.t.short_date(day)) for at, day in zip(places, days, strict=True) if day is not None]
    chosen = _spaced([at for at, _ in dated], _ROOM_FOR_DATE)
    labels = [AxisLabel(at, text) for at, text in dated if at in chosen]
    if len(dated) < len(places):
        labels.append(AxisLabel((_OPEN + 100) / 2, case.t("report.plan_no_deadline")))
    return tuple(labels)


def _alternative(case: Case, steps: Sequence[Milestone]) -> str:
    t = case.t
    parts = []
    for step in steps:
        total = t.number(step.score or 0)
        parts.append(
            t("report.plan_step", total=total, date=t.date(step.day))
            if step.day
            else t("report.plan_step_open", total=total)
        )
    return t("report.plan_chart_alternative", steps="; ".join(parts))
