"""The nation's points and scores on the model's indicators, exact from the report's counts."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from scoring.aggregate import DIGITS
from scoring.distributions import Component, Distribution, comonotone, independent
from scoring.indicator_nation import IndicatorNation, exact, indicator_nation

if TYPE_CHECKING:
    from scoring.figures import Figures
    from scoring.model import Model
    from scoring.rating import Weights


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

    @cached_property
    def middle(self) -> tuple[float, float]:
        """From which score to which at least half of the offices lie, whichever way answers went together.

        Laws: at least half of them do, under both assumptions.
        """
        cases = (self.independent, self.comonotone)
        return min(one.quantile(0.25) for one in cases), max(one.quantile(0.75) for one in cases)


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
    found = {
        code: indicator_nation(one, model=model, figures=figures, population=population)
        for code, one in model.indicators.items()
    }
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
    weights = {code: exact(weight) for code, weight in members.items()}
    whole = sum(weights.values(), Fraction())
    parts = tuple(
        part.scaled(100 * weight / whole)
        for code, weight in weights.items()
        for part in indicators[code].components
    )
    return CompositeNation(parts, _mean(parts))


def _mean(parts: tuple[Component, ...]) -> float:
    return round(float(sum((part.mean for part in parts), Fraction())), DIGITS)
