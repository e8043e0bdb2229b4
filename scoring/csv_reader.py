"""CSV as spreadsheets and people write it, read strictly: no cell is lost or guessed."""

from __future__ import annotations

import csv
import io
import re
from typing import Final

from scoring.faults import Fault, FaultsError
from scoring.labels import REASONS, is_one_of
from scoring.sheet import RISKY, Rows, Sheet

SEPARATORS: Final = (",", ";", "\t")
_MARKS: Final = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}
_HINT: Final = re.compile(r"\Asep=(?P<separator>[,;\t])\r?\n", re.IGNORECASE)
"""The first line by which some spreadsheets tell the separator; they do not show it as a row."""

_HEADING: Final = 100_000
"""Signs of the heading that tell the separator; csv refuses a longer cell."""


def read_csv(content: bytes, *, name: str) -> Sheet:
    """Reads a table of answers.

    Args:
        content: The file: UTF-8 or UTF-16 by its byte order mark, else UTF-8, else Windows-1252.
        name: The file's name, for faults.

    Returns:
        The rows that hold something; blank ones count in their numbers.

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
    (_, heading), *offices = rows
    if any(is_one_of(title, REASONS) for title in heading):
        offices = [(number, [_unmarked(cell) for cell in cells]) for number, cells in offices]
    return Sheet(name, heading, offices)


def _unmarked(cell: str) -> str:
    """A cell of a file that we gave back, without the ``'`` that kept it from being a formula."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(RISKY) else cell


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
    heading = next((line for line in text.splitlines() if line.strip()), "")[:_HEADING]
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
