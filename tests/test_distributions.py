"""The exact distributions against what any person can count out."""

from __future__ import annotations

import math
from fractions import Fraction
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.distributions import Component, comonotone, component, independent

HALF = Fraction(1, 2)
components = st.lists(
    st.tuples(st.sampled_from([Fraction(), Fraction(1, 3), HALF, Fraction(1)]), st.integers(1, 40)),
    min_size=1,
    max_size=4,
).map(component)
few = st.lists(components, min_size=1, max_size=4)


@settings(deadline=None)
@given(few)
def test_both_keep_the_mean_exact(parts: list[Component]) -> None:
    mean = float(sum((part.mean for part in parts), Fraction()))
    for distribution in (independent(parts), comonotone(parts)):
        assert distribution.mean == pytest.approx(mean)
        assert distribution.shares.sum() == pytest.approx(1)
        assert (np.diff(distribution.values) > 0).all()


@settings(deadline=None)
@given(few)
def test_independent_is_every_combination(parts: list[Component]) -> None:
    counted: dict[Fraction, Fraction] = {}
    pairs = [list(zip(part.values, part.counts, strict=True)) for part in parts]
    for combination in product(*pairs):
        value = sum((value for value, _ in combination), Fraction())
        chances = [Fraction(count, part.n) for (_, count), part in zip(combination, parts, strict=True)]
        share = math.prod(chances, start=Fraction(1))
        counted[value] = counted.get(value, Fraction()) + share
    distribution = independent(parts)
    assert distribution.values.tolist() == pytest.approx([float(value) for value in sorted(counted)])
    assert distribution.shares.tolist() == pytest.approx([float(counted[value]) for value in sorted(counted)])


@settings(deadline=None)
@given(few)
def test_moving_together_spreads_at_least_as_widely(parts: list[Component]) -> None:
    def variance(distribution: object) -> float:
        values, shares = distribution.values, distribution.shares  # type: ignore[attr-defined]
        return float(shares @ values**2 - (shares @ values) ** 2)

    assert variance(comonotone(parts)) >= variance(independent(parts)) - 1e-9


@given(few)
def test_order_is_irrelevant(parts: list[Component]) -> None:
    for combine in (independent, comonotone):
        one, other = combine(parts), combine(parts[::-1])
        assert one.values.tolist() == other.values.tolist()
        assert one.shares.tolist() == pytest.approx(other.shares.tolist())


def test_two_coins_by_hand() -> None:
    coin = Component((Fraction(), HALF), (1, 1))
    assert independent([coin, coin]).shares.tolist() == [0.25, 0.5, 0.25]
    assert comonotone([coin, coin]).values.tolist() == [0, 1]


def test_below_and_up_to_part_ways_at_a_value() -> None:
    distribution = component([(Fraction(), 1), (HALF, 2), (Fraction(1), 1)]).distribution
    assert distribution.below([0, 0.5, 0.7, 1]).tolist() == [0, 0.25, 0.75, 0.75]
    assert distribution.up_to([0, 0.5, 0.7, 1]).tolist() == [0.25, 0.75, 0.75, 1]
    assert np.isnan(distribution.below(np.nan))


@settings(deadline=None)
@given(few)
def test_at_least_half_lie_between_the_quartiles(parts: list[Component]) -> None:
    for found in (independent(parts), comonotone(parts)):
        low, high = found.quantile(0.25), found.quantile(0.75)
        assert low <= high
        assert float(found.up_to(high)) - float(found.below(low)) >= 0.5 - 1e-9
