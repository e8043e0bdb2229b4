"""One office's scorecard as plain values: what every page, PDF and file about it shows.

No language and no layout: codes and numbers, so that screen and paper cannot disagree.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from scoring.assessment import Assessment, to_rows
from scoring.comparison import TOTAL, Comparison, compare
from scoring.encode import encode
from scoring.measures import Measure, rank_measures
from scoring.outcomes import Outcome
from scoring.rating import Rating, rate

if TYPE_CHECKING:
    from scoring.model import Model
    from scoring.nation import CompositeNation, Nation


@dataclass(frozen=True)
class Band:
    """The share of offices (0-1) that score lower, under the two assumptions, lower end first."""

    low: float
    high: float


@dataclass(frozen=True)
class Score:
    """A criterion's or the total's result.

    Args:
        score: 0-100, or None where not rated.
        low: With every open answer at its worst, 0-100; None where nothing applies.
        high: With every open answer at its best.
        coverage: Answered share of the applicable weight, 0-1.
        level: The level's code, or None.
        outcome: Scored, too little data or does not apply.
        nation: The nation's mean over the indicators that have a figure, 0-100, or None.
        middle: From which score to which at least half of the offices lie, or None.
        like_for_like: The office's score over these same indicators, or None.
        differs: Whether that differs from ``score``.
        band: Where ``like_for_like`` lies among the offices, or None.
    """

    score: float | None
    low: float | None
    high: float | None
    coverage: float
    level: str | None
    outcome: Outcome
    nation: float | None
    middle: tuple[float, float] | None
    like_for_like: float | None
    differs: bool
    band: Band | None


@dataclass(frozen=True)
class IndicatorResult:
    """One indicator's result.

    Args:
        code: The indicator.
        points: 0-1, or None unless scored.
        outcome: What became of it.
        nation: The nation's mean points, 0-1, or None where the report gives no exact figure.
        below: Share of offices with fewer points, where the distribution is printed; 0-1.
        same: Share with the same points.
        full: Offices with full points in 2003, or None.
        n: The base of these figures.
    """

    code: str
    points: float | None
    outcome: Outcome
    nation: float | None
    below: float | None
    same: float | None
    full: int | None
    n: int | None


@dataclass(frozen=True)
class CriterionResult:
    """A criterion's score with its indicators."""

    code: str
    number: int
    score: Score
    indicators: tuple[IndicatorResult, ...]


@dataclass(frozen=True)
class Scorecard:
    """Everything about one office's result."""

    assessment: Assessment
    total: Score
    rated: int
    criteria: tuple[CriterionResult, ...]
    measures: tuple[Measure, ...]

    @property
    def answered(self) -> int:
        """How many cells hold an answer."""
        return sum(bool(text) for text in self.assessment.answers.values())


def build_scorecard(assessment: Assessment, *, model: Model, nation: Nation) -> Scorecard:
    """Rates one office and puts it beside the nation.

    Raises:
        FaultsError: The answers do not fit the model.
    """
    answers = encode(to_rows([assessment]), model=model)
    rating = rate(answers, model=model)
    comparison = compare(rating, nation)
    return Scorecard(
        assessment=assessment,
        total=_total(rating, comparison, nation),
        rated=int(rating.total["rated"].iloc[0]),
        criteria=tuple(_criterion(code, rating, comparison, nation) for code in model.criteria),
        measures=tuple(rank_measures(answers, model=model)),
    )


def _total(rating: Rating, comparison: Comparison, nation: Nation) -> Score:
    row = rating.total.iloc[0]
    return _score(
        {name: float(row[name]) for name in ("score", "low", "high", "coverage")},
        Outcome(int(row["outcome"])),
        _level(rating, int(row["level"])),
        comparison,
        TOTAL,
        nation.total,
    )


def _criterion(code: str, rating: Rating, comparison: Comparison, nation: Nation) -> CriterionResult:
    tables = {"score": rating.score, "low": rating.low, "high": rating.high, "coverage": rating.coverage}
    score = _score(
        {name: float(table[code].iloc[0]) for name, table in tables.items()},
        Outcome(int(rating.criterion_outcomes[code].iloc[0])),
        _level(rating, int(rating.levels[code].iloc[0])),
        comparison,
        code,
        nation.criteria.get(code),
    )
    criterion = rating.model.criteria[code]
    indicators = tuple(_indicator(one, rating, nation) for one in criterion.indicators)
    return CriterionResult(code, criterion.number, score, indicators)


def _score(
    values: dict[str, float],
    outcome: Outcome,
    level: str | None,
    comparison: Comparison,
    column: str,
    nation: CompositeNation | None,
) -> Score:
    known = column in comparison.score
    like = _number(comparison.score[column].iloc[0]) if known else None
    places = [float(table[column].iloc[0]) for table in comparison.below.values()] if like is not None else []
    return Score(
        score=_number(values["score"]),
        low=_number(values["low"]),
        high=_number(values["high"]),
        coverage=_number(values["coverage"]) or 0.0,
        level=level,
        outcome=outcome,
        nation=nation.mean if nation else None,
        middle=nation.middle if nation else None,
        like_for_like=like,
        differs=bool(comparison.differs[column].iloc[0]) if known else False,
        band=Band(min(places), max(places)) if places else None,
    )


def _indicator(code: str, rating: Rating, nation: Nation) -> IndicatorResult:
    points = _number(rating.points[code].iloc[0])
    figure = nation.indicators.get(code)
    around = figure.around(points) if figure and points is not None else None
    return IndicatorResult(
        code=code,
        points=points,
        outcome=Outcome(int(rating.outcomes[code].iloc[0])),
        nation=figure.mean if figure else None,
        below=around[0] if around else None,
        same=around[1] if around else None,
        full=figure.full if figure else None,
        n=figure.n if figure else None,
    )


def _level(rating: Rating, place: int) -> str | None:
    return list(rating.model.method.levels)[place] if place >= 0 else None


def _number(value: float) -> float | None:
    return None if np.isnan(value) else float(value)
