"""Workbooks with one deliberate fault each, by the name under which ``expected.yaml`` knows them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from tests.workbooks import changed, with_part, workbook

if TYPE_CHECKING:
    from collections.abc import Callable

OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
"""How a workbook of before 2007 begins, and one with a password."""

MANY: Final = 1_000_000
PLAIN: Final[list[list[object]]] = [["office", "fte"], ["Eksempelvik", 3]]


def _formula(value: object) -> Callable[..., None]:
    def write(sheet: Any, row: int, column: int, _: object) -> None:  # noqa: ANN401 - has no types
        sheet.write_formula(row, column, "=1/0", None, value)

    return write


def _moved(place: bytes) -> bytes:
    """A plain workbook whose last cell stands elsewhere."""
    return changed(workbook(Svar=PLAIN), lambda part: part.replace(b'r="B2"', b'r="' + place + b'"'))


def _million_rows() -> bytes:
    rows = b"".join(b'<row r="%d"><c r="A%d"/></row>' % (number, number) for number in range(2, MANY))
    return changed(
        workbook(Svar=PLAIN[:1]), lambda part: part.replace(b"</sheetData>", rows + b"</sheetData>")
    )


FAULTY: Final[dict[str, Callable[[], bytes]]] = {
    "text_named.xlsx": lambda: b"office,fte\nEksempelvik,3\n",
    "without_its_parts.xlsx": lambda: with_part(b"", "letter.xml", b"<letter/>"),
    "cut_off.xlsx": lambda: workbook(Svar=PLAIN)[:-40],
    "half_a_sheet.xlsx": lambda: changed(workbook(Svar=PLAIN), lambda part: part[:-200]),
    "in_utf_16.xlsx": lambda: changed(workbook(Svar=PLAIN), lambda part: part.decode().encode("utf-16")),
    "cells_without_places.xlsx": lambda: changed(
        workbook(Svar=PLAIN), lambda part: part.replace(b' r="B2"', b"")
    ),
    "with_a_password.xlsx": lambda: OLE + "EncryptedPackage".encode("utf-16-le"),
    "old_one.xls": lambda: OLE,
    "old_one_renamed.xlsx": lambda: OLE,
    "macros.xlsm": lambda: workbook(Svar=PLAIN),
    "macros_renamed.xlsx": lambda: with_part(workbook(Svar=PLAIN), "xl/vbaProject.bin", b"Sub Auto_Open()"),
    "bomb.xlsx": lambda: with_part(workbook(Svar=PLAIN), "xl/media/image1.png", bytes(60_000_000)),
    "million_rows.xlsx": _million_rows,
    "far_away.xlsx": lambda: _moved(b"XFD1048576"),
    "far_to_the_right.xlsx": lambda: _moved(b"IR2"),
    "empty.xlsx": lambda: workbook(Svar=[], Ark2=[]),
    "formula_not_worked_out.xlsx": lambda: changed(
        workbook(Svar=[["office", "fte"], ["Eksempelvik", _formula(0)]]),
        lambda part: part.replace(b"<v>0</v></c></row></sheetData>", b"<v></v></c></row></sheetData>"),
    ),
    "divided_by_nought.xlsx": lambda: workbook(
        Svar=[["office", "fte"], ["Eksempelvik", _formula("#DIV/0!")]]
    ),
    "no_heading.xlsx": lambda: workbook(Svar=[["office", "", "fte"], ["Eksempelvik", "yes", 3]]),
    "several_sheets.xlsx": lambda: workbook(
        Notater=[["Ring Kari"]],
        svar=[
            ["Kontor", "Hvor mange årsverk har kontoret i alt?", "contact_person"],
            [],
            ["A", -1, "kanskje"],
        ],
    ),
}
