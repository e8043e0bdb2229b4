"""Tables in spreadsheets: real ones with heading and filter, of which no cell is run by accident."""

from __future__ import annotations

import io
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING, Final

import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell

from report.cleaning import plain_text
from scoring.sheet import RISKY

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import pandas as pd
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

OPTIONS: Final = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}

MOST: Final = 100_000
"""Rows that a sheet gets at most: a spreadsheet has room for ten times as many, but nobody's patience has."""

LONGEST: Final = 32_000
"""Characters of a cell; a spreadsheet takes 32,767."""

LINE: Final = 15
MOST_LINES: Final = 27
"""A line's height in points, and the most that a row has room for: 409 points."""

PAGE: Final = 500
"""Characters that a page has room for side by side, small as they then are; a wider table takes several."""

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
        wraps: Whether a longer text goes on beneath, in a row as high as it needs.
        indent: How far the cells stand in from the left; for words after a column of numbers.
    """

    title: str
    width: int = 14
    form: str = "General"
    foot: float | str | None = None
    wraps: bool = False
    indent: int = 0

    @property
    def inset(self) -> dict[str, object]:
        """The indent as a look."""
        return {"align": "left", "indent": self.indent} if self.indent else {}

    def lines(self, cell: Cell) -> int:
        """How many lines a cell needs."""
        return ceil(len(cell) / self.width) if self.wraps and isinstance(cell, str) else 1


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

        Raises:
            ValueError: There are more than ``MOST`` rows.
        """
        if len(rows) > MOST:
            raise ValueError(
                f"a sheet takes {MOST} rows, and the table has {len(rows)}: choose CSV or Parquet"
            )
        for place, column in enumerate(columns):
            sheet.set_column(place, place, column.width)
        if sum(column.width for column in columns) <= PAGE:
            sheet.fit_to_pages(1, 0)
        last = top + max(len(rows), 1)
        titles = [self._title(column) for column in columns]
        style = {"name": name, "style": STYLE, "columns": titles}
        sheet.add_table(top, 0, last, len(columns) - 1, style)
        for number, row in enumerate(rows, start=top + 1):
            lines = max(column.lines(cell) for column, cell in zip(columns, row, strict=True))
            if lines > 1:  # LibreOffice leaves such a row as low as the others
                sheet.set_row(number, LINE * min(lines, MOST_LINES))
            for place, (column, cell) in enumerate(zip(columns, row, strict=True)):
                self._write(sheet, number, place, cell, column)
        for place, column in enumerate(columns):
            self._foot(sheet, range(top + 1, last + 1), place, column)
        sheet.freeze_panes(top + 1, 1)
        sheet.repeat_rows(top)

    def _title(self, column: Column) -> dict[str, object]:
        heading = self.look(text_wrap=True, bold=True, **column.inset)
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

    def _write(self, sheet: Worksheet, row: int, place: int, cell: Cell, column: Column) -> None:
        number = self.look(num_format=column.form, **column.inset)
        match cell:
            case None:
                return
            case Formula(text=text, value=value):
                sheet.write_formula(row, place, text, number, value)
            case str():
                text = plain_text(cell, longest=LONGEST)
                risky = text.startswith(RISKY)  # marked as text, it stays so when it is edited
                how = {"text_wrap": column.wraps} | ({"quote_prefix": True} if risky else {})
                sheet.write_string(row, place, text, self.look(**how))
            case _:
                sheet.write_number(row, place, cell, number)


def sheet_bytes(table: pd.DataFrame) -> bytes:
    """A table as a spreadsheet of one sheet.

    Args:
        table: Texts and numbers.

    Raises:
        ValueError: There are more than ``MOST`` rows.
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
