"""Which office names a long file has had so far, without keeping the names."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

Hashes = npt.NDArray[np.uint64]
Rows = npt.NDArray[np.int64]


class NamesSeen:
    """The names met so far, each as a hash of 64 bits and the row where it stood first: 16 bytes.

    Two names of ten million share a hash once in 370,000 files of that length (n² / 2⁶⁵). The pairs
    are kept in sorted runs, of which the last are merged whenever they have grown as long as each other,
    so that there are few to search and few to move.
    """

    def __init__(self) -> None:
        self._runs: list[tuple[Hashes, Rows]] = []

    def first_rows(self, names: npt.NDArray[np.object_], rows: Rows) -> Rows:
        """Takes in names, and tells where each stood first.

        Args:
            names: Texts, shape (n,).
            rows: Their rows in the file, all after those that were met before, shape (n,).

        Returns:
            The row of each name's first appearance, shape (n,): its own row where it is new.
        """
        hashes = pd.util.hash_array(names, categorize=False)
        different, places, back = np.unique(hashes, return_index=True, return_inverse=True)
        first = rows[places]
        is_new = np.ones(len(different), dtype=bool)
        for known, known_rows in self._runs:
            near = np.minimum(np.searchsorted(known, different), len(known) - 1)
            is_met = known[near] == different
            first[is_met] = known_rows[near[is_met]]
            is_new &= ~is_met
        if is_new.any():
            self._keep(different[is_new], first[is_new])
        return first[back]

    def _keep(self, hashes: Hashes, rows: Rows) -> None:
        while self._runs and len(self._runs[-1][0]) <= len(hashes):
            more_hashes, more_rows = self._runs.pop()
            hashes, rows = np.concatenate([hashes, more_hashes]), np.concatenate([rows, more_rows])
            order = np.argsort(hashes, kind="stable")
            hashes, rows = hashes[order], rows[order]
        self._runs.append((hashes, rows))
