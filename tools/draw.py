"""Random draws whose marginals are exact and that move together through a hidden quality and size.

A Gaussian copula: each office has a hidden quality; each answer's place in its distribution is a
normal number that shares part of its variance with that quality. Posts, costs and numbers of
enquiries share a hidden size in the same way. Whatever the correlation, every single answer keeps
the distribution that it is drawn from.
"""

from __future__ import annotations

import math
from statistics import NormalDist
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scoring.model_types import Bin, Item

Floats = npt.NDArray[np.float64]
Texts = npt.NDArray[np.object_]
Range = tuple[float, float]

CORRELATION: Final = 0.25
"""Between the hidden places of any two telling answers of one office. Ours: moderate."""

SIZE_CORRELATION: Final = 0.7
"""The same for what goes with the office's size: posts, costs, enquiries. Ours."""

OPEN_CLASS: Final = 1.5
"""An open upper class ends at its lower end times this: "over 4 million" is then 5 million on
average, the number with which the report itself reckons."""

_NORMAL: Final = NormalDist()
_SMALLEST: Final = 1e-12


class Draw:
    """Draws for ``size`` offices.

    Only ``random()`` of the generator is used: uniform doubles straight from the bit stream, the
    least likely thing to change between versions of numpy.

    Args:
        size: Offices.
        rng: The only source of chance.
    """

    def __init__(self, size: int, rng: np.random.Generator) -> None:
        self.size = size
        self._rng = rng
        self._quality = self._normal()
        self._bulk = self._normal()

    def plain(self) -> Floats:
        """Places 0-1 that have nothing to do with the office's quality."""
        return self._rng.random(self.size)

    def telling(self) -> Floats:
        """Places 0-1 that tend to be high for a good office."""
        return self.beside(self._quality, correlation=CORRELATION)

    def sizing(self) -> Floats:
        """Places 0-1 that tend to be high for a large office; they do not follow its quality."""
        return self.beside(self._bulk, correlation=SIZE_CORRELATION)

    def beside(self, normal: Floats, *, correlation: float) -> Floats:
        """Places 0-1 of normal numbers that share ``correlation`` of their variance with ``normal``.

        Args:
            normal: Standard normal numbers, shape (size,).
            correlation: 0-1; negative where high goes with low.
        """
        share = math.copysign(math.sqrt(abs(correlation)), correlation)
        return places_of(share * normal + math.sqrt(1 - abs(correlation)) * self._normal())

    def table(self, columns: int) -> Floats:
        """Plain places, shape (size, columns)."""
        return self._rng.random((self.size, columns))

    def _normal(self) -> Floats:
        return normal_of(self.plain())


def normal_of(places: Floats) -> Floats:
    """The standard normal number at each place 0-1."""
    return np.array([_NORMAL.inv_cdf(min(max(place, _SMALLEST), 1 - _SMALLEST)) for place in places])


def places_of(normal: Floats) -> Floats:
    """The place 0-1 of each standard normal number."""
    return np.array([_NORMAL.cdf(value) for value in normal])


def pick(counts: Mapping[str, float], places: Floats) -> Texts:
    """The answer that stands at each place when the answers are laid out by their counts.

    Args:
        counts: Answer -> weight; the worst answer first where places tell of quality.
        places: 0-1, shape (n,).
    """
    return np.array(list(counts), dtype=object)[_classes(counts, places)[0]]


def pick_numbers(
    counts: Mapping[str, float], ranges: Mapping[str, Range], places: Floats, *, step: float
) -> Texts:
    """The number that stands at each place: its class by the counts, then evenly inside the class.

    Args:
        counts: Class -> weight.
        ranges: Class -> lowest and highest number, both included.
        places: 0-1, shape (n,).
        step: What the numbers are multiples of.

    Returns:
        Numbers as texts.
    """
    classes, inside = _classes(counts, places)
    ends = [ranges[name] for name in counts]
    found = [_number(ends[one], share, step) for one, share in zip(classes, inside, strict=True)]
    return np.array(found, dtype=object)


def ranges_of(item: Item, step: float) -> dict[str, Range]:
    """The numbers drawn in each class of an item: inside it, never on a border that two classes share."""
    bins = item.bins or {}
    highs = {one.high for one in bins.values()}
    lows = {one.low for one in bins.values()}
    return {name: (_low(one, highs, item, step), _high(one, lows, step)) for name, one in bins.items()}


def _classes(counts: Mapping[str, float], places: Floats) -> tuple[npt.NDArray[np.intp], Floats]:
    """The class at each place, and how far into the class the place is (0-1)."""
    shares = np.array(list(counts.values())) / sum(counts.values())
    ends = np.cumsum(shares)
    found = np.searchsorted(ends, places, side="right").clip(max=np.flatnonzero(shares)[-1])
    inside = (places - (ends - shares)[found]) / shares[found]
    return found, inside.clip(0, 1 - _SMALLEST)


def _low(one: Bin, highs: set[float | None], item: Item, step: float) -> float:
    if item.unit == "kroner" and one.low == 0 and one.high is not None:
        return one.high / 5  # an office that costs nothing, or pays nothing, would be a mistake
    return one.low + step if one.low in highs and one.low != one.high else one.low


def _high(one: Bin, lows: set[float], step: float) -> float:
    if one.high is None:
        return one.low * OPEN_CLASS
    return one.high - step if one.high in lows and one.low != one.high else one.high


def _number(ends: Range, place: float, step: float) -> str:
    first, last = math.ceil(ends[0] / step), math.floor(ends[1] / step)
    value = (first + int(place * (last - first + 1))) * step
    return str(int(value)) if value == int(value) else str(value)
