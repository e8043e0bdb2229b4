"""A file of answers that is at hand, read part by part, so that who waits can be told how far it is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import pandas as pd

from scoring.answer_table import AnswerTable, by_code
from scoring.tables import read_sheet, read_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scoring.model import Model
    from scoring.sheet import Sheet

PART: Final = 1_000
"""Offices to a part: a tenth of a second."""


@dataclass(frozen=True)
class Reading:
    """How far a file is read.

    Args:
        rows: So many rows are understood.
        of: So many there are.
        table: The whole file, at the end; None before.
    """

    rows: int
    of: int
    table: AnswerTable | None = None


def read_in_parts(content: bytes, *, name: str, model: Model, size: int = PART) -> Iterator[Reading]:
    """Reads a file as ``read_table`` does.

    Args:
        content: The file.
        name: Its name, whose ending tells the format.
        model: The model.
        size: Offices to a part at most. JSON and Parquet are one part.

    Returns:
        First that no row is understood yet, when the file is open; at last the table.

    Laws: the table is the one that ``read_table`` gives.

    Raises:
        FaultsError: The file as a whole cannot be read.
    """
    sheet = read_sheet(content, name=name, model=model)
    if sheet is None:
        table = read_table(content, name=name, model=model)
        yield Reading(len(table.cells), len(table.cells), table)
        return
    parts: list[AnswerTable] = []
    for start in range(0, max(len(sheet.rows), 1), size):
        yield Reading(start, len(sheet.rows))
        parts.append(by_code(replace(sheet, rows=sheet.rows[start : start + size]), model=model))
    yield Reading(len(sheet.rows), len(sheet.rows), _joined(parts, sheet))


def _joined(parts: list[AnswerTable], sheet: Sheet) -> AnswerTable:
    first, *rest = parts
    if not rest:
        return first
    faults = tuple(fault for one in parts for fault in one.faults)
    return replace(first, cells=_below([one.cells for one in parts]), faults=faults, sheet=sheet)


def _below(tables: list[pd.DataFrame]) -> pd.DataFrame:
    """Tables of the same columns below each other; two columns of one name stay two."""
    numbered = [table.set_axis(range(table.shape[1]), axis=1) for table in tables]
    return pd.concat(numbered).set_axis(tables[0].columns, axis=1)
