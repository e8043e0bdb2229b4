"""The plan of measures line by line: the same on paper, in the spreadsheet and in the calendar."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from report.cleaning import plain_text
from report.measure_words import gain_text, measure_source, measure_title
from scoring.assessment import Assessment, to_rows
from scoring.encode import encode
from scoring.plan import PlannedMeasure, indicators_of, project

if TYPE_CHECKING:
    from i18n import Translator
    from report.scorecard import Scorecard
    from scoring.model import Model
    from scoring.plan import Milestone

LONGEST_NAME: Final = 200
LONGEST_NOTE: Final = 2000
"""Characters of a responsible's name and of a note that a file takes."""

_NOTHING: Final = 1e-6
"""A smaller gain is none."""


@dataclass(frozen=True)
class PlanLine:
    """One planned measure in words, with the numbers for drawing and reckoning.

    Args:
        planned: The measure as the office planned it.
        responsible: The person or role, safe to write in any file.
        note: The note, safe to write in any file.
        gain: Points that the total gains from this alone, 0-100; None where not known, or where
            the measure is dropped.
        gain_text: The same in words.
        total: The total once this and all before it are in place; None where not rated or dropped.
    """

    planned: PlannedMeasure
    title: str
    source: str
    responsible: str
    effort: str
    status: str
    note: str
    gain: float | None
    gain_text: str
    total: float | None

    @property
    def open(self) -> bool:
        """Whether it is still to be done."""
        return self.planned.status in ("planned", "started")


def plan_steps(scorecard: Scorecard, *, model: Model) -> list[Milestone]:
    """The projected total by date, from the day of the assessment on (see ``project``)."""
    assessment = scorecard.assessment
    answers = encode(to_rows([Assessment("office", assessment.answers)]), model=model)
    return project(answers, assessment.plan, model=model, today=assessment.date)


def plan_lines(scorecard: Scorecard, *, model: Model, t: Translator) -> list[PlanLine]:
    """The planned measures: done ones first, then by deadline, without one, and dropped ones last."""
    plan = sorted(scorecard.assessment.plan, key=_order)
    if not plan:
        return []
    lines = _Lines(scorecard, model, t)
    return [lines.line(one) for one in plan]


def _order(one: PlannedMeasure) -> tuple[int, dt.date, str]:
    place = {"done": 0, "dropped": 2}.get(one.status, 1)
    return place, one.deadline or dt.date.max, one.code


class _Lines:
    """Puts the measures of one office's plan into words."""

    def __init__(self, scorecard: Scorecard, model: Model, t: Translator) -> None:
        self.scorecard, self.model, self.t = scorecard, model, t
        self.ranked = {measure.code: measure for measure in scorecard.measures}
        steps = plan_steps(scorecard, model=model)
        self.totals = {code: step.score for step in steps for code in step.codes}

    def line(self, one: PlannedMeasure) -> PlanLine:
        model, t, dropped = self.model, self.t, one.status == "dropped"
        code = plain_text(one.code, longest=LONGEST_NAME)
        gain = None if dropped else self._gain(one)
        return PlanLine(
            planned=one,
            title=measure_title(code, model=model, t=t),
            source=measure_source(code, model=model, t=t),
            responsible=plain_text(one.responsible, longest=LONGEST_NAME),
            effort=t(f"report.effort.{one.effort}"),
            status=t(f"report.plan_status_{one.status}"),
            note=plain_text(one.note, longest=LONGEST_NOTE),
            gain=gain,
            gain_text=t("report.plan_gain_dropped") if dropped else self._words(one, gain),
            total=None if dropped else self.totals.get(one.code),
        )

    def _gain(self, one: PlannedMeasure) -> float | None:
        """What the measure alone gives; None while the total is not rated."""
        now = self.scorecard.total.score
        if now is None:
            return None
        if one.code in self.ranked:
            return self.ranked[one.code].gain
        alone = replace(self.scorecard.assessment, plan=(PlannedMeasure(one.code, "small", status="done"),))
        step = plan_steps(replace(self.scorecard, assessment=alone), model=self.model)[0]
        return None if step.score is None else step.score - now

    def _words(self, one: PlannedMeasure, gain: float | None) -> str:
        if one.code in self.ranked:
            return gain_text(self.ranked[one.code], model=self.model, t=self.t)
        if not indicators_of(one.code, self.model):
            return self.t("report.gain.none")
        if gain is None:
            return self.t("report.gain.unknown")
        more = gain > _NOTHING
        return (
            self.t("report.gain.total", gain=self.t.number(gain, 1))
            if more
            else self.t("report.plan_gain_zero")
        )
