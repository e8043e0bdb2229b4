"""The nearest offices of every office at once, for tables of thousands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from scoring.aggregate import DIGITS
from scoring.groups import COMPARABLE, NEAREST, VARIABLES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scoring.points import Floats

Places = npt.NDArray[np.int64]

BLOCK: Final = 300_000
"""Pairs of offices that are measured at a time: what the processor keeps at hand; more takes longer."""

NOBODY: Final = -1
_FAR: Final = np.iinfo(np.int64).max


@dataclass(frozen=True)
class _Variable:
    """What is known of the offices on one variable.

    Args:
        values: Numbers, or words as whole numbers; 0 where nothing is known.
        known: Of which offices something is.
        range: How far numbers are apart at most; None for words, which are the same or not.
        weight: Above 0.
    """

    values: Floats
    known: npt.NDArray[np.bool_]
    range: float | None
    weight: float

    def apart(self, rows: slice) -> tuple[Floats, npt.NDArray[np.bool_]]:
        """How far offices are from all, weighted, and of which pairs it is known: (rows, offices)."""
        some, known = self.values[rows, None], self.known[rows, None] & self.known
        differs = self.values != some if self.range is None else np.abs(self.values - some) / self.range
        return self.weight * (differs * known), known


def nearest_of_all(
    profile: pd.DataFrame, *, weights: Mapping[str, float] | None = None, count: int = NEAREST
) -> Places:
    """The offices nearest to each by profile.

    Args:
        profile: The offices; each has a name of its own.
        weights: Variable -> weight above 0; ``VARIABLES`` alike where left out.
        count: At most how many, 1 or more.

    Returns:
        Shape (offices, ``count``): rows of the profile, nearest first; ``NOBODY`` where fewer can
        be compared. Ten thousand offices take some seconds, twice as many four times as long.

    Raises:
        KeyError: The profile lacks a variable.

    Laws: each office has those that ``groups.nearest`` gives, in the same order.
    """
    by_name = np.argsort(profile.index.to_numpy(dtype=object), kind="stable")
    place = np.empty(len(profile), dtype=np.int64)
    place[by_name] = np.arange(len(profile))  # the alphabet decides where distances are the same
    variables = _variables(profile, weights or dict.fromkeys(VARIABLES, 1.0))
    found = np.full((len(profile), count), NOBODY, dtype=np.int64)
    height = max(1, BLOCK // max(1, len(profile)))
    for start in range(0, len(profile), height):
        rows = slice(start, min(start + height, len(profile)))
        some = _first(_order(variables, rows, place), min(count, len(profile)))
        found[rows, : some.shape[1]] = some
    return found


def _variables(profile: pd.DataFrame, weights: Mapping[str, float]) -> list[_Variable]:
    return [_variable(profile[name], weight) for name, weight in weights.items()]


def _variable(column: pd.Series, weight: float) -> _Variable:
    if pd.api.types.is_numeric_dtype(column):
        values = column.to_numpy(dtype=float, na_value=np.nan)
        known = ~np.isnan(values)
        widest = float(np.ptp(values[known])) if known.any() else 0.0
        return _Variable(np.where(known, values, 0.0), known, widest or 1.0, weight)
    codes = column.astype("category").cat.codes.to_numpy()
    return _Variable(codes.astype(float), codes >= 0, None, weight)


def _order(variables: list[_Variable], rows: slice, place: Places) -> Places:
    """A number for each pair that is the smaller, the nearer the office; ``_FAR`` for who is not compared."""
    shape = (rows.stop - rows.start, len(place))
    apart, both = np.zeros(shape), np.zeros(shape)
    for one in variables:
        far, known = one.apart(rows)
        apart += far
        both += one.weight * known
    far_off = np.round(both / sum(one.weight for one in variables), DIGITS) < COMPARABLE
    np.divide(apart, both, out=apart, where=~far_off)
    order: Places = np.rint(apart * 10**DIGITS).astype(np.int64) * len(place) + place
    order[far_off] = _FAR
    order[np.arange(len(order)), np.arange(rows.start, rows.stop)] = _FAR  # itself
    return order


def _first(order: Places, count: int) -> Places:
    """Of each row, the places of the smallest, in their order."""
    some = np.argpartition(order, count - 1, axis=1)[:, :count]
    numbers = np.take_along_axis(order, some, axis=1)
    ascending = np.argsort(numbers, axis=1)
    first: Places = np.take_along_axis(some, ascending, axis=1)
    first[np.take_along_axis(numbers, ascending, axis=1) == _FAR] = NOBODY
    return first
