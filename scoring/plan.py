"""A plan of measures: who does what by when, and the score that it leads to."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, get_args

import numpy as np

from scoring.points import Scored
from scoring.rating import combine, score_indicators

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from scoring.answers import Answers
    from scoring.measures import Measure
    from scoring.model import Model

Effort = Literal["small", "medium", "large"]
Status = Literal["planned", "started", "done", "dropped"]
EFFORTS: tuple[Effort, ...] = get_args(Effort)
STATUSES: tuple[Status, ...] = get_args(Status)
SINGLE = "indicator."
"""Before the code of a single indicator that a recommendation covers as well."""


@dataclass(frozen=True)
class PlannedMeasure:
    """A measure that an office has put in its plan.

    Args:
        code: A recommendation's code, or an indicator's. ``indicator.`` before it tells a single
            indicator from a recommendation of the same name.
        effort: The office's own estimate; the model's to begin with.
        responsible: A person or role.
        deadline: When it is to be in place, or None.
        status: A dropped one gives nothing; a done one counts from today.
        note: Free text.
    """

    code: str
    effort: Effort
    responsible: str = ""
    deadline: dt.date | None = None
    status: Status = "planned"
    note: str = ""

    def to_dict(self) -> dict[str, str]:
        """As texts for a JSON file; what is empty is left out."""
        texts = {
            "code": self.code,
            "effort": self.effort,
            "responsible": self.responsible,
            "deadline": self.deadline.isoformat() if self.deadline else "",
            "status": self.status,
            "note": self.note,
        }
        return {name: text for name, text in texts.items() if text}


def planned_from(value: object) -> PlannedMeasure | None:
    """What ``to_dict`` wrote, read back; None where the entry has another shape."""
    if not isinstance(value, dict) or not all(isinstance(text, str) for text in value.values()):
        return None
    entry: dict[str, Any] = {"status": "planned", **value}
    try:
        deadline = dt.date.fromisoformat(entry["deadline"]) if entry.get("deadline") else None
    except ValueError:
        return None
    if not entry.get("code") or entry.get("effort") not in EFFORTS or entry["status"] not in STATUSES:
        return None
    return PlannedMeasure(
        code=entry["code"],
        effort=entry["effort"],
        responsible=entry.get("responsible", ""),
        deadline=deadline,
        status=entry["status"],
        note=entry.get("note", ""),
    )


@dataclass(frozen=True)
class Milestone:
    """The total from a day on, when all of the plan until then is in place.

    Args:
        day: The day; None for the measures without a deadline, which come last.
        codes: The measures that come into place then; none for today.
        score: The total, 0-100, or None while it is not rated.
    """

    day: dt.date | None
    codes: tuple[str, ...]
    score: float | None


def project(
    answers: Answers, plan: Sequence[PlannedMeasure], *, model: Model, today: dt.date
) -> list[Milestone]:
    """The projected total by date: a step for each deadline.

    Args:
        answers: Exactly one office.
        plan: Its plan.
        model: The model.
        today: The first step; measures that are done or overdue count from this day.

    Returns:
        Steps in order of time, today first, those without a deadline last.

    Laws: the score never falls from one step to the next; the order of the plan is irrelevant.
    """
    scored = score_indicators(answers, model=model)
    days = _by_day(plan, today)
    steps = []
    in_place: set[str] = set()
    for day, codes in days.items():
        for code in codes:
            in_place |= set(indicators_of(code, model))
        total = combine(_with_full_points(scored, in_place), model=model).total.score[0]
        steps.append(Milestone(day, codes, None if np.isnan(total) else float(total)))
    return steps


def _by_day(plan: Iterable[PlannedMeasure], today: dt.date) -> dict[dt.date | None, tuple[str, ...]]:
    days: dict[dt.date | None, tuple[str, ...]] = {today: ()}
    for one in sorted(plan, key=lambda one: (one.deadline or dt.date.max, one.code)):
        if one.status == "dropped":
            continue
        day = today if one.status == "done" else max(one.deadline, today) if one.deadline else None
        days[day] = (*days.get(day, ()), one.code)
    return dict(sorted(days.items(), key=lambda pair: pair[0] or dt.date.max))


def indicators_of(code: str, model: Model) -> tuple[str, ...]:
    """The indicators that a measure brings to full points; none for one that the model does not know."""
    for one in model.recommendations:
        if one.code == code:
            return tuple(one.indicators)
    alone = code.removeprefix(SINGLE)
    return (alone,) if alone in model.indicators else ()


def _with_full_points(scored: dict[str, Scored], indicators: Iterable[str]) -> dict[str, Scored]:
    """The same points, but full where a scored indicator is among ``indicators``."""
    full = {code: scored[code] for code in indicators}
    best = {
        code: Scored(np.where(np.isnan(one.points), np.nan, 1.0), one.outcome, one.low, one.high)
        for code, one in full.items()
    }
    return {**scored, **best}


def default_effort(code: str, model: Model) -> Effort:
    """The model's estimate: the recommendation's, or the indicator's own."""
    for one in model.recommendations:
        if one.code == code:
            return one.effort
    return model.indicators[code.removeprefix(SINGLE)].effort


def by_gain_per_effort(
    measures: Iterable[Measure], efforts: dict[str, Effort], *, model: Model
) -> list[Measure]:
    """Measures in the order of what they give for the work that they ask.

    Args:
        measures: Ranked measures of one office.
        efforts: Code -> effort; the model's own estimate where a code is missing.
        model: Holds what an effort weighs (``method.effort``).
    """

    def per_effort(one: Measure) -> float:
        return one.weight / model.method.effort[efforts.get(one.code) or default_effort(one.code, model)]

    return sorted(measures, key=lambda one: -per_effort(one))
