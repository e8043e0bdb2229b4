"""Workbooks for tests: ordinary ones, and such as nobody should send."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

import xlsxwriter

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SHEET = "xl/worksheets/sheet1.xml"
"""The first sheet, as XlsxWriter calls it."""


def workbook(**sheets: Sequence[Sequence[object]]) -> bytes:
    """A workbook of sheets by name; a cell is a text, a number, a day, or a function that writes it."""

    def fill(book: Any) -> None:  # noqa: ANN401 - has no types
        for name, rows in sheets.items():
            _fill(book, name, rows)

    return written(fill)


def written(write: Callable[[Any], None]) -> bytes:
    """A workbook made by a function of an open one."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(
        buffer, {"in_memory": True, "strings_to_formulas": False, "default_date_format": "yyyy-mm-dd"}
    ) as book:
        write(book)
    return buffer.getvalue()


def changed(content: bytes, change: Callable[[bytes], bytes], part: str = SHEET) -> bytes:
    """The same workbook with another part in the place of one."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == part else old.read(name))
    return buffer.getvalue()


def with_part(content: bytes, name: str, part: bytes) -> bytes:
    """The same workbook with a part more."""
    buffer = io.BytesIO(content)
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr(name, part)
    return buffer.getvalue()


def with_lie(content: bytes, megabytes: int) -> bytes:
    """The same workbook with a part of so many megabytes that is said to have ten bytes."""
    buffer = io.BytesIO(content)
    with (
        zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as package,
        package.open("xl/extra.xml", "w") as part,
    ):
        for _ in range(megabytes):
            part.write(b" " * 10**6)
    size = (megabytes * 10**6).to_bytes(4, "little")
    assert buffer.getvalue().count(size) == 2  # at the part, and in the directory
    return buffer.getvalue().replace(size, (10).to_bytes(4, "little"))


def _fill(book: Any, name: str, rows: Sequence[Sequence[object]]) -> None:  # noqa: ANN401 - has no types
    sheet = book.add_worksheet(name)
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            if callable(cell):
                cell(sheet, row, column, book)
            elif cell is not None:
                sheet.write(row, column, cell)
