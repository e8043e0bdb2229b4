"""The rating: every stage from points to total, for one office or a million.

The work goes through the offices in blocks, a block a thread.
"""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import pandas as pd

from scoring.aggregate import Scores, criterion_scores, level_codes, score_total
from scoring.outcomes import Outcome
from scoring.points import Scored, score_indicator

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from scoring.answers import Answers
    from scoring.model import Model

BLOCK = 65_536
"""Offices to a block: a few megabytes of work at a time, and large enough that Python's share is slight."""

Weights = dict[str, dict[str, float]]
_SCORES = ("score", "low", "high", "coverage")


@dataclass(frozen=True)
class Rating:
    """Every stage of the rating of ``n`` offices, as tables with the office as row.

    Args:
        points: Indicators, 0-1; NaN unless the outcome is SCORED.
        outcomes: Indicators, ``Outcome`` codes.
        score: Criteria, 0-100; NaN where not rated.
        low: Criteria: every open answer at its worst.
        high: Criteria: every open answer at its best.
        coverage: Criteria: answered share of the applicable weight, 0-1.
        criterion_outcomes: Criteria, ``Outcome`` codes.
        levels: Criteria, place in ``method.levels``; -1 where not rated.
        total: Columns score, low, high, coverage, rated (criteria), outcome, level.

    Laws: an office alone gets the same digits as in a batch; the order of offices and of items
    does not matter; a better answer never lowers a score.
    """

    model: Model
    points: pd.DataFrame
    outcomes: pd.DataFrame
    score: pd.DataFrame
    low: pd.DataFrame
    high: pd.DataFrame
    coverage: pd.DataFrame
    criterion_outcomes: pd.DataFrame
    levels: pd.DataFrame
    total: pd.DataFrame


@dataclass(frozen=True)
class Stages:
    """One block of offices on its way through the engine."""

    scored: dict[str, Scored]
    criteria: dict[str, Scores]
    total: Scores


def rate(answers: Answers, *, model: Model) -> Rating:
    """Rates offices.

    Args:
        answers: Checked answers, encoded for the same model.
        model: The model.

    Returns:
        The rating, rows in the order of the offices.
    """
    tables = _Tables(len(answers), model)

    def work(rows: slice) -> None:
        tables.fill(rows, combine(score_indicators(answers.part(rows), model=model), model=model))

    _in_blocks(len(answers), work)
    return tables.rating(pd.Index(answers.offices, name="office"))


def score_indicators(answers: Answers, *, model: Model) -> dict[str, Scored]:
    """Every indicator's points, in the model's order."""
    return {code: score_indicator(answers, one, model=model) for code, one in model.indicators.items()}


def combine(scored: dict[str, Scored], *, model: Model, weights: Weights | None = None) -> Stages:
    """Points -> criteria -> total.

    Args:
        scored: Every indicator's points.
        model: The model.
        weights: Criterion -> indicator -> weight; the model's own where left out. A criterion
            or indicator that is missing takes no part.
    """
    criteria = criterion_scores(scored, weights or full_weights(model), floor=model.method.criterion_coverage)
    total = score_total(list(criteria.values()), least=min(model.method.rated_criteria, len(criteria)))
    return Stages(scored, criteria, total)


def full_weights(model: Model) -> Weights:
    """Criterion -> indicator -> weight, as the model gives them."""
    return {
        name: {code: one.weight for code, one in criterion.indicators.items()}
        for name, criterion in model.criteria.items()
    }


def _in_blocks(size: int, work: Callable[[slice], None]) -> None:
    blocks = [slice(start, min(start + BLOCK, size)) for start in range(0, size, BLOCK)]
    if len(blocks) <= 1:
        _exhaust(map(work, blocks))
        return
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        _exhaust(pool.map(work, blocks))


def _exhaust(results: Iterable[None]) -> None:
    for _ in results:
        pass


class _Tables:
    """The rating's arrays, filled block by block. A column is contiguous."""

    def __init__(self, size: int, model: Model) -> None:
        self.model = model
        indicators, criteria = len(model.indicators), len(model.criteria)
        self.points = np.empty((size, indicators), order="F")
        self.outcomes = np.empty((size, indicators), dtype=np.int8, order="F")
        self.criteria = {name: np.empty((size, criteria), order="F") for name in _SCORES}
        self.criterion_outcomes = np.empty((size, criteria), dtype=np.int8, order="F")
        self.total = {name: np.empty(size) for name in _SCORES}
        self.total_outcome = np.empty(size, dtype=np.int8)

    def fill(self, rows: slice, stages: Stages) -> None:
        for place, one in enumerate(stages.scored.values()):
            self.points[rows, place] = one.points
            self.outcomes[rows, place] = one.outcome
        for place, scores in enumerate(stages.criteria.values()):
            for name, table in self.criteria.items():
                table[rows, place] = getattr(scores, name)
            self.criterion_outcomes[rows, place] = scores.outcome
        for name, column in self.total.items():
            column[rows] = getattr(stages.total, name)
        self.total_outcome[rows] = stages.total.outcome

    def rating(self, offices: pd.Index[str]) -> Rating:
        def table(values: npt.NDArray[np.generic], columns: Iterable[str]) -> pd.DataFrame:
            return pd.DataFrame(values, index=offices, columns=list(columns), copy=False)

        names = list(self.model.criteria)
        method = self.model.method
        total = pd.DataFrame(self.total, index=offices)
        total["rated"] = np.count_nonzero(self.criterion_outcomes == Outcome.SCORED, axis=1)
        total["outcome"] = self.total_outcome
        total["level"] = level_codes(self.total["score"], method)
        return Rating(
            model=self.model,
            points=table(self.points, self.model.indicators),
            outcomes=table(self.outcomes, self.model.indicators),
            criterion_outcomes=table(self.criterion_outcomes, names),
            levels=table(level_codes(self.criteria["score"], method), names),
            total=total,
            **{name: table(values, names) for name, values in self.criteria.items()},
        )
