"""What changed between two assessments of an office, and why: its own answers, or a new model.

The old answers are rated by both models. What the new model makes of them alone is its part; the rest
is the answers'. National figures are no part of it: a score is reckoned from answers and a model only.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from scoring.assessment import to_table
from scoring.encode import columns_of, encode
from scoring.faults import FaultsError
from scoring.rating import rate

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

    from scoring.assessment import Assessment
    from scoring.model import Model
    from scoring.rating import Rating

TENTHS: Final = 10
"""Changes are told in tenths of a point."""


@dataclass(frozen=True)
class Mark:
    """A criterion's or the total's result.

    Args:
        score: 0-100, or None where not rated.
        low: With every open answer at its worst, 0-100; None where nothing applies.
        high: With every open answer at its best.
        coverage: Answered share, 0-1.
        level: The level's code, or None.
    """

    score: float | None
    low: float | None
    high: float | None
    coverage: float
    level: str | None


@dataclass(frozen=True)
class Result:
    """One assessment's total and criteria, by code in the order of the model."""

    total: Mark
    criteria: Mapping[str, Mark]


@dataclass(frozen=True)
class Step:
    """A score on its way from one assessment to another; None wherever it is not rated.

    Args:
        before: The old answers by the old model, 0-100.
        between: The old answers by the new model.
        after: The new answers by the new model.

    Laws: ``model + answers == whole``, to the tenth of a point in which they are told; with one
    model ``model`` is 0.
    """

    before: float | None
    between: float | None
    after: float | None

    @property
    def whole(self) -> float | None:
        """By how many points it changed."""
        return _difference(self.before, self.after)

    @property
    def model(self) -> float | None:
        """By how much because the model is another."""
        return _difference(self.before, self.between)

    @property
    def answers(self) -> float | None:
        """By how much because the answers are others."""
        return _difference(self.between, self.after)


@dataclass(frozen=True)
class WhatChanged:
    """The way from one assessment to another.

    Args:
        total: The total's way.
        criteria: Each criterion's, in the order of the new model, then those that it has no more.
        texts: The columns that are answered differently now, with their new text; "" for a blank.
        earlier: What the new model takes of the old answers, column -> text.
    """

    total: Step
    criteria: Mapping[str, Step]
    texts: Mapping[str, str]
    earlier: Mapping[str, str]


def results(assessments: Sequence[Assessment], *, model: Model) -> list[Result]:
    """Rates assessments that were made with the same model.

    Raises:
        FaultsError: Answers do not fit the model.
    """
    if not assessments:
        return []
    rating = rate(encode(_table(assessments), model=model), model=model)
    return [_result(rating, place) for place in range(len(assessments))]


def what_changed(before: Assessment, after: Assessment, *, old_model: Model, new_model: Model) -> WhatChanged:
    """Splits the change from one assessment to another.

    Args:
        before: The earlier assessment.
        after: The later one.
        old_model: What the earlier was made with.
        new_model: What the later was made with.

    Raises:
        FaultsError: Answers do not fit the model that they were made with.
    """
    kept = fitting(before, model=new_model)
    first = results([before], model=old_model)[0]
    between, last = results([kept, after], model=new_model)
    codes = dict.fromkeys([*new_model.criteria, *old_model.criteria])
    old, new = _written(kept), _written(after)
    return WhatChanged(
        total=Step(first.total.score, between.total.score, last.total.score),
        criteria={code: Step(*(_score(one, code) for one in (first, between, last))) for code in codes},
        texts={
            column: new.get(column, "")
            for column in columns_of(new_model)
            if old.get(column, "") != new.get(column, "")
        },
        earlier=old,
    )


def fitting(assessment: Assessment, *, model: Model) -> Assessment:
    """The assessment with only those answers that a model takes: its questions, its alternatives."""
    known = set(columns_of(model))
    answers = {column: text for column, text in assessment.answers.items() if column in known}
    kept = replace(assessment, answers=answers)
    try:
        encode(_table([kept]), model=model)
    except FaultsError as error:
        faulty = {fault.column for fault in error.faults}
        kept = replace(
            kept, answers={column: text for column, text in answers.items() if column not in faulty}
        )
    return kept


def fits(assessment: Assessment, *, model: Model) -> bool:
    """Whether a model takes every one of the answers."""
    return fitting(assessment, model=model).answers == assessment.answers


def _result(rating: Rating, place: int) -> Result:
    tables = {name: getattr(rating, name) for name in ("score", "low", "high", "coverage")}
    tables["level"] = rating.levels
    criteria = {
        code: {name: float(table[code].iloc[place]) for name, table in tables.items()}
        for code in rating.model.criteria
    }
    total = {str(name): float(value) for name, value in rating.total.iloc[place].items()}
    return Result(_mark(total, rating), {code: _mark(values, rating) for code, values in criteria.items()})


def _mark(values: Mapping[str, float], rating: Rating) -> Mark:
    place = int(values["level"])
    return Mark(
        score=_number(values["score"]),
        low=_number(values["low"]),
        high=_number(values["high"]),
        coverage=_number(values["coverage"]) or 0.0,
        level=list(rating.model.method.levels)[place] if place >= 0 else None,
    )


def _table(assessments: Sequence[Assessment]) -> pd.DataFrame:
    """Numbers for names: an office may have none yet, and here it is the same one several times."""
    return to_table([replace(one, office=str(place)) for place, one in enumerate(assessments)])


def _written(assessment: Assessment) -> dict[str, str]:
    return {column: text for column, text in assessment.answers.items() if text}


def _score(result: Result, code: str) -> float | None:
    found = result.criteria.get(code)
    return found.score if found else None


def _difference(start: float | None, end: float | None) -> float | None:
    """Between the scores as they are shown, so that shown parts add up to the shown whole."""
    return None if start is None or end is None else (_tenths(end) - _tenths(start)) / TENTHS


def _tenths(score: float) -> int:
    """Half up, as the translator rounds; the ninth decimal takes the error of reckoning away."""
    return math.floor(round(score * TENTHS, 8) + 0.5)


def _number(value: float) -> float | None:
    return None if math.isnan(value) else float(value)
