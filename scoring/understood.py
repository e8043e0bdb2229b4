"""What was understood of a file: its columns, how much of each section it answers, its first offices."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from scoring.coding import headings
from scoring.encode import NOTE, OFFICE, columns_of
from scoring.labels import REASONS, is_one_of

if TYPE_CHECKING:
    import pandas as pd

    from scoring.answer_table import AnswerTable
    from scoring.model import Model
    from scoring.model_types import Language

FIRST: Final = 5
"""The offices that are shown as they were understood."""

Kind = Literal["office", "answer", "note", "other", "reasons", "nameless"]
"""What a column is for; those with reasons or without a name are passed over."""

PASSED_OVER: Final[tuple[Kind, ...]] = ("reasons", "nameless")


@dataclass(frozen=True)
class Column:
    """What was made of one column.

    Args:
        place: How a person finds it in the file.
        code: What it is by code.
        kind: What it is for.
        language: In which its heading is; None where it is a code.
    """

    place: str
    code: str
    kind: Kind
    language: Language | None = None


@dataclass(frozen=True)
class Answered:
    """How much of a section a file answers.

    Args:
        asked: The columns that the section has.
        given: Those of them that the file has.
        answers: The cells of these that are filled.
        cells: All cells of the section, one for each office and column that it has.
    """

    asked: int
    given: int
    answers: int
    cells: int


@dataclass(frozen=True)
class Understood:
    """What was understood of a file.

    Args:
        columns: In the order of the file.
        answered: Section -> how much of it is answered.
        first: The first good rows by code.
    """

    columns: tuple[Column, ...]
    answered: dict[str, Answered]
    first: pd.DataFrame

    @property
    def read(self) -> list[Column]:
        """The columns that something was made of."""
        return [one for one in self.columns if one.kind not in PASSED_OVER]

    @property
    def passed_over(self) -> list[Column]:
        """The columns that nothing was made of."""
        return [one for one in self.columns if one.kind in PASSED_OVER]


def understood(table: AnswerTable, good: pd.DataFrame) -> Understood:
    """Tells what was understood of a file.

    Args:
        table: The file, whose heading has no fault.
        good: Its rows without a fault, by code.

    Laws: every column of the file is either read or passed over.
    """
    return Understood(tuple(_columns(table)), _answered(good, table.model), good.head(FIRST))


def section_of(column: str, model: Model) -> str | None:
    """The section of the form that a column belongs to; None of names, notes and what is no answer."""
    item = model.items.get(column.partition(".")[0])
    return item.section if item and not column.startswith(NOTE) else None


def _columns(table: AnswerTable) -> list[Column]:
    if table.sheet is None:
        codes = map(str, table.cells.columns)
        return [Column(code, code, _kind(code, table.model)) for code in codes]
    titles = table.sheet.heading
    return [
        Column(one.place, one.column, _kind_of_title(title, one.column, table.model), one.language)
        for title, one in zip(titles, headings(table.sheet, table.model), strict=True)
    ]


def _kind_of_title(title: str, code: str, model: Model) -> Kind:
    if not title:
        return "nameless"
    return "reasons" if is_one_of(title, REASONS) else _kind(code, model)


def _kind(code: str, model: Model) -> Kind:
    if code == OFFICE:
        return "office"
    if code.startswith(NOTE):
        return "note"
    return "answer" if section_of(code, model) else "other"


def _answered(good: pd.DataFrame, model: Model) -> dict[str, Answered]:
    filled = {str(column): int((good[column].fillna("").str.strip() != "").sum()) for column in good}
    asked: dict[str, list[str]] = {section: [] for section in model.survey.sections}
    for column in columns_of(model):
        section = section_of(column, model)
        if section is not None:
            asked.setdefault(section, []).append(column)
    return {
        section: Answered(
            asked=len(columns),
            given=sum(column in filled for column in columns),
            answers=sum(filled.get(column, 0) for column in columns),
            cells=len(columns) * len(good),
        )
        for section, columns in asked.items()
        if columns
    }
