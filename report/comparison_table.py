"""Offices side by side as one tidy table: scores, ranks, how sure they are, and who is nearest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from report.ratings_table import DIGITS, ratings_table
from scoring.groups import profiles
from scoring.neighbours import nearest_of_all

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scoring import Answers, Rating
    from scoring.ranks import RankUncertainty

BEST: Final = 5
"""Among how many best an office is counted."""


def comparison_table(answers: Answers, rating: Rating, ranks: RankUncertainty) -> pd.DataFrame:
    """A row for each office.

    Args:
        answers: The offices.
        rating: Their rating.
        ranks: Their ranks, by the model's weights.

    Returns:
        ``office`` and ``model_version``; ``total.score``, ``.low``, ``.high``, ``.coverage``, ``.level``;
        ``<criterion>.score``; ``rank`` (missing without a total), ``rank.best`` and ``rank.worst`` (open
        answers), ``rank.weights_05``, ``_50`` and ``_95`` (quantiles over other weights),
        ``rank.among_best_5`` (share of other weights, 0-1), ``rank.geometric``; ``nearest.1`` to
        ``nearest.5``: names, missing where fewer offices can be compared.
    """
    total = [f"total.{part}" for part in ("score", "low", "high", "coverage", "level")]
    criteria = [f"{code}.score" for code in rating.model.criteria]
    scores = ratings_table(rating)[["office", "model_version", *total, *criteria]]
    return pd.DataFrame({**scores, **dict(_ranks(ranks)), **_nearest(answers, rating)})


def _ranks(ranks: RankUncertainty) -> Iterator[tuple[str, pd.Series]]:
    plain = ranks.table.reset_index(drop=True)
    yield "rank", plain["rank"]
    yield "rank.best", plain["best"]
    yield "rank.worst", plain["worst"]
    for percent in (5, 50, 95):
        yield f"rank.weights_{percent:02}", ranks.quantile(percent / 100).reset_index(drop=True)
    yield f"rank.among_best_{BEST}", ranks.among_best(BEST).reset_index(drop=True).round(DIGITS)
    yield "rank.geometric", plain["geometric"]


def _nearest(answers: Answers, rating: Rating) -> dict[str, pd.Series]:
    places = nearest_of_all(profiles(answers, model=rating.model))
    names = np.array([*answers.offices, None], dtype=object)  # nobody, -1, is the last
    return {
        f"nearest.{number}": pd.Series(names[column], dtype="string")
        for number, column in enumerate(places.T, start=1)
    }
