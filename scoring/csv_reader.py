"""CSV as spreadsheets and people write it, read strictly: no cell is lost or guessed."""

from __future__ import annotations

import csv
import io
import re
from typing import Final

import pandas as pd

from scoring.cells import ROW
from scoring.faults import Fault, FaultsError

SEPARATORS: Final = (",", ";", "\t")
_MARKS: Final = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}
_HINT: Final = re.compile(r"\Asep=(?P<separator>[,;\t])\r?\n", re.IGNORECASE)
"""The first line by which some spreadsheets tell the separator; they do not show it as a row."""

Rows = list[tuple[int, list[str]]]


def read_csv(content: bytes, *, name: str) -> tuple[pd.DataFrame, list[Fault]]:
    """Reads a table of answers.

    Args:
        content: The file: UTF-8 or UTF-16 by its byte order mark, else UTF-8, else Windows-1252.
        name: The file's name, for faults.

    Returns:
        Texts; blank rows and nameless empty columns are left out. The index, ``ROW``, counts the
        rows of the file from 1, blank ones too. Beside it the faults of single rows, which are
        not in the table: shorter or longer than the heading, or with cells under no name.

    Raises:
        FaultsError: The file as a whole cannot be read: it is empty, holds a NUL, or its quotes
            do not close.
    """
    text = _decode(content)
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        raise FaultsError([Fault("nul_character", name, line)])
    hint = _HINT.match(text)
    text = text[hint.end() :] if hint else text
    separator = hint["separator"] if hint else _separator(text)
    rows = _rows(text, separator, name)
    if not rows:
        raise FaultsError([Fault("empty_file", name, 1)])
    return _table(rows, name)


def _decode(content: bytes) -> str:
    for mark, encoding in _MARKS.items():
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _separator(text: str) -> str:
    """The separator that splits the heading into the most columns."""
    heading = next((line for line in text.splitlines() if line.strip()), "")
    return max(SEPARATORS, key=lambda separator: len(next(csv.reader([heading], delimiter=separator), [])))


def _rows(text: str, separator: str, name: str) -> Rows:
    """Each row that holds something, with its number; whole cells, stripped."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    rows: Rows = []
    number = 0
    try:
        for number, cells in enumerate(reader, start=1):
            stripped = [cell.strip() for cell in cells]
            if any(stripped):
                rows.append((number, stripped))
    except csv.Error as error:
        raise FaultsError([Fault("not_csv", name, number + 1)]) from error
    return rows


def _table(rows: Rows, name: str) -> tuple[pd.DataFrame, list[Fault]]:
    (_, heading), *offices = rows
    found = [_row_faults(heading, cells, number, name) for number, cells in offices]
    good = [row for row, faults in zip(offices, found, strict=True) if not faults]
    index = pd.Index([number for number, _ in good], name=ROW, dtype="int64")
    table = pd.DataFrame([cells for _, cells in good], columns=heading, index=index, dtype="string")
    return table.loc[:, table.columns != ""], [fault for faults in found for fault in faults]


def _row_faults(heading: list[str], cells: list[str], number: int, name: str) -> list[Fault]:
    if len(cells) != len(heading):
        values = {"found": str(len(cells)), "expected": str(len(heading))}
        return [Fault("cell_count", name, number, values=values)]
    return [
        Fault("column_without_name", name, number, values={"found": cell, "expected": str(place)})
        for place, (title, cell) in enumerate(zip(heading, cells, strict=True), start=1)
        if cell and not title
    ]
