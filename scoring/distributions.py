"""Exact distributions of points and scores from the report's counts.

A composite's place among the offices cannot be read from the report, which prints each question
by itself. Two cases are exact: that answers to different questions are independent, and that they
move together (comonotone). Most sets of real offices lie between, but nothing forces them to.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from collections.abc import Sequence

TOLERANCE = 1e-9


@dataclass(frozen=True)
class Component:
    """One counted thing: the values that offices have, and how many have each.

    Args:
        values: Points, 0-1, as exact fractions; ascending, no value twice.
        counts: Offices with each value; same length, sum above 0.
    """

    values: tuple[Fraction, ...]
    counts: tuple[int, ...]

    @property
    def n(self) -> int:
        """Offices in all."""
        return sum(self.counts)

    @property
    def mean(self) -> Fraction:
        """The mean of the values, exact."""
        return (
            sum((value * count for value, count in zip(self.values, self.counts, strict=True)), Fraction())
            / self.n
        )

    @property
    def variance(self) -> Fraction:
        """The population variance of the values, exact."""
        squares = (value * value * count for value, count in zip(self.values, self.counts, strict=True))
        return sum(squares, Fraction()) / self.n - self.mean**2

    def scaled(self, weight: Fraction) -> Component:
        """The same offices with every value times ``weight`` (0 or more)."""
        return component(
            [(value * weight, count) for value, count in zip(self.values, self.counts, strict=True)]
        )

    @property
    def distribution(self) -> Distribution:
        """Its shares as floats."""
        return Distribution(
            np.array([float(value) for value in self.values]),
            np.array([count / self.n for count in self.counts]),
        )


def component(pairs: Sequence[tuple[Fraction, int]]) -> Component:
    """A component from value and count pairs; equal values are put together, empty ones dropped."""
    merged: dict[Fraction, int] = {}
    for value, count in pairs:
        if count:
            merged[value] = merged.get(value, 0) + count
    ordered = sorted(merged.items())
    return Component(tuple(value for value, _ in ordered), tuple(count for _, count in ordered))


@dataclass(frozen=True)
class Distribution:
    """Values ascending with the share of offices at each; shares add to 1."""

    values: npt.NDArray[np.float64]
    shares: npt.NDArray[np.float64]

    @property
    def mean(self) -> float:
        """The mean value."""
        return float(self.values @ self.shares)

    def below(self, score: npt.ArrayLike) -> npt.NDArray[np.float64]:
        """The share of offices strictly below each score; NaN for NaN."""
        return self._share(score, -TOLERANCE)

    def up_to(self, score: npt.ArrayLike) -> npt.NDArray[np.float64]:
        """The share of offices at or below each score; NaN for NaN."""
        return self._share(score, TOLERANCE)

    def quantile(self, share: float) -> float:
        """The lowest value that at least ``share`` (above 0, up to 1) of the offices do not exceed."""
        place = int(np.searchsorted(np.cumsum(self.shares), share - TOLERANCE))
        return float(self.values[min(place, len(self.values) - 1)])

    def _share(self, score: npt.ArrayLike, shift: float) -> npt.NDArray[np.float64]:
        wanted = np.asarray(score, dtype=float)
        cumulated = np.concatenate([[0.0], np.cumsum(self.shares)])
        places = np.searchsorted(self.values, wanted + shift, side="left" if shift < 0 else "right")
        return np.where(np.isnan(wanted), np.nan, np.minimum(cumulated[places], 1.0))


def independent(parts: Sequence[Component]) -> Distribution:
    """The sum of the parts if answers were independent: an exact convolution on a common lattice.

    Laws: the mean is the sum of the parts' means; the order of the parts is irrelevant.
    """
    step = math.lcm(*(value.denominator for part in parts for value in part.values))
    shares = np.ones(1)
    for part in parts:
        places = [int(value * step) for value in part.values]
        spread = np.zeros(places[-1] + 1)
        spread[places] = np.array(part.counts) / part.n
        shares = np.convolve(shares, spread)
    kept = np.flatnonzero(shares > 0)
    return Distribution(kept / step, shares[kept])


def comonotone(parts: Sequence[Component]) -> Distribution:
    """The sum of the parts if the office that is best at one thing were best at all.

    Laws: the mean is the sum of the parts' means; it spreads at least as widely as ``independent``.
    """
    ends = sorted({end for part in parts for end in _cumulated(part)})
    values: dict[Fraction, Fraction] = {}
    start = Fraction()
    for end in ends:
        total = sum((_quantile(part, end) for part in parts), Fraction())
        values[total] = values.get(total, Fraction()) + end - start
        start = end
    ordered = sorted(values.items())
    return Distribution(
        np.array([float(value) for value, _ in ordered]), np.array([float(share) for _, share in ordered])
    )


def _cumulated(part: Component) -> list[Fraction]:
    ends, total = [], 0
    for count in part.counts:
        total += count
        ends.append(Fraction(total, part.n))
    return ends


def _quantile(part: Component, share: Fraction) -> Fraction:
    """The value of the office at ``share`` (above 0, up to 1) when offices stand in order."""
    return next(value for value, end in zip(part.values, _cumulated(part), strict=True) if end >= share)
