"""The nation's points on one indicator, exact from the report's counts."""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from scoring.distributions import TOLERANCE, Component, Distribution, component
from scoring.points import between
from scoring.rule_types import AnswersRule, DemandedRule, KnownRule, ShareRule

if TYPE_CHECKING:
    from scoring.figures import Figures
    from scoring.model import Model
    from scoring.model_types import Indicator


@dataclass(frozen=True)
class IndicatorNation:
    """How the nation's offices did on one indicator in 2003.

    Args:
        components: Independent counts whose values add up to the indicator's points (0-1). One
            where the report prints the distribution; several where it prints only each part.
        classes: For a figure in classes: the points at each class's better end, and the points that
            stand for the class; ascending. Empty elsewhere.
    """

    components: tuple[Component, ...]
    classes: tuple[tuple[float, float], ...] = ()

    @property
    def mean(self) -> float:
        """Mean points, 0-1, exact from the counts."""
        return float(sum((part.mean for part in self.components), Fraction()))

    @property
    def n(self) -> int:
        """The smallest base among the components."""
        return min(part.n for part in self.components)

    @property
    def distribution(self) -> Distribution | None:
        """The distribution over offices; None where only its parts are printed."""
        return self.components[0].distribution if len(self.components) == 1 else None

    @property
    def full(self) -> int | None:
        """Offices with full points; None where the report does not tell."""
        if len(self.components) > 1:
            return None
        return sum(
            c for v, c in zip(self.components[0].values, self.components[0].counts, strict=True) if v == 1
        )

    def around(self, points: float) -> tuple[float, float] | None:
        """The shares of offices (0-1) with fewer points and with the same; None where not printed.

        Where the figure is in classes, offices of the same class count as the same.
        """
        if self.distribution is None:
            return None
        place = next((typical for end, typical in self.classes if points <= end + TOLERANCE), points)
        below = float(self.distribution.below(place))
        return below, float(self.distribution.up_to(place)) - below

    def standard_error(self, population: int) -> float:
        """The standard error of the mean points with the finite-population correction.

        Args:
            population: Offices in the whole country, at least n.

        Source: Cochran, Sampling Techniques (1977), 2.6. Non-response is treated as if by chance.
        """
        variance = sum(float(part.variance) * part.n / (part.n - 1) / part.n for part in self.components)
        return math.sqrt(variance * max(0.0, 1 - self.n / population))


def indicator_nation(
    one: Indicator, *, model: Model, figures: Figures, population: str
) -> IndicatorNation | None:
    """The nation on one indicator; None where the report gives no exact figure."""
    match one.rule:
        case AnswersRule() as rule:
            return _from_answers(rule, model, figures, population)
        case ShareRule() as rule:
            return _from_share(rule, model, figures, population)
        case KnownRule() as rule:
            return _from_known(rule, model, figures)
        case DemandedRule() as rule:
            return _from_fields(rule, model, figures)
        case _:
            return None


def _from_answers(
    rule: AnswersRule, model: Model, figures: Figures, population: str
) -> IndicatorNation | None:
    question = model.items[rule.item].place.question
    if question is None:
        return None
    figure = figures.get(question, population=population) or figures.get(question)
    counts = figure.whole(list(model.alternatives(rule.item))) if figure else None
    if counts is None:
        return None
    table = model.method.three_point if rule.points is None else rule.points
    pairs = [(exact(table[answer]), count) for answer, count in counts.items() if answer in table]
    return IndicatorNation((component(pairs),))


def _from_share(rule: ShareRule, model: Model, figures: Figures, population: str) -> IndicatorNation | None:
    """Classes stand for their middle: the report prints no finer figure."""
    item = model.items[rule.item]
    question = item.place.question
    figure = figures.get(question, population=population) or figures.get(question) if question else None
    counts = figure.whole(list(item.bins or {})) if figure else None
    if counts is None or item.bins is None:
        return None
    middles = np.array([(one.low + (one.high or one.low)) / 2 for one in item.bins.values()])
    points = between(middles, worst=rule.worst, best=rule.best)
    ends = [
        between(np.array([one.low, one.high or one.low]), worst=rule.worst, best=rule.best).max()
        for one in item.bins.values()
    ]
    pairs = [(exact(value), counts[name]) for name, value in zip(item.bins, points.tolist(), strict=True)]
    classes = sorted(zip(map(float, ends), points.tolist(), strict=True))
    return IndicatorNation((component(pairs),), tuple(classes))


def _from_known(rule: KnownRule, model: Model, figures: Figures) -> IndicatorNation | None:
    """One yes/no component for each item; only where each known figure is worth the same."""
    steps = [exact(point) for point in rule.points]
    worth = Fraction(1, len(rule.items))
    if any(abs(step - place * worth) > Fraction(1, 10**9) for place, step in enumerate(steps)):
        return None
    parts = [_known_part(item, rule, model, figures, worth) for item in rule.items]
    return IndicatorNation(tuple(part for part in parts if part)) if all(parts) else None


def _known_part(
    item: str, rule: KnownRule, model: Model, figures: Figures, worth: Fraction
) -> Component | None:
    question = model.items[item].place.question
    figure = figures.get(question) if question else None
    base = figures.get(rule.base_question) if rule.base_question else figure
    if figure is None or base is None or figure.n is None or base.n is None:
        return None
    known = figure.n - (figure.counts.get("do_not_know") or 0)
    return component([(Fraction(), base.n - known), (worth, known)])


def _from_fields(rule: DemandedRule, model: Model, figures: Figures) -> IndicatorNation | None:
    """The stand-in fields, each offered or not (Q56), or with its ladder; a blank is not at the step."""
    parts = []
    for field in model.method.stand_in_fields:
        participation = figures.get("56")
        if participation is None or participation.n is None:
            return None
        if rule.from_step == 1:
            reached = participation.counts.get(field)
        else:
            reached = _at_least(field, rule.from_step, model, figures)
        if reached is None:
            return None
        worth = Fraction(1, len(model.method.stand_in_fields))
        parts.append(component([(Fraction(), participation.n - reached), (worth, reached)]))
    return IndicatorNation(tuple(parts))


def _at_least(field: str, step: int, model: Model, figures: Figures) -> int | None:
    question = model.items[model.method.ladder_item].place.question
    figure = figures.get(question or "", part=field)
    if figure is None:
        return None
    counts = [figure.counts.get(str(one)) for one in range(step, 7)]
    return sum(count for count in counts if count is not None) if None not in counts else None


def exact(number: float) -> Fraction:
    """The decimal that the model's file means, exactly."""
    return Fraction(str(number)).limit_denominator(10**6)
