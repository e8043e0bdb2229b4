"""Tables in spreadsheets: real ones with heading and filter, of which no cell is run by accident."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell

from report.cleaning import plain_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import pandas as pd
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

OPTIONS: Final = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}

RISKY: Final = ("=", "+", "-", "@", "\t", "\r")
"""How a cell of text begins that a spreadsheet would take for a formula."""

MOST: Final = 100_000
"""Rows that a sheet gets at most: a spreadsheet has room for ten times as many, but nobody's patience has."""

LONGEST: Final = 32_000
"""Characters of a cell; a spreadsheet takes 32,767."""

SHOWN_MEAN: Final = 101
"""What SUBTOTAL calls the mean of the rows that are shown."""

STYLE: Final = "Table Style Light 15"


@dataclass(frozen=True)
class Formula:
    """A live cell.

    Args:
        text: With the equals sign, in English with commas, as the file format wants it.
        value: What it comes to, for programs that do not calculate; a text, "" too, is a text.
    """

    text: str
    value: float | str


Cell = Formula | float | str | None


@dataclass(frozen=True)
class Column:
    """A column of a table.

    Args:
        title: Its heading; no two of a table are alike.
        width: In characters.
        form: The number format, as spreadsheets write it; each reader's own signs are put in.
        foot: What the row beneath the table shows: a word, or a live mean of the rows that the filter
            leaves, with its value of today. Without any there is no such row.
    """

    title: str
    width: int = 14
    form: str = "General"
    foot: float | str | None = None


class Sheets:
    """The sheets of a spreadsheet, with the looks that they share."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self._book = book
        self._looks: dict[tuple[tuple[str, object], ...], Format] = {}

    def add(self, name: str) -> Worksheet:
        """Another sheet, to be printed on A4 across."""
        sheet = self._book.add_worksheet(name)
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)
        return sheet

    def look(self, **how: object) -> Format:
        """A format, made once."""
        key = tuple(sorted(how.items()))
        if key not in self._looks:
            self._looks[key] = self._book.add_format({"valign": "top", **how})
        return self._looks[key]

    def table(
        self,
        sheet: Worksheet,
        columns: Sequence[Column],
        rows: Sequence[Sequence[Cell]],
        *,
        name: str,
        top: int = 0,
    ) -> None:
        """Writes a table, its heading and first column frozen.

        Args:
            sheet: Where.
            columns: Its columns.
            rows: A cell for each column; None stays empty, never 0.
            name: The table's name in formulas: letters only.
            top: The heading's row, from 0.
        """
        for place, column in enumerate(columns):
            sheet.set_column(place, place, column.width)
        last = top + max(len(rows), 1)
        titles = [self._title(column) for column in columns]
        style = {"name": name, "style": STYLE, "columns": titles}
        sheet.add_table(top, 0, last, len(columns) - 1, style)
        for number, row in enumerate(rows, start=top + 1):
            for place, (column, cell) in enumerate(zip(columns, row, strict=True)):
                self._write(sheet, number, place, cell, column.form)
        for place, column in enumerate(columns):
            self._foot(sheet, range(top + 1, last + 1), place, column)
        sheet.freeze_panes(top + 1, 1)
        sheet.repeat_rows(top)

    def _title(self, column: Column) -> dict[str, object]:
        heading = self.look(text_wrap=True, bold=True)
        return {
            "header": column.title,
            "header_format": heading,
            "format": self.look(num_format=column.form),
        }

    def _foot(self, sheet: Worksheet, rows: range, place: int, column: Column) -> None:
        """Beneath the table and not part of it: LibreOffice does not work out a table's own row of totals."""
        look = self.look(bold=True, num_format=column.form, top=1)
        match column.foot:
            case None:
                return
            case str() as word:
                sheet.write_string(rows[-1] + 1, place, word, look)
            case mean:
                cells = f"{xl_rowcol_to_cell(rows[0], place)}:{xl_rowcol_to_cell(rows[-1], place)}"
                sheet.write_formula(rows[-1] + 1, place, f"=SUBTOTAL({SHOWN_MEAN},{cells})", look, mean)

    def _write(self, sheet: Worksheet, row: int, place: int, cell: Cell, form: str) -> None:
        match cell:
            case None:
                return
            case Formula(text=text, value=value):
                sheet.write_formula(row, place, text, self.look(num_format=form), value)
            case str():
                text = plain_text(cell, longest=LONGEST)
                risky = text.startswith(RISKY)  # marked as text, it stays so when it is edited
                how = {"text_wrap": True, "quote_prefix": True} if risky else {"text_wrap": True}
                sheet.write_string(row, place, text, self.look(**how))
            case _:
                sheet.write_number(row, place, cell, self.look(num_format=form))


def sheet_bytes(table: pd.DataFrame) -> bytes:
    """A table as a spreadsheet of one sheet.

    Args:
        table: Texts and numbers; at most ``MOST`` rows.
    """
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, OPTIONS) as book:
        sheets = Sheets(book)
        columns = [Column(str(title), width=30 if place == 0 else 14) for place, title in enumerate(table)]
        sheets.table(sheets.add("Tikamp"), columns, list(cells(table)), name="Tikamp")
    return buffer.getvalue()


def cells(table: pd.DataFrame) -> Iterable[list[Cell]]:
    """The rows of a table as cells; what is missing is empty."""
    whole = table.astype(object).where(table.notna(), None)
    for row in whole.itertuples(index=False, name=None):
        yield [float(cell) if isinstance(cell, int | float) else cell for cell in row]
