"""Points -> criteria -> total, each with coverage, interval and level.

The sums run indicator by indicator in the model's order, so that an office rated alone gets the
very same digits as in a batch of a million.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from scoring.outcomes import Outcome

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from scoring.model_types import Method
    from scoring.points import Floats, Outcomes, Scored

    CriterionWeights = Sequence[Floats | float]

DIGITS = 9
"""Scores are rounded to this many decimals, so that 1/3 + 2/3 meets a threshold of 1."""


@dataclass(frozen=True)
class Scores:
    """Scores of ``n`` offices on one composite: a criterion or the total.

    Args:
        score: 0-100, NaN where not rated; shape (n,).
        low: The score with every open answer at its worst; never NaN unless nothing applies.
        high: The score with every open answer at its best.
        coverage: Answered share of the applicable weight, 0-1; NaN where nothing applies.
        outcome: ``Outcome`` codes: SCORED, TOO_LITTLE_DATA or DOES_NOT_APPLY.

    Laws: low <= score <= high; low and high meet when nothing is open.
    """

    score: Floats
    low: Floats
    high: Floats
    coverage: Floats
    outcome: Outcomes


def score_criterion(indicators: Sequence[tuple[Scored, float]], *, floor: float) -> Scores:
    """The weighted mean of the scored indicators, kept inside what the open answers allow.

    An indicator that is partly answered is open, yet no longer free to become anything. The mean of
    the scored ones alone can then fall outside of what is still possible; it is moved to the nearest
    possible value, so that a score never contradicts its own interval.

    Args:
        indicators: Each with its weight (above 0).
        floor: The coverage under which the criterion is not rated, 0-1.

    Returns:
        Scores 0-100. Indicators that do not apply or are not scored take no part.
    """
    shape = indicators[0][0].points.shape
    answered, open_weight, earned, low, high = (np.zeros(shape) for _ in range(5))
    for scored, weight in indicators:
        is_scored = scored.outcome == Outcome.SCORED
        if is_scored.all():  # nothing to leave out: the short way, and the same digits
            answered += weight
            earned += weight * scored.points
            continue
        answered += weight * is_scored
        earned += weight * np.where(is_scored, scored.points, 0.0)
        is_open = is_open_outcome(scored.outcome)
        if is_open.any():
            open_weight += weight * is_open
            low += weight * np.where(is_open, scored.low, 0.0)
            high += weight * np.where(is_open, scored.high, 0.0)
    applicable = answered + open_weight
    coverage = _divide(answered, applicable)
    outcome = np.where(applicable == 0, np.int8(Outcome.DOES_NOT_APPLY), np.int8(Outcome.SCORED))
    outcome[coverage < floor] = Outcome.TOO_LITTLE_DATA
    ends = [_percent(earned + end, applicable) for end in (low, high)]
    score = np.where(outcome == Outcome.SCORED, np.clip(_percent(earned, answered), *ends), np.nan)
    return Scores(score, ends[0], ends[1], coverage, outcome)


def score_total(criteria: Sequence[Scores], *, least: int, weights: CriterionWeights | None = None) -> Scores:
    """The mean of the rated criteria, kept inside what the open answers allow.

    The interval spans every criterion that applies, the unrated too, so that the mean of the rated
    ones can fall outside of it; it is kept inside as a criterion's is.

    Args:
        criteria: One entry for each criterion.
        least: With fewer rated criteria than this the total is not rated.
        weights: What each criterion weighs, 0 or more; one alike for all where left out, which is the
            plain mean. Columns of several weightings, against scores of shape (n, 1), give (n, weightings).
    """
    each = _weights(criteria, weights)
    applicable, low, high, coverage = (np.zeros(_shape(criteria, each)) for _ in range(4))
    for one, weight in zip(criteria, each, strict=True):
        applies = one.outcome != Outcome.DOES_NOT_APPLY
        applicable += weight * applies
        low += weight * np.where(applies, one.low, 0.0)
        high += weight * np.where(applies, one.high, 0.0)
        coverage += weight * np.where(applies, one.coverage, 0.0)
    ends = [np.round(_divide(end, applicable), DIGITS) for end in (low, high)]
    score = np.clip(mean_of_rated(criteria, least=least, weights=each), *ends)
    outcome = np.where(np.isnan(score), np.int8(Outcome.TOO_LITTLE_DATA), np.int8(Outcome.SCORED))
    return Scores(score, ends[0], ends[1], _divide(coverage, applicable), outcome)


def mean_of_rated(
    criteria: Sequence[Scores], *, least: int, weights: CriterionWeights | None = None
) -> Floats:
    """The mean of the rated criteria, 0-100; NaN with fewer than ``least`` of them, or if they weigh nothing.

    Args:
        criteria: One entry for each criterion.
        least: How many must be rated.
        weights: As for ``score_total``.
    """
    each = _weights(criteria, weights)
    rated = np.zeros(criteria[0].score.shape, dtype=np.int8)
    known, earned = (np.zeros(_shape(criteria, each)) for _ in range(2))
    for one, weight in zip(criteria, each, strict=True):
        is_rated = one.outcome == Outcome.SCORED
        rated += is_rated
        known += weight * is_rated
        earned += weight * np.where(is_rated, one.score, 0.0)
    return np.where(rated >= least, np.round(_divide(earned, known), DIGITS), np.nan)


def _weights(criteria: Sequence[Scores], weights: CriterionWeights | None) -> CriterionWeights:
    return [1.0] * len(criteria) if weights is None else weights


def _shape(criteria: Sequence[Scores], weights: CriterionWeights) -> tuple[int, ...]:
    return np.broadcast_shapes(criteria[0].score.shape, np.shape(weights[0]))


def is_open_outcome(outcome: Outcomes) -> npt.NDArray[np.bool_]:
    """Where an answer is still open: it could become points, so it widens the interval."""
    is_open: npt.NDArray[np.bool_] = (outcome == Outcome.NOT_ANSWERED) | (outcome == Outcome.DO_NOT_KNOW)
    return is_open


def level_codes(score: npt.NDArray[np.float64], method: Method) -> npt.NDArray[np.int8]:
    """The place of each score's level in ``method.levels``; -1 where not rated."""
    lows = [level.low for level in method.levels.values()]
    places = np.searchsorted(lows, score, side="right") - 1
    return np.where(np.isnan(score), -1, places).astype(np.int8)


def criterion_scores(
    scored: Mapping[str, Scored], weights: Mapping[str, Mapping[str, float]], *, floor: float
) -> dict[str, Scores]:
    """Every criterion's scores.

    Args:
        scored: Indicator -> its points.
        weights: Criterion -> indicator -> weight.
        floor: As for ``score_criterion``.
    """
    return {
        criterion: score_criterion([(scored[code], weight) for code, weight in members.items()], floor=floor)
        for criterion, members in weights.items()
    }


def _percent(part: Floats, whole: Floats) -> Floats:
    return np.round(_divide(part, whole) * 100, DIGITS)


def _divide(part: Floats, whole: Floats) -> Floats:
    """Part of whole; NaN where the whole is 0, for then the part is 0 too."""
    with np.errstate(invalid="ignore"):
        return part / whole
