"""What can be worked out from sums over groups of offices: the smallest group, exactly."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from itertools import chain, combinations
from typing import TYPE_CHECKING

from scoring.pool import FLOOR

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Unknown = tuple[int, int]
"""An office, and how often what it says has become news."""


def rank(rows: Iterable[Sequence[int]]) -> int:
    """Of a matrix, exactly."""
    left = [[Fraction(cell) for cell in row] for row in rows]
    found = 0
    for column in range(len(left[0]) if left else 0):
        pivot = next((row for row in left if row[column]), None)
        if pivot is None:
            continue
        left.remove(pivot)
        left = [
            [cell - row[column] / pivot[column] * mine for cell, mine in zip(row, pivot, strict=True)]
            for row in left
        ]
        found += 1
    return found


def fewest(shown: Iterable[frozenset[Unknown]], own: set[int]) -> int | None:
    """How many others are in the smallest group under five that can be worked out; None for none."""
    rows = {frozenset(one for one in row if one[0] not in own) for row in shown} - {frozenset()}
    # Who always stood together still does in every sum: such a class is all in a group, or not at all.
    classes = Counter(tuple(int(who in row) for row in rows) for who in set(chain(*rows)))
    whole = rank(classes)
    groups = chain(*(combinations(classes, count) for count in range(1, FLOOR)))
    small = [group for group in groups if sum(classes[one] for one in group) < FLOOR]
    found = [group for group in small if rank(one for one in classes if one not in group) < whole]
    return min((sum(classes[one] for one in group) for group in found), default=None)
