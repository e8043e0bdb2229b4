"""The nation's points and scores on the model's indicators, exact from the report's counts."""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from scoring.aggregate import DIGITS
from scoring.distributions import Component, Distribution, comonotone, component, independent
from scoring.model_types import Indicator
from scoring.points import between
from scoring.rule_types import AnswersRule, DemandedRule, KnownRule, ShareRule

if TYPE_CHECKING:
    from scoring.figures import Figures
    from scoring.model import Model
    from scoring.rating import Weights


@dataclass(frozen=True)
class IndicatorNation:
    """How the nation's offices did on one indicator in 2003.

    Args:
        components: Independent counts whose values add up to the indicator's points (0-1). One
            where the report prints the distribution; several where it prints only each part.
    """

    components: tuple[Component, ...]

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

    def standard_error(self, population: int) -> float:
        """The standard error of the mean points with the finite-population correction.

        Args:
            population: Offices in the whole country, at least n.

        Source: Cochran, Sampling Techniques (1977), 2.6. Non-response is treated as if by chance.
        """
        variance = sum(float(part.variance) * part.n / (part.n - 1) / part.n for part in self.components)
        return math.sqrt(variance * max(0.0, 1 - self.n / population))


@dataclass(frozen=True)
class CompositeNation:
    """The nation on a criterion or the total: scores 0-100 over the indicators with a figure.

    Args:
        parts: Components scaled so that they add up to the score.
        mean: The mean score, exact from the counts.
    """

    parts: tuple[Component, ...]
    mean: float

    @cached_property
    def independent(self) -> Distribution:
        """The distribution if answers were independent."""
        return independent(self.parts)

    @cached_property
    def comonotone(self) -> Distribution:
        """The distribution if answers moved together."""
        return comonotone(self.parts)


@dataclass(frozen=True)
class Nation:
    """The nation on everything that the report has counts for.

    Args:
        indicators: Only those with an exact figure.
        criteria: Only those with at least one such indicator.
        total: Over these criteria, as the method combines them.
        weights: Criterion -> indicator -> weight of what takes part: the like for like.
    """

    indicators: dict[str, IndicatorNation]
    criteria: dict[str, CompositeNation]
    total: CompositeNation
    weights: Weights
    population: int


def build_nation(model: Model, figures: Figures, *, population: str = "all") -> Nation:
    """The nation as the model scores it.

    Args:
        model: The model.
        figures: The national figures.
        population: ``all``, ``osk`` or ``ksk``; an indicator without a split keeps the figure for all.
    """
    found = {code: _indicator(one, model, figures, population) for code, one in model.indicators.items()}
    indicators = {code: one for code, one in found.items() if one is not None}
    weights = {
        name: {code: one.weight for code, one in criterion.indicators.items() if code in indicators}
        for name, criterion in model.criteria.items()
    }
    weights = {name: members for name, members in weights.items() if members}
    criteria = {name: _criterion(members, indicators) for name, members in weights.items()}
    share = Fraction(1, len(criteria))
    parts = tuple(part.scaled(share) for one in criteria.values() for part in one.parts)
    country = figures.get("6", population="country")
    offices = sum(count or 0 for count in country.counts.values()) if country else model.method.population
    return Nation(indicators, criteria, CompositeNation(parts, _mean(parts)), weights, offices)


def _criterion(members: dict[str, float], indicators: dict[str, IndicatorNation]) -> CompositeNation:
    weights = {code: _fraction(weight) for code, weight in members.items()}
    whole = sum(weights.values(), Fraction())
    parts = tuple(
        part.scaled(100 * weight / whole)
        for code, weight in weights.items()
        for part in indicators[code].components
    )
    return CompositeNation(parts, _mean(parts))


def _mean(parts: tuple[Component, ...]) -> float:
    return round(float(sum((part.mean for part in parts), Fraction())), DIGITS)


def _indicator(one: Indicator, model: Model, figures: Figures, population: str) -> IndicatorNation | None:
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
    pairs = [(_fraction(table[answer]), count) for answer, count in counts.items() if answer in table]
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
    pairs = [(_fraction(value), counts[name]) for name, value in zip(item.bins, points.tolist(), strict=True)]
    return IndicatorNation((component(pairs),))


def _from_known(rule: KnownRule, model: Model, figures: Figures) -> IndicatorNation | None:
    """One yes/no component for each item; only where each known figure is worth the same."""
    steps = [_fraction(point) for point in rule.points]
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


def _fraction(number: float) -> Fraction:
    """The decimal that the model's file means, exactly."""
    return Fraction(str(number)).limit_denominator(10**6)
