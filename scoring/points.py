"""Answers -> points: one function for each kind of rule, each over all offices at once.

Every rule yields a raw value or a table look-up; ``between`` is the only place that knows which
direction is good.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from scoring.answers import DO_NOT_KNOW, DOES_NOT_APPLY, FIRST, NOT_ANSWERED, NOT_OFFERED, Answers, vocabulary
from scoring.outcomes import Outcome
from scoring.rule_types import AnswersRule, DemandedRule, KnownRule, PerRule, ShareRule, UpToRule

if TYPE_CHECKING:
    from scoring.model import Model
    from scoring.model_types import Indicator

Floats = npt.NDArray[np.float64]
Outcomes = npt.NDArray[np.int8]
_STATES = 128
"""Room for every int8 state in a look-up table."""


@dataclass(frozen=True)
class Scored:
    """One indicator over ``n`` offices.

    Args:
        points: 0-1, NaN where the outcome is not SCORED; shape (n,).
        outcome: ``Outcome`` codes; shape (n,).
        low: The fewest points that the office could still get where the answer is open.
        high: The most. Both are (n,), or one number for all.
    """

    points: Floats
    outcome: Outcomes
    low: Floats | float = 0.0
    high: Floats | float = 1.0


def between(value: Floats, *, worst: float, best: float) -> Floats:
    """Min-max normalisation between goalposts; ``worst`` > ``best`` means that less is better.

    Args:
        value: In the goalposts' unit; NaN stays NaN.
        worst: The value that gives 0 points; beyond it the points stay 0.
        best: The value that gives 1 point.

    Returns:
        Points 0-1.

    Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 5, min-max.
    """
    return np.clip((value - worst) / (best - worst), 0.0, 1.0)


def score_indicator(answers: Answers, indicator: Indicator, *, model: Model) -> Scored:
    """The points of one indicator for every office.

    Raises:
        KeyError: The answers lack an item of the model: they were encoded for another one.
    """
    scored = _score_rule(answers, indicator, model)
    condition = indicator.does_not_apply_when
    if condition is None:
        return scored
    words = vocabulary(model, condition.item)
    irrelevant = np.isin(answers.states[condition.item], [words[answer] for answer in condition.answers])
    return _without(scored, irrelevant)


def _score_rule(answers: Answers, indicator: Indicator, model: Model) -> Scored:
    match indicator.rule:
        case AnswersRule() as rule:
            return _score_answers(answers, rule, model)
        case ShareRule() as rule:
            return _score_share(answers, rule)
        case KnownRule() as rule:
            return _score_known(answers, rule)
        case DemandedRule() as rule:
            return _score_demanded(answers, rule, model)
        case UpToRule() as rule:
            return _score_up_to(answers, rule)
        case PerRule() as rule:
            return _score_per(answers, rule)


def _score_answers(answers: Answers, rule: AnswersRule, model: Model) -> Scored:
    """A look-up from state to points."""
    points = np.full(_STATES, np.nan)
    outcome = np.full(_STATES, Outcome.NOT_SCORED, dtype=np.int8)
    outcome[:FIRST] = _NO_ANSWER
    table = model.method.three_point if rule.points is None else rule.points
    for word, state in vocabulary(model, rule.item).items():
        if word in table:
            points[state] = table[word]
            outcome[state] = Outcome.SCORED
    states = answers.states[rule.item]
    return Scored(points.take(states), outcome.take(states))


_NO_ANSWER = np.zeros(FIRST, dtype=np.int8)
_NO_ANSWER[[NOT_ANSWERED, DOES_NOT_APPLY, DO_NOT_KNOW]] = [
    Outcome.NOT_ANSWERED,
    Outcome.DOES_NOT_APPLY,
    Outcome.DO_NOT_KNOW,
]
_NUMBER = np.append(_NO_ANSWER, np.int8(Outcome.SCORED))


def _score_share(answers: Answers, rule: ShareRule) -> Scored:
    states = answers.states[rule.item]
    points = between(answers.values[rule.item], worst=rule.worst, best=rule.best)
    return Scored(points, _NUMBER.take(states))


def _score_known(answers: Answers, rule: KnownRule) -> Scored:
    """Points by how many figures the office can give; open while any item is blank."""
    states = np.stack([answers.states[item] for item in rule.items])
    known = _count((states == FIRST).T)
    blank = _count((states == NOT_ANSWERED).T)
    irrelevant = np.all(states == DOES_NOT_APPLY, axis=0)
    table = np.array(rule.points)
    outcome = np.where(
        irrelevant, Outcome.DOES_NOT_APPLY, np.where(blank > 0, Outcome.NOT_ANSWERED, Outcome.SCORED)
    )
    points = np.where(outcome == Outcome.SCORED, table[known], np.nan)
    return Scored(points, outcome.astype(np.int8), table[known], table[known + blank])


def _score_demanded(answers: Answers, rule: DemandedRule, model: Model) -> Scored:
    """The share of the most demanded fields at a step or higher; the stand-ins where none is marked."""
    marked = answers.marked[model.method.demanded_item]
    stand_in = np.isin(list(model.fields), model.method.stand_in_fields)
    demanded = np.where(marked.any(axis=1, keepdims=True), marked, stand_in)
    total = _count(demanded)
    reached = _count(demanded & (answers.steps >= FIRST + rule.from_step))
    blank = _count(demanded & (answers.steps == NOT_ANSWERED))
    ends = [
        between(number / total, worst=rule.worst, best=rule.best) for number in (reached, reached + blank)
    ]
    return _from_ends(ends[0], ends[1], answered=blank == 0)


def _score_up_to(answers: Answers, rule: UpToRule) -> Scored:
    """The share of the offered fields that stop at a step or lower."""
    offered = _count(answers.steps > NOT_OFFERED)
    higher = _count(answers.steps > FIRST + rule.up_to_step)
    blank = _count(answers.steps == NOT_ANSWERED)
    most = np.maximum(offered + blank, 1)
    ends = [
        between((offered - higher + blank) / most, worst=rule.worst, best=rule.best),
        between((offered - higher) / most, worst=rule.worst, best=rule.best),
    ]
    scored = _from_ends(np.minimum(*ends), np.maximum(*ends), answered=blank == 0)
    return _without(scored, (offered == 0) & (blank == 0))


def _score_per(answers: Answers, rule: PerRule) -> Scored:
    """Service fields per unit; open until both the ladder and the number are answered."""
    number = np.maximum(answers.values[rule.item], 1e-9)
    offered = _count(answers.steps > NOT_OFFERED)
    blank = _count(answers.steps == NOT_ANSWERED)
    ends = [
        between(fields / number, worst=rule.worst, best=rule.best) for fields in (offered, offered + blank)
    ]
    known = ~np.isnan(number)
    low = np.where(known, np.minimum(*ends), 0.0)
    high = np.where(known, np.maximum(*ends), 1.0)
    return _from_ends(low, high, answered=known & (blank == 0))


def _count(marks: npt.NDArray[np.bool_]) -> npt.NDArray[np.int8]:
    """How many marks each office has; columns are added as bytes, which is far faster than counting rows."""
    counts: npt.NDArray[np.int8] = np.add.reduce(marks, axis=1, dtype=np.int8)
    return counts


def _from_ends(low: Floats, high: Floats, *, answered: npt.NDArray[np.bool_]) -> Scored:
    points = np.where(answered, high, np.nan)
    outcome = np.where(answered, np.int8(Outcome.SCORED), np.int8(Outcome.NOT_ANSWERED))
    return Scored(points, outcome, low, high)


def _without(scored: Scored, irrelevant: npt.NDArray[np.bool_]) -> Scored:
    points = np.where(irrelevant, np.nan, scored.points)
    outcome = np.where(irrelevant, np.int8(Outcome.DOES_NOT_APPLY), scored.outcome)
    return Scored(points, outcome, scored.low, scored.high)
