"""Ratings with the criterion scores that a test gives, without the answers behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from scoring import Model, Outcome, Rating, load_model
from scoring.aggregate import Scores, level_codes, score_total

if TYPE_CHECKING:
    import numpy.typing as npt

    Table = npt.NDArray[np.float64]
    Ends = tuple[Table, Table, Table]

MODEL: Model = load_model()
CRITERIA = list(MODEL.criteria)


def given_rating(score: Table, low: Table | None = None, high: Table | None = None) -> Rating:
    """Offices named ``o0``, ``o1`` and so on.

    Args:
        score: Shape (offices, criteria), 0-100; NaN is not rated.
        low: The lower ends; where left out the score, and 0 where not rated.
        high: The upper ends; where left out the score, and 100 where not rated.
    """
    low = np.nan_to_num(score, nan=0) if low is None else low
    high = np.nan_to_num(score, nan=100) if high is None else high
    outcome = np.where(np.isnan(score), Outcome.TOO_LITTLE_DATA, Outcome.SCORED).astype(np.int8)
    coverage = np.ones_like(score)
    columns = zip(score.T, low.T, high.T, coverage.T, outcome.T, strict=True)
    criteria = [Scores(*column) for column in columns]
    total = score_total(criteria, least=MODEL.method.rated_criteria)
    offices = pd.Index([f"o{place}" for place in range(len(score))], name="office")

    def frame(table: npt.NDArray[np.generic]) -> pd.DataFrame:
        return pd.DataFrame(table, index=offices, columns=CRITERIA)

    nothing = pd.DataFrame(index=offices)
    return Rating(
        model=MODEL,
        points=nothing,
        outcomes=nothing,
        score=frame(score),
        low=frame(low),
        high=frame(high),
        coverage=frame(coverage),
        criterion_outcomes=frame(outcome),
        levels=frame(level_codes(score, MODEL.method)),
        total=pd.DataFrame(vars(total), index=offices),
    )


def tables(*, least: int = 1, most: int = 6) -> st.SearchStrategy[Table]:
    """Scores of some offices on all criteria, ties and zeros among them."""
    scores = st.sampled_from([0.0, 100 / 3, 50.0, 100.0]) | st.integers(0, 100).map(float)
    return st.integers(least, most).flatmap(
        lambda size: arrays(float, (size, len(CRITERIA)), elements=scores)
    )


@st.composite
def partly_open(draw: st.DrawFn, *, least: int = 1, most: int = 6) -> Ends:
    """Scores with their lower and upper ends, of offices with open answers and criteria that are not rated.

    They are for ``given_rating``. Tables and no rating: when a test fails, they can be read.
    """
    ends = [draw(tables(least=least, most=most))]
    shape = ends[0].shape
    ends += [draw(arrays(float, shape, elements=st.sampled_from([0.0, 0.0, 12.5, 40.0]))) for _ in range(2)]
    unrated = draw(arrays(bool, shape, elements=st.sampled_from([False, False, False, True])))
    score, below, above = ends
    low, high = np.clip(score - below, 0, 100), np.clip(score + above, 0, 100)
    return np.where(unrated, np.nan, score), low, high
