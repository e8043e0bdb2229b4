"""A file of answers by code, which remembers how the file itself puts it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from scoring.assessment import from_row
from scoring.coding import coded, in_its_words
from scoring.encode import encode
from scoring.faults import Fault, FaultsError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import pandas as pd

    from scoring.answers import Answers
    from scoring.assessment import Assessment
    from scoring.model import Model
    from scoring.sheet import Sheet

HEADING: Final = {"doubled_column", "missing_column", "no_offices", "unknown_column"}
"""The faults of a heading, which concern every row."""

_OF_A_NAME: Final = {"doubled_office", "office_without_name"}
"""The faults of a name, which may be gone when the row can be read as a whole."""


@dataclass(frozen=True)
class AnswerTable:
    """What a file of answers holds.

    Args:
        file: The file's name.
        model: The model whose codes it is in.
        cells: Texts by code, a row for each office that can be read. The index, called ``ROW``, holds
            the rows in the file with the heading as row 1; for JSON the number of the office, from 1.
        faults: Of the rows that cannot be read.
        sheet: The rows as they stand in the file; None for JSON and Parquet.
        given: The assessments of a JSON file, with their dates and notes.
    """

    file: str
    model: Model
    cells: pd.DataFrame
    faults: tuple[Fault, ...] = ()
    sheet: Sheet | None = None
    given: tuple[Assessment, ...] = ()

    def answers(self) -> Answers:
        """The checked answers.

        Raises:
            FaultsError: With every fault of the file, those of its form and those of its answers.
        """
        answers, found = self.encoded(self.cells)
        if self.faults and len(self.cells) == 0:
            raise FaultsError(self.faults)
        if answers is None or self.faults:
            raise FaultsError([*self.faults, *found])
        return answers

    def encoded(self, cells: pd.DataFrame) -> tuple[Answers | None, tuple[Fault, ...]]:
        """Some of the rows as answers, or their faults in the file's own words."""
        try:
            return encode(cells, model=self.model, file=self.file), ()
        except FaultsError as error:
            return None, self.told(error.faults)

    def assessments(self) -> dict[int, Assessment]:
        """Row in the file, or number of the office in JSON -> assessment, its answers unchecked.

        A row with a fault of form is left out: who asks for one office is not kept waiting by another's.
        """
        rows = [int(row) for row in self.cells.index]
        return dict(zip(rows, self.some_assessments(rows), strict=True))

    def some_assessments(self, rows: Sequence[int]) -> list[Assessment]:
        """The same of some rows, by their numbers."""
        if self.given:
            return [self.given[row - 1] for row in rows]
        cells = self.cells.loc[list(rows), ~self.cells.columns.duplicated()]
        texts = cells.to_dict("records")
        return [from_row({str(column): cell for column, cell in one.items()}) for one in texts]

    def told(self, faults: Iterable[Fault]) -> tuple[Fault, ...]:
        """Faults of the cells by code, as the file itself puts it."""
        if self.given:  # JSON has no heading: what no item asks concerns the file, not its first office
            return tuple(replace(one, line=None) if one.code in HEADING else one for one in faults)
        if self.sheet is None:
            return tuple(faults)
        return tuple(in_its_words(faults, sheet=self.sheet, model=self.model))


def by_code(sheet: Sheet, *, model: Model) -> AnswerTable:
    """The rows of a sheet, headings and answers in words or codes.

    Raises:
        FaultsError: There are more columns than any table of answers has.
    """
    cells, faults = coded(sheet, model=model)
    table = AnswerTable(sheet.file, model, cells, tuple(faults), sheet)
    return replace(table, faults=(*faults, *_beside(table))) if faults else table


def _beside(table: AnswerTable) -> list[Fault]:
    """What else is wrong in rows that cannot be read, so that nobody mends a row twice."""
    sheet = table.sheet
    if sheet is None or not (rows := sheet.legible_rows()):
        return []
    cells, _ = coded(replace(sheet, rows=rows), model=table.model)
    _, faults = table.encoded(cells)
    return [one for one in faults if one.code not in HEADING | _OF_A_NAME]
