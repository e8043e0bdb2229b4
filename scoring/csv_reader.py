"""CSV as spreadsheets and people write it, read strictly: no cell is lost or guessed."""

from __future__ import annotations

import codecs
import csv
import io
import re
from itertools import chain
from typing import IO, TYPE_CHECKING, Final

from scoring.faults import Fault, FaultsError
from scoring.labels import REASONS, is_one_of
from scoring.sheet import RISKY, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scoring.sheet import Row

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
    (_, heading), *offices = read_rows(open_text(io.BytesIO(content)), name=name)
    return Sheet(name, heading, offices)


def open_text(file: IO[bytes]) -> io.TextIOWrapper:
    """The text of a file, its line ends as they are; what tells the encoding is the file as a whole."""
    start = file.read(3)
    marked = (encoding for mark, encoding in _MARKS.items() if start.startswith(mark))
    file.seek(0)
    encoding = next(marked, None) or _utf8_or_windows(file)
    file.seek(0)
    return io.TextIOWrapper(file, encoding=encoding, errors="replace", newline="")


def read_rows(text: io.TextIOBase, *, name: str) -> Iterator[Row]:
    """Each row that holds something, the heading first; blank ones count in their numbers, from 1.

    Args:
        text: The file.
        name: Its name, for faults.

    Raises:
        FaultsError: As in ``read_csv``, when the reading comes to what is wrong.
    """
    rows = _filled(_lines(text, name), name)
    first = next(rows, None)
    if first is None:
        raise FaultsError([Fault("empty_file", name, 1)])
    yield first
    is_given_back = any(is_one_of(title, REASONS) for title in first[1])
    for number, cells in rows:
        yield number, [_unmarked(cell) for cell in cells] if is_given_back else cells


def _unmarked(cell: str) -> str:
    """A cell of a file that we gave back, without the ``'`` that kept it from being a formula."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(RISKY) else cell


def _filled(lines: Iterator[str], name: str) -> Iterator[Row]:
    head = list(_through_first_filled(lines))
    hint = _HINT.fullmatch(head[0]) if head else None
    separator = hint["separator"] if hint else _separator("".join(head))
    reader = csv.reader(chain([] if hint else head, lines), delimiter=separator, strict=True)
    number = 0
    try:
        for number, cells in enumerate(reader, start=1):
            stripped = [cell.strip() for cell in cells]
            if any(stripped):
                yield number, stripped
    except csv.Error as error:
        raise FaultsError([Fault("not_csv", name, number + 1)]) from error


def _utf8_or_windows(file: IO[bytes]) -> str:
    """The encoding of a file without a mark: UTF-8 where all of the file can be read as such."""
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
