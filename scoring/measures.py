"""What would help most: each measure by the points that the total gains, re-scored by the engine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from scoring.answers import FIRST, Answers, vocabulary
from scoring.outcomes import Outcome
from scoring.points import Scored
from scoring.rating import Stages, combine, score_indicators

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from scoring.model import Model
    from scoring.model_types import Condition, Recommendation

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
    scored = score_indicators(answers, model=model)
    weak = {code for code, one in scored.items() if one.outcome[0] == Outcome.SCORED and one.points[0] < 1}
    ideas = [*_recommended(answers, weak, model), *_advised(weak, model)]
    stages = combine(_with_each_in_place(scored, ideas), model=model)
    found = [_measure(idea, stages, place) for place, idea in enumerate(ideas, start=1)]
    return sorted(found, key=lambda one: -one.weight)


@dataclass(frozen=True)
class _Idea:
    """A measure before it is known what it gives."""

    code: str
    source: Source
    indicators: tuple[str, ...]
    recommendation: Recommendation | None = None
    context: tuple[str, ...] = ()


def _recommended(answers: Answers, weak: set[str], model: Model) -> Iterable[_Idea]:
    for one in model.recommendations:
        if one.addressee != "office":
            continue
        indicators = tuple(code for code in one.indicators if code in weak)
        context = tuple(each.item for each in one.context if _missing(answers, each, model))
        if indicators or context:
            yield _Idea(one.code, "recommendation", indicators, one, context)


def _advised(weak: set[str], model: Model) -> Iterable[_Idea]:
    covered = {code for one in model.recommendations for code in one.indicators}
    for code in model.indicators:
        if code in weak and code not in covered:
            yield _Idea(code, "criterion", (code,))


def _with_each_in_place(scored: dict[str, Scored], ideas: Sequence[_Idea]) -> dict[str, Scored]:
    """The office as it is in row 0, then once for each idea with full points where the idea says so."""
    batch = {}
    for code, one in scored.items():
        points = np.repeat(one.points, len(ideas) + 1)
        points[[place for place, idea in enumerate(ideas, start=1) if code in idea.indicators]] = 1.0
        batch[code] = Scored(points, np.repeat(one.outcome, len(points)), one.low, one.high)
    return batch


def _measure(idea: _Idea, stages: Stages, place: int) -> Measure:
    gains = {name: float(one.score[place] - one.score[0]) for name, one in stages.criteria.items()}
    return Measure(
        code=idea.code,
        source=idea.source,
        recommendation=idea.recommendation,
        indicators=idea.indicators,
        gain=float(stages.total.score[place] - stages.total.score[0]),
        criterion_gains={name: gain for name, gain in gains.items() if gain > 0},
        context=idea.context,
    )


def _missing(answers: Answers, condition: Condition, model: Model) -> bool:
    """Whether the office has answered, and with none of the answers that mean it is in place."""
    if condition.item not in answers.states:
        return False
    state = int(answers.states[condition.item][0])
    words = vocabulary(model, condition.item)
    return state >= FIRST and state not in {words[answer] for answer in condition.answers}
