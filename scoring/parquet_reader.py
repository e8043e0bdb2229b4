"""Cells of Parquet, which may be numbers, as the texts that CSV would hold."""

from __future__ import annotations

import re
from typing import Final

import numpy as np
import pandas as pd

_PANDAS_INDEX: Final = re.compile(r"__index_level_\d+__")
"""Columns that pandas adds by itself when it writes Parquet."""


def as_texts(table: pd.DataFrame) -> pd.DataFrame:
    """The same cells as texts, missing ones still missing; the columns that pandas added are left out."""
    table = table.loc[:, [not _PANDAS_INDEX.fullmatch(str(name)) for name in table.columns]]
    texts = [_texts(table.iloc[:, place]) for place in range(table.shape[1])]
    columns = table.columns
    table = pd.concat(texts, axis=1) if texts else table
    table.columns = columns
    return table


def _texts(column: pd.Series) -> pd.Series:
    """Each different cell is put into words once; lists and the like cannot be told apart quickly."""
    if column.dtype == object:
        return column.map(_text, na_action="ignore")
    places, different = pd.factorize(column)
    texts = np.array([*map(_text, different), None], dtype=object)
    return pd.Series(texts[places], index=column.index, dtype="string")


def _text(cell: object) -> str:
    """A cell as CSV would hold it: 3.0 is 3, so that steps and whole numbers are understood."""
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
