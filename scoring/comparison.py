"""An office beside the nation, like with like: the same indicators on both sides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from scoring.aggregate import mean_of_rated
from scoring.points import Scored
from scoring.rating import Rating, combine

if TYPE_CHECKING:
    from scoring.distributions import Distribution
    from scoring.nation import Nation

TOTAL = "total"
"""The column of the total, beside the criteria's codes."""


@dataclass(frozen=True)
class Comparison:
    """``n`` offices beside the nation: tables of offices x (criteria with a figure, then ``total``).

    Args:
        score: The office's score on the indicators that have a national figure, 0-100; NaN where
            too few of them are answered.
        differs: Whether that is another score than the full one.
        below: By assumption (``independent``, ``comonotone``) the share of offices that score
            lower, 0-1.
        up_to: The share that score lower or the same.
    """

    score: pd.DataFrame
    differs: pd.DataFrame
    below: dict[str, pd.DataFrame]
    up_to: dict[str, pd.DataFrame]


def compare(rating: Rating, nation: Nation) -> Comparison:
    """Places each office's composites among the nation's.

    The band between the two assumptions is no margin of error: it tells what the report's
    question-by-question tables leave open about whole offices.
    """
    points, outcomes = rating.points, rating.outcomes
    scored = {code: Scored(points[code].to_numpy(), outcomes[code].to_numpy()) for code in nation.indicators}
    stages = combine(scored, model=rating.model, weights=nation.weights)
    columns = {name: one.score for name, one in stages.criteria.items()}
    least = min(rating.model.method.rated_criteria, len(columns))
    columns[TOTAL] = mean_of_rated(list(stages.criteria.values()), least=least)
    score = pd.DataFrame(columns, index=points.index)
    full = rating.score.assign(**{TOTAL: rating.total["score"]})[list(columns)]
    differs = score.notna() & ~pd.DataFrame(
        np.isclose(score, full, atol=1e-6), index=score.index, columns=score.columns
    )
    return Comparison(score, differs, _places(score, nation, "below"), _places(score, nation, "up_to"))


def _places(score: pd.DataFrame, nation: Nation, side: str) -> dict[str, pd.DataFrame]:
    def table(assumption: str) -> pd.DataFrame:
        return pd.DataFrame(
            {
                name: getattr(_distribution(nation, str(name), assumption), side)(score[name])
                for name in score
            },
            index=score.index,
        )

    return {assumption: table(assumption) for assumption in ("independent", "comonotone")}


def _distribution(nation: Nation, name: str, assumption: str) -> Distribution:
    composite = nation.total if name == TOTAL else nation.criteria[name]
    distribution: Distribution = getattr(composite, assumption)
    return distribution
