"""A sheet as people fill it in, headings and answers in words -> the same by code, and back for faults."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import pandas as pd

from scoring.encode import SEPARATOR
from scoring.faults import LABELS, nearest
from scoring.labels import (
    LANGUAGES,
    REASONS,
    answer_texts,
    choice_columns,
    code_of,
    column_texts,
    is_one_of,
    label_key,
    language_of_heading,
    meanings,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from scoring.faults import Fault
    from scoring.model import Model
    from scoring.model_types import Language
    from scoring.sheet import Sheet

_WITH_WORDS: Final = {"unknown_answer", "number_expected", "whole_number_expected"}
"""The faults that name the words of a column."""


@dataclass(frozen=True)
class Heading:
    """What stands over a column.

    Args:
        column: The column's code, or the heading as it stands where it is not known.
        language: In which the heading is; None where it is a code.
        place: How a person finds the column in the file.
    """

    column: str
    language: Language | None
    place: str


def headings(sheet: Sheet, model: Model) -> list[Heading]:
    """The headings of a sheet, in its order."""
    texts = column_texts(model.survey, model.service)
    known = meanings(texts)
    found = []
    for place, title in enumerate(sheet.heading):
        column = known.get(label_key(title), title)
        language = language_of_heading(title, texts[column]) if column in texts else None
        found.append(Heading(column, language, sheet.place(place)))
    return found


def coded(table: pd.DataFrame, *, model: Model) -> pd.DataFrame:
    """A table by code.

    Args:
        table: Texts; headings and cells are codes or labels, in any mixture.
        model: The model.

    Returns:
        The same rows. A column of reasons and a row of codes beneath the heading are left out; the
        columns that take one choice each are one. What is not understood stays, for ``encode`` to tell.
    """
    survey, service = model.survey, model.service
    known = meanings(column_texts(survey, service))
    table = table.loc[:, [not is_one_of(title, REASONS) for title in table.columns]]
    table = table.set_axis([known.get(label_key(title), title) for title in table.columns], axis=1)
    table = _without_codes(table, known)
    wholes = {part: code for code in model.asked for part in choice_columns(code, survey, service)}
    columns: list[tuple[str, pd.Series]] = []
    chosen: dict[str, list[pd.Series]] = {}
    for place, column in enumerate(table.columns):
        cells = _coded(table.iloc[:, place], column, model)
        if column not in wholes:
            columns.append((column, cells))
        else:
            chosen.setdefault(wholes[column], []).append(cells)
    columns += [(code, _together(parts)) for code, parts in chosen.items()]
    if not columns:
        return table
    return pd.concat([cells for _, cells in columns], axis=1).set_axis([name for name, _ in columns], axis=1)


def in_its_words(faults: Iterable[Fault], *, sheet: Sheet, model: Model) -> list[Fault]:
    """Faults of a table by code as its sheet puts it: with its headings, and answers in their language."""
    places: dict[str, Heading] = {}
    for one in headings(sheet, model):
        places.setdefault(one.column, one)
        if "." in one.column:  # one of several choices, which are one column by code
            places.setdefault(one.column.partition(".")[0], one)
    labels = {column: _labels(column, one.language, model) for column, one in places.items()}
    told = [_told(fault, places, labels, sheet.name) for fault in faults]
    return [_meant(fault, model) if fault.code == "unknown_column" else fault for fault in told]


def _told(
    fault: Fault, places: Mapping[str, Heading], labels: Mapping[str, Mapping[str, str]], sheet: str
) -> Fault:
    if fault.column not in places:
        return replace(fault, sheet=sheet)
    values, words = dict(fault.values), labels[fault.column]
    if fault.code in _WITH_WORDS and words:
        values["expected"] = LABELS.join(words.get(one, one) for one in values["expected"].split(", "))
        values["suggestion"] = words.get(values.get("suggestion", ""), values.get("suggestion", ""))
    return replace(fault, column=places[fault.column].place, values=values, sheet=sheet)


def _meant(fault: Fault, model: Model) -> Fault:
    """An unknown heading with the label that it resembles, where it resembles no code."""
    if fault.values["suggestion"]:
        return fault
    texts = column_texts(model.survey, model.service).values()
    labels = [getattr(text, language) for text in texts for language in LANGUAGES]
    return replace(fault, values={**fault.values, "suggestion": nearest(fault.values["found"], labels)})


def _labels(column: str, language: Language | None, model: Model) -> dict[str, str]:
    """Code -> the word that a heading in this language goes with; none where the heading is a code."""
    words = answer_texts(column, model.survey, model.service) if language else {}
    return {code: str(getattr(text, language or "nb")) for code, text in words.items()}


def _without_codes(table: pd.DataFrame, known: Mapping[str, str]) -> pd.DataFrame:
    """Leaves out the row in which our form says the codes of its headings."""
    if not len(table):
        return table
    cells = table.iloc[0].fillna("")
    codes = [known.get(label_key(cell), cell) for cell in cells]
    same = all(code in {"", column} for code, column in zip(codes, table.columns, strict=True))
    return table.iloc[1:] if same and any(codes) else table


def _coded(cells: pd.Series, column: str, model: Model) -> pd.Series:
    known = meanings(answer_texts(column, model.survey, model.service))
    if not known:
        return cells
    places, texts = pd.factorize(cells)
    codes = pd.array([*(code_of(text, known) for text in texts), pd.NA], dtype="string")
    return pd.Series(codes[places], index=cells.index)


def _together(parts: list[pd.Series]) -> pd.Series:
    """Choices in columns of their own, as one cell with ``|`` between."""
    rows = zip(*(part.fillna("") for part in parts), strict=True)
    joined = [SEPARATOR.join(filter(None, row)) for row in rows]
    return pd.Series(joined, index=parts[0].index, dtype="string")
