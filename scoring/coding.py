"""A sheet as people fill it in, headings and answers in words -> the same by code, and back for faults."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import pandas as pd

from scoring.cells import ROW
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

MOST_GUESSES: Final = 20
"""Unknown headings that are held against all questions; with more of them, it is another table."""

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


def without_codes(sheet: Sheet, *, model: Model) -> Sheet:
    """A sheet without the row, right beneath its headings, in which our form says their codes."""
    known = meanings(column_texts(model.survey, model.service))
    names = [known.get(label_key(title), title) for title in sheet.heading]
    has_codes = bool(sheet.rows) and _are_codes(sheet.rows[0][1], names, known)
    return replace(sheet, rows=sheet.rows[1:]) if has_codes else sheet


def coded(sheet: Sheet, *, model: Model) -> tuple[pd.DataFrame, list[Fault]]:
    """A sheet by code.

    Args:
        sheet: Headings and cells are codes or labels, in any mixture.
        model: The model.

    Returns:
        The rows that can be read as texts, the index called ``ROW``, and the faults of the others. A
        column of reasons and nameless ones are left out; columns that take one choice each are one.
        What is not understood stays, for ``encode`` to tell.

    Raises:
        FaultsError: There are more columns than any table of answers has.
    """
    survey, service = model.survey, model.service
    known = meanings(column_texts(survey, service))
    names = [known.get(label_key(title), title) for title in sheet.heading]
    rows, faults = sheet.sound_rows()
    wholes = {part: code for code in model.asked for part in choice_columns(code, survey, service)}
    columns: list[tuple[str, list[str]]] = []
    chosen: dict[str, list[list[str]]] = {}
    for place, name in enumerate(names):
        if name and not is_one_of(name, REASONS):
            cells = _coded([texts[place] for _, texts in rows], name, model)
            if name in wholes:
                chosen.setdefault(wholes[name], []).append(cells)
            else:
                columns.append((name, cells))
    columns += [(code, _together(parts)) for code, parts in chosen.items()]
    index = pd.Index([number for number, _ in rows], name=ROW, dtype="int64")
    table = pd.DataFrame({place: cells for place, (_, cells) in enumerate(columns)}, index, dtype="string")
    return table.set_axis([name for name, _ in columns], axis=1), faults


def in_its_words(faults: Iterable[Fault], *, sheet: Sheet, model: Model) -> list[Fault]:
    """Faults of a table by code as its sheet puts it: with its headings, and answers in their language."""
    places: dict[str, Heading] = {}
    for one in headings(sheet, model):
        places.setdefault(one.column, one)
        if "." in one.column:  # one of several choices, which are one column by code
            places.setdefault(one.column.partition(".")[0], one)
    labels = {column: _labels(column, one.language, model) for column, one in places.items()}
    told = [_told(fault, places, labels, sheet.name) for fault in faults]
    unknown = [place for place, fault in enumerate(told) if fault.code == "unknown_column"]
    for place in unknown[:MOST_GUESSES]:
        told[place] = _meant(told[place], model)
    return told


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


def _are_codes(cells: list[str], names: list[str], known: Mapping[str, str]) -> bool:
    """Whether every cell that is filled says the code of its column."""
    codes = [known.get(label_key(cell), cell) for cell in cells]
    pairs = zip(codes, names, strict=False)
    return len(codes) == len(names) and any(codes) and all(code in {"", name} for code, name in pairs)


def _coded(cells: list[str], column: str, model: Model) -> list[str]:
    known = meanings(answer_texts(column, model.survey, model.service))
    if not known:
        return cells
    codes = {text: code_of(text, known) for text in set(cells)}
    return [codes[text] for text in cells]


def _together(parts: list[list[str]]) -> list[str]:
    """Choices in columns of their own, as one cell with ``|`` between."""
    return [SEPARATOR.join(dict.fromkeys(filter(None, row))) for row in zip(*parts, strict=True)]
