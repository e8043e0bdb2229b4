"""CSV as spreadsheets and people write it, read strictly: no cell is lost or guessed."""

from __future__ import annotations

import codecs
import csv
import io
import re
from itertools import chain
from typing import IO, TYPE_CHECKING, Final

import pandas as pd

from scoring.cells import ROW
from scoring.faults import Fault, FaultsError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SEPARATORS: Final = (",", ";", "\t")
_MARKS: Final = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}
_HINT: Final = re.compile(r"sep=(?P<separator>[,;\t])\r?\n", re.IGNORECASE)
"""The first line by which some spreadsheets tell the separator; they do not show it as a row."""

_HEADING: Final = 100_000
"""Signs of the heading that tell the separator; csv refuses a longer cell."""

_LONGEST: Final = 25_000_000
"""Signs of a line; a longer one is no row of answers, and is not waited for."""

_BLOCK: Final = 2**20
"""Bytes that are looked at together to tell the encoding."""

Row = tuple[int, list[str]]
"""The number of a row in its file, and its cells."""


def read_csv(content: bytes, *, name: str) -> tuple[pd.DataFrame, list[Fault]]:
    """Reads a table of answers.

    Args:
        content: The file: UTF-8 or UTF-16 by its byte order mark, else UTF-8, else Windows-1252.
        name: The file's name, for faults.

    Returns:
        As ``table_of``.

    Raises:
        FaultsError: The file as a whole cannot be read: it is empty, holds a NUL, or its quotes
            do not close.
    """
    (_, heading), *offices = read_rows(open_text(io.BytesIO(content)), name=name)
    return table_of(heading, offices, name=name)


def open_text(file: IO[bytes]) -> io.TextIOWrapper:
    """The text of a file, its line ends as they are; what tells the encoding is the file as a whole."""
    start = file.read(3)
    marked = (encoding for mark, encoding in _MARKS.items() if start.startswith(mark))
    file.seek(0)
    encoding = next(marked, None) or _unmarked(file)
    file.seek(0)
    return io.TextIOWrapper(file, encoding=encoding, errors="replace", newline="")


def read_rows(text: io.TextIOBase, *, name: str) -> Iterator[Row]:
    """Each row that holds something, the heading first: cells without blanks around them.

    Rows are counted from 1, blank ones too.

    Args:
        text: The file.
        name: Its name, for faults.

    Raises:
        FaultsError: As in ``read_csv``, when the reading comes to what is wrong.
    """
    lines = _lines(text, name)
    head = list(_through_first_filled(lines))
    hint = _HINT.fullmatch(head[0]) if head else None
    separator = hint["separator"] if hint else _separator("".join(head))
    reader = csv.reader(chain([] if hint else head, lines), delimiter=separator, strict=True)
    number, is_empty = 0, True
    try:
        for number, cells in enumerate(reader, start=1):
            stripped = [cell.strip() for cell in cells]
            if any(stripped):
                is_empty = False
                yield number, stripped
    except csv.Error as error:
        raise FaultsError([Fault("not_csv", name, number + 1)]) from error
    if is_empty:
        raise FaultsError([Fault("empty_file", name, 1)])


def table_of(heading: list[str], offices: Sequence[Row], *, name: str) -> tuple[pd.DataFrame, list[Fault]]:
    """Rows as a table.

    Returns:
        Texts; nameless empty columns are left out. The index, ``ROW``, holds the rows' numbers.
        Beside it the faults of single rows, which are not in the table: shorter or longer than the
        heading, or with cells under no name.
    """
    found = [_row_faults(heading, cells, number, name) for number, cells in offices]
    good = [row for row, faults in zip(offices, found, strict=True) if not faults]
    index = pd.Index([number for number, _ in good], name=ROW, dtype="int64")
    table = pd.DataFrame([cells for _, cells in good], columns=heading, index=index, dtype="string")
    return table.loc[:, table.columns != ""], [fault for faults in found for fault in faults]


def _unmarked(file: IO[bytes]) -> str:
    """UTF-8 where all of the file can be read as such."""
    try:
        for _ in codecs.iterdecode(iter(lambda: file.read(_BLOCK), b""), "utf-8"):
            pass
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _lines(text: io.TextIOBase, name: str) -> Iterator[str]:
    number = 1
    for line in iter(lambda: text.readline(_LONGEST), ""):
        if "\0" in line:
            raise FaultsError([Fault("nul_character", name, number)])
        if len(line) >= _LONGEST:
            raise FaultsError([Fault("not_csv", name, number)])
        number += line.count("\n")
        yield line


def _through_first_filled(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        yield line
        if line.strip():
            return


def _separator(text: str) -> str:
    """The separator that splits the heading into the most columns."""
    heading = next((line for line in text.splitlines() if line.strip()), "")[:_HEADING]
    return max(SEPARATORS, key=lambda separator: len(next(csv.reader([heading], delimiter=separator), [])))


def _row_faults(heading: list[str], cells: list[str], number: int, name: str) -> list[Fault]:
    if len(cells) != len(heading):
        values = {"found": str(len(cells)), "expected": str(len(heading))}
        return [Fault("cell_count", name, number, values=values)]
    return [
        Fault("column_without_name", name, number, values={"found": cell, "expected": str(place)})
        for place, (title, cell) in enumerate(zip(heading, cells, strict=True), start=1)
        if cell and not title
    ]
