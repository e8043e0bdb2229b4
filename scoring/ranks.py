"""How sure a rank is: what open answers, other weights or another kind of mean would make of it.

These are the *input factors*, and to follow them through to the ranks is an *uncertainty analysis*, in the
words of the OECD and the JRC. Offices that tie share the better rank, and the ranks that they fill are left
out ("competition ranking": 1, 2, 2, 4). An office without a total has no rank and stands in nobody's way.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from scoring.aggregate import DIGITS, Scores, score_total
from scoring.weightings import CONCENTRATION, DRAWS, SEED, centre_of, draw_weights

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from scoring.points import Floats
    from scoring.rating import Rating

BLOCK: Final = 500_000
"""Totals to a block of draws: some forty megabytes of work at a time."""

ABOVE_ZERO: Final = 0.99
"""Scores of 0-100 become 1-100 before their geometric mean, which a single 0 would make 0 (decision 14)."""

WHOLE: Final = "Int32"
"""A column of whole numbers, or missing."""


@dataclass(frozen=True)
class RankUncertainty:
    """The ranks of ``n`` offices, and how far they could move.

    Args:
        table: Offices x ``total`` (0-100, NaN where not rated), ``rank``, ``best`` and ``worst`` (the
            rank interval while each open answer, the office's own and the others', may still become
            anything), ``geometric`` (the rank by the geometric mean). Ranks are missing without a total.
        drawn: Ranks under the drawn weights, shape (offices with a total, draws), each row ascending.

    Laws: best <= rank <= worst, and they meet where nobody's answers are open; an office that is better
    than another on all ten criteria ranks before it under all weights; the order of offices is irrelevant.
    """

    table: pd.DataFrame
    drawn: npt.NDArray[np.int32]

    def among_best(self, places: int) -> pd.Series[float]:
        """The share of weightings, 0-1, that rank each office ``places`` or better; NaN without a total.

        Laws: never falls as ``places`` rises.
        """
        return self._by_office((self.drawn <= places).mean(axis=1))

    def quantile(self, share: float) -> pd.Series[int]:
        """The rank that each office has, or betters, under at least ``share`` of the weightings.

        Args:
            share: Above 0, up to 1.
        """
        place = int(np.ceil(round(share * self.drawn.shape[1], DIGITS))) - 1
        return self._by_office(self.drawn[:, place]).astype(WHOLE)

    def average_shift(self) -> dict[str, float]:
        """By how many places an office moves on average.

        Returns:
            ``weights`` and ``geometric`` -> 0 or more; NaN when no office has a rank.

        Source: OECD/JRC (2008), step 7, "average shift in rankings".
        """
        ranks = self.table[["rank", "geometric"]].dropna().astype(np.int32)
        if ranks.empty:
            return {"weights": np.nan, "geometric": np.nan}
        return {
            "weights": float(np.abs(self.drawn - ranks[["rank"]].to_numpy()).mean()),
            "geometric": float((ranks["geometric"] - ranks["rank"]).abs().mean()),
        }

    def _by_office(self, values: npt.NDArray[np.generic]) -> pd.Series[float]:
        column = np.full(len(self.table), np.nan)
        column[self.table["rank"].notna()] = values
        return pd.Series(column, index=self.table.index)


def rank_uncertainty(
    rating: Rating,
    *,
    weights: Mapping[str, float] | None = None,
    draws: int = DRAWS,
    concentration: float = CONCENTRATION,
    seed: int = SEED,
) -> RankUncertainty:
    """Ranks offices by their totals, and tells how sure each rank is.

    A total under other weights is made as the model's is: over the rated criteria, whose weights are
    scaled up to one; only with as many of them rated as the model demands; and inside its own interval.

    Args:
        rating: The offices.
        weights: Criterion -> weight, for every criterion; the model's, all alike, where left out.
        draws: How many weightings to draw around them.
        concentration: How close these keep to them (see ``draw_weights``).
        seed: The same seed draws the same weightings.

    Raises:
        ValueError: Weights, draws or concentration cannot be used.

    Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008): step 6, the geometric mean as the
    less compensatory form of aggregation; step 7, uncertainty analysis.
    """
    centre = centre_of(weights, model=rating.model)
    criteria = _criteria(rating)
    least = min(rating.model.method.rated_criteria, len(criteria))
    total = score_total(criteria, least=least, weights=list(centre))
    logs = score_total([_logs(one) for one in criteria], least=least, weights=list(centre))
    best, worst = rank_interval(total)
    ranks = {"rank": competition_ranks(total.score), "best": best, "worst": worst}
    ranks["geometric"] = competition_ranks(logs.score)
    table = pd.DataFrame({"total": total.score, **ranks}, index=rating.total.index)
    drawn = draw_weights(centre, draws=draws, concentration=concentration, seed=seed)
    ranked = [_part(one, np.flatnonzero(~np.isnan(total.score))) for one in criteria]
    return RankUncertainty(
        table.astype(dict.fromkeys(ranks, WHOLE)), _drawn_ranks(ranked, drawn, least=least)
    )


def competition_ranks(scores: Floats) -> Floats:
    """Ranks down each column, 1 for the highest score: one more than the number above; NaN for NaN."""
    ranks = pd.DataFrame(scores).rank(ascending=False, method="min").to_numpy()
    return ranks.reshape(scores.shape)


def rank_interval(total: Scores) -> tuple[Floats, Floats]:
    """The best and the worst rank that each office can have, wherever in their intervals the totals stand.

    Returns:
        One more than the number that are above in any case, and one more than the number that can be;
        NaN without a total.
    """
    rated = ~np.isnan(total.score)
    low, high = total.low[rated], total.high[rated]
    surely = len(low) - np.searchsorted(np.sort(low), high, side="right")
    possibly = len(high) - np.searchsorted(np.sort(high), low, side="right") - (high > low)  # not itself
    best, worst = (np.full(len(rated), np.nan) for _ in range(2))
    best[rated], worst[rated] = 1 + surely, 1 + possibly
    return best, worst


def _drawn_ranks(criteria: Sequence[Scores], weights: Floats, *, least: int) -> npt.NDArray[np.int32]:
    """Ranks under each weighting, shape (offices, weightings); each row in ascending order."""
    columns = [_part(one, np.s_[:, None]) for one in criteria]
    ranks = np.empty((len(criteria[0].score), weights.shape[1]), dtype=np.int32)
    width = max(1, BLOCK // max(1, len(ranks)))
    for start in range(0, weights.shape[1], width):
        block = np.s_[:, start : start + width]
        total = score_total(columns, least=least, weights=list(weights[block]))
        ranks[block] = competition_ranks(total.score)
    ranks.sort(axis=1)
    return ranks


def _criteria(rating: Rating) -> list[Scores]:
    tables = (rating.score, rating.low, rating.high, rating.coverage, rating.criterion_outcomes)
    return [Scores(*(table[code].to_numpy() for table in tables)) for code in rating.model.criteria]


def _part(one: Scores, rows: object) -> Scores:
    return Scores(**{name: column[rows] for name, column in vars(one).items()})


def _logs(one: Scores) -> Scores:
    """The logarithms of scores raised above zero: their mean ranks offices as the geometric mean does."""
    score, low, high = (np.log1p(ABOVE_ZERO * end) for end in (one.score, one.low, one.high))
    return Scores(score, low, high, one.coverage, one.outcome)
