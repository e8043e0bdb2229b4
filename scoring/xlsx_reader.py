"""XLSX as spreadsheets write it: the sheet with the answers, as the texts that CSV would hold."""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING, Final

from python_calamine import CalamineError, CalamineWorkbook

from scoring.faults import Fault, FaultsError
from scoring.labels import ANSWER_SHEET, is_one_of
from scoring.sheet import Rows, Sheet
from scoring.xlsx_package import checked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from python_calamine import CalamineSheet

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How an .xls of before 2007 begins, and a workbook with a password. Source: MS-CFB, 2.2."""

_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
"""The stream in which the latter lies. Source: MS-OFFCRYPTO, 2.3.4.4."""


def read_xlsx(content: bytes, *, name: str) -> Sheet:
    """Reads a table of answers: the sheet of the form, else the first that holds anything.

    Args:
        content: The file.
        name: Its name, for faults.

    Returns:
        The rows that hold something. A formula is read as the value that is stored beside it; where
        there is none, or the value is an error, the cell begins with ``NO_VALUE``.

    Raises:
        FaultsError: It is no XLSX file or a locked one, holds macros or nothing, or is too large.
    """
    if content.startswith(_OLE):
        raise FaultsError([Fault("encrypted" if _ENCRYPTED in content else "old_spreadsheet", name)])
    plain = checked(content, name=name)
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(plain)) as book:
            found = next((sheet for sheet in _sheets(book) if sheet[1]), None)
    except (CalamineError, ValueError) as error:
        raise FaultsError([Fault("not_xlsx", name)]) from error
    if found is None:
        raise FaultsError([Fault("empty_file", name, 1)])
    title, [(_, heading), *offices] = found
    return Sheet(name, heading, offices, title)


def _sheets(book: CalamineWorkbook) -> Iterator[tuple[str, Rows]]:
    """The sheets, the one that is called as in the form first."""
    for name in sorted(book.sheet_names, key=lambda name: not is_one_of(name, ANSWER_SHEET)):
        yield name, _rows(book.get_sheet_by_name(name))


def _rows(sheet: CalamineSheet) -> Rows:
    rows = [
        (number, [_text(cell) for cell in cells])
        for number, cells in enumerate(sheet.to_python(skip_empty_area=False), start=1)
    ]
    return [row for row in rows if any(row[1])]


def _text(cell: object) -> str:
    """A cell as CSV would hold it: 3.0 is 3, a day is 2003-06-30."""
    match cell:
        case str():
            return cell.strip()
        case bool():
            return str(cell).upper()
        case float():
            return f"{cell:.15g}"
        case dt.datetime():
            return cell.isoformat(" ")
        case _:
            return str(cell)
