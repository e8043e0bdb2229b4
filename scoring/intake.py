"""Good rows are taken in, faulty ones go back to be mended: nobody waits for another office's slip."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from scoring.answer_table import HEADING
from scoring.faults import Fault, FaultsError
from scoring.sheet import Sheet

if TYPE_CHECKING:
    import pandas as pd

    from scoring.answer_table import AnswerTable
    from scoring.answers import Answers


@dataclass(frozen=True)
class Sorted:
    """What became of a file of answers.

    Args:
        answers: Of the rows without a fault; None where there is none.
        good: The same rows by code, the index called ``ROW``.
        faulty: The other rows as they stand in the file.
        faults: What is wrong with them, in the order of the rows.
    """

    answers: Answers | None
    good: pd.DataFrame
    faulty: Sheet
    faults: tuple[Fault, ...]


def sort_rows(table: AnswerTable) -> Sorted:
    """Parts the rows of a file into good and faulty ones.

    Laws: every row of the file is in one of the two; a file without a fault has no faulty row.

    Raises:
        FaultsError: The heading has faults, which concern every row, or there are no offices.
    """
    answers, found = table.encoded(table.cells)
    faults = FaultsError([*table.faults, *found]).faults
    if any(fault.code in HEADING and not _follows(fault, table) for fault in found):
        raise FaultsError(faults)
    faults = tuple(fault for fault in faults if fault.code not in HEADING)
    wrong = {fault.line for fault in faults}
    good = table.cells[~table.cells.index.isin(wrong)]
    if answers is None and len(good):
        answers, _ = table.encoded(good)
    return Sorted(answers, good, _faulty(table, wrong), faults)


def _follows(fault: Fault, table: AnswerTable) -> bool:
    """Whether there are no offices only because none of the rows can be read."""
    return fault.code == "no_offices" and bool(table.faults)


def _faulty(table: AnswerTable, wrong: set[int | None]) -> Sheet:
    if table.sheet is not None:
        rows = [row for row in table.sheet.rows if row[0] in wrong]
        return replace(table.sheet, rows=rows)
    cells = table.cells[table.cells.index.isin(wrong)].astype("string").fillna("")
    rows = [(int(row), list(texts)) for row, *texts in cells.itertuples(name=None)]
    return Sheet(table.file, [str(column) for column in cells.columns], rows)
