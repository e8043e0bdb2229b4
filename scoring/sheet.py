"""The rows of a file as they stand there, and which of them can be read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from scoring.faults import Fault, FaultsError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scoring.faults import FaultCode

Row = tuple[int, list[str]]
"""A row that holds something, with its number in the file: whole cells, stripped."""

Rows = list[Row]

MOST_COLUMNS: Final = 250
"""The most columns of a table; with a note beside each answer there are 170."""

RISKY: Final = ("=", "+", "-", "@", "\t", "\r")
"""How a cell of text begins that a spreadsheet would take for a formula. Source: OWASP, CSV injection."""

NO_VALUE: Final = "\N{OBJECT REPLACEMENT CHARACTER}"
"""How a cell begins whose value a spreadsheet could not work out; its error follows, if there is one."""


@dataclass(frozen=True)
class Sheet:
    """A table as it stands in its file.

    Args:
        file: The file's name.
        heading: The names of the columns.
        rows: The rows beneath.
        name: Of the sheet, in a workbook.
    """

    file: str
    heading: list[str]
    rows: Rows
    name: str = ""

    def place(self, column: int) -> str:
        """A column as a person finds it: by its heading, in a workbook by its letters too."""
        title = self.heading[column]
        return f"{letters(column)} ({title})" if self.name and title else title or letters(column)

    def sound_rows(self) -> tuple[Rows, list[Fault]]:
        """The rows that can be read, and the faults of the others.

        A row cannot be read that is shorter or longer than the heading, or has cells under no name or
        without a value.

        Raises:
            FaultsError: There are more columns than any table of answers has.
        """
        if len(self.heading) > MOST_COLUMNS:
            values = {"found": str(len(self.heading)), "expected": str(MOST_COLUMNS)}
            raise FaultsError([Fault("too_many_columns", self.file, values=values, sheet=self.name)])
        found = [list(self._faults(number, cells)) for number, cells in self.rows]
        sound = [row for row, faults in zip(self.rows, found, strict=True) if not faults]
        return sound, [fault for faults in found for fault in faults]

    def legible_rows(self) -> Rows:
        """The rows that cannot be read though each cell stands under its heading.

        Cells at fault are blank, and so are those that a shorter row lacks at its end. In a longer row, a
        separator too many may have moved every cell.
        """
        width = len(self.heading)
        whole = [(number, cells) for number, cells in self.rows if len(cells) <= width]
        return [
            (
                number,
                ["" if cell.startswith(NO_VALUE) else cell for cell in cells] + [""] * (width - len(cells)),
            )
            for number, cells in whole
            if any(self._faults(number, cells))
        ]

    def _faults(self, number: int, cells: list[str]) -> Iterator[Fault]:
        if len(cells) != len(self.heading):
            values = {"found": str(len(cells)), "expected": str(len(self.heading))}
            yield Fault("cell_count", self.file, number, values=values, sheet=self.name)
            return
        for place, (title, cell) in enumerate(zip(self.heading, cells, strict=True)):
            if cell and not title:
                values = {"found": cell, "expected": str(place + 1)}
                yield Fault("column_without_name", self.file, number, values=values, sheet=self.name)
            elif self.name and cell.startswith(NO_VALUE):
                error = cell.removeprefix(NO_VALUE)
                code: FaultCode = "error_value" if error else "formula_without_value"
                yield Fault(code, self.file, number, self.place(place), {"found": error}, sheet=self.name)


def letters(column: int) -> str:
    """A column's letters in a spreadsheet: 0 is A, 26 is AA."""
    text = ""
    column += 1
    while column:
        column, place = divmod(column - 1, 26)
        text = chr(ord("A") + place) + text
    return text
