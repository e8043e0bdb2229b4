"""What would help most: each measure by the points that the total gains, re-scored by the engine."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import numpy as np

from scoring.answers import FIRST, Answers, vocabulary
from scoring.model import Model
from scoring.model_types import Condition, Recommendation
from scoring.outcomes import Outcome
from scoring.points import Scored
from scoring.rating import Stages, combine, score_indicators

Source = Literal["recommendation", "criterion"]


@dataclass(frozen=True)
class Measure:
    """One thing that an office could do, and what it would give.

    Args:
        code: A recommendation's code, or an indicator's for advice that is not among the 15.
        source: ``recommendation`` (section 11.1) or ``criterion`` (10.3).
        recommendation: The recommendation, if it is one.
        indicators: Those that would go to full points.
        gain: Points that the total would gain, 0-100; NaN while the total is not rated.
        criterion_gains: Criterion -> points gained, 0-100; only the rated ones that gain.
        context: Unscored items whose answer says that it is not in place.
    """

    code: str
    source: Source
    recommendation: Recommendation | None
    indicators: tuple[str, ...]
    gain: float
    criterion_gains: dict[str, float]
    context: tuple[str, ...] = ()

    @property
    def weight(self) -> float:
        """What ranks measures while the total is not rated: the sum of the criteria's gains."""
        return self.gain if not np.isnan(self.gain) else sum(self.criterion_gains.values()) / 100


def rank_measures(answers: Answers, *, model: Model) -> list[Measure]:
    """The measures that apply to one office, those that give most first.

    Args:
        answers: Exactly one office.
        model: The model.

    Returns:
        Recommendations to offices, and advice from 10.3 for weak indicators that no
        recommendation covers. A recommendation with only unscored items comes last, without gain.

    Raises:
        ValueError: There is not exactly one office.

    Laws: no gain is negative; an office with full points everywhere gets none with a gain.
    """
    if len(answers) != 1:
        message = f"measures are ranked for one office at a time, not {len(answers)}"
        raise ValueError(message)
    before = combine(score_indicators(answers, model=model), model=model)
    weak = {code for code, one in before.scored.items() if one.outcome[0] == Outcome.SCORED and one.points[0] < 1}
    found = [
        *_recommended(answers, before, weak, model),
        *_advised(before, weak, model),
    ]
    return sorted(found, key=lambda one: -one.weight)


def _recommended(answers: Answers, before: Stages, weak: set[str], model: Model) -> Iterable[Measure]:
    for one in model.recommendations:
        if one.addressee != "office":
            continue
        indicators = tuple(code for code in one.indicators if code in weak)
        context = tuple(each.item for each in one.context if _missing(answers, each, model))
        if indicators or context:
            yield _measure(one.code, "recommendation", indicators, before, model, one, context)


def _advised(before: Stages, weak: set[str], model: Model) -> Iterable[Measure]:
    covered = {code for one in model.recommendations for code in one.indicators}
    for code in model.indicators:
        if code in weak and code not in covered:
            yield _measure(code, "criterion", (code,), before, model, None, ())


def _measure(
    code: str,
    source: Source,
    indicators: tuple[str, ...],
    before: Stages,
    model: Model,
    recommendation: Recommendation | None,
    context: tuple[str, ...],
) -> Measure:
    after = combine(with_full_points(before.scored, indicators), model=model)
    gains = {name: float(one.score[0] - before.criteria[name].score[0]) for name, one in after.criteria.items()}
    gain = float(after.total.score[0] - before.total.score[0])
    return Measure(code, source, recommendation, indicators, gain, {n: g for n, g in gains.items() if g > 0}, context)


def with_full_points(scored: dict[str, Scored], indicators: Iterable[str]) -> dict[str, Scored]:
    """The same points, but full points on ``indicators``."""
    full = set(indicators)
    return {
        code: Scored(np.where(np.isnan(one.points), np.nan, 1.0), one.outcome, one.low, one.high)
        if code in full
        else one
        for code, one in scored.items()
    }


def _missing(answers: Answers, condition: Condition, model: Model) -> bool:
    """Whether the office has answered, and with none of the answers that mean it is in place."""
    if condition.item not in answers.states:
        return False
    state = int(answers.states[condition.item][0])
    words = vocabulary(model, condition.item)
    return state >= FIRST and state not in {words[answer] for answer in condition.answers}
