"""Where the cells of answers come from: a table of up to a million offices, or the texts of a few.

pandas reads a column of a million cells in one go, and takes as long for one office as for a hundred. A
page that rates one office at every click reads its texts as they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import numpy as np
import numpy.typing as npt
import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROW = "row"
"""The name of a table's index when it holds the rows of the file; else rows are counted from 2."""

Cells = tuple[npt.NDArray[np.intp], list[str]]
"""A column's cells as places in a list of its different texts."""


class Source(Protocol):
    """Columns of cells, one cell an office."""

    @property
    def columns(self) -> list[str]:
        """The names in the heading, doubled ones as often as they stand there."""
        ...

    @property
    def rows(self) -> npt.NDArray[np.intp]:
        """Each office's row in its file, the heading being row 1."""
        ...

    def cells(self, column: str) -> Cells:
        """A column's cells without blanks around them; a missing cell or column is the empty text."""
        ...


def source_of(table: pd.DataFrame | Sequence[Mapping[str, str]]) -> Source:
    """Reads a table, or the texts of a few offices, column -> text."""
    return FrameSource(table) if isinstance(table, pd.DataFrame) else TextSource(table)


class FrameSource:
    """The cells of a table.

    Args:
        table: A row for each office. Of columns that stand there twice the first is read.
    """

    def __init__(self, table: pd.DataFrame) -> None:
        self.columns = [str(column) for column in table.columns]
        self.rows = table.index.to_numpy() if table.index.name == ROW else np.arange(2, len(table) + 2)
        self._table = table.loc[:, ~table.columns.duplicated()]

    def cells(self, column: str) -> Cells:
        """As in ``Source``."""
        if column not in self._table.columns:
            return _blank(len(self.rows))
        places, different = pd.factorize(self._table[column])
        texts = [*(str(cell).strip() for cell in different), ""]
        return np.where(places < 0, len(texts) - 1, places), texts


class TextSource:
    """The cells of a few offices.

    Args:
        offices: Column -> text, for each office.
    """

    def __init__(self, offices: Sequence[Mapping[str, str]]) -> None:
        self.columns = list(dict.fromkeys(column for one in offices for column in one))
        self.rows = np.arange(2, len(offices) + 2)
        self._offices = offices
        self._known = set(self.columns)

    def cells(self, column: str) -> Cells:
        """As in ``Source``."""
        if column not in self._known:
            return _blank(len(self.rows))
        texts = [one.get(column, "").strip() for one in self._offices]
        return np.arange(len(texts)), texts


def _blank(size: int) -> Cells:
    return np.zeros(size, dtype=np.intp), [""]
