"""A table of answers as text -> checked, coded answers, or every fault of the table at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from scoring.answers import (
    FIRST,
    NOT_ANSWERED,
    NOT_OFFERED,
    NUMERIC,
    Answers,
    Marks,
    States,
    Values,
    vocabulary,
)
from scoring.cells import source_of
from scoring.fact_columns import is_fact, read_facts
from scoring.facts import COLUMNS as FACTS
from scoring.faults import Fault, FaultCode, FaultsError, nearest
from scoring.numbers import parse_number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    import pandas as pd

    from scoring.cells import Cells
    from scoring.model import Model
    from scoring.model_types import Item

SEPARATOR = "|"
"""Between the alternatives of a multiple choice in one cell."""

OFFICE = "office"
NOTE = "note."
"""Columns that begin so hold free notes; the engine passes them over."""

NAME_LENGTH = 200
"""The longest office name, in characters; the longest real ones are under 80."""

_FAULTY = -1


def columns_of(model: Model) -> list[str]:
    """The columns of a table of answers: the office, then each asked item, the ladder field by field."""
    columns = [OFFICE]
    for code, item in model.asked.items():
        columns += [f"{code}.{field}" for field in model.fields] if item.kind == "ladder" else [code]
    return columns


def all_columns(model: Model) -> list[str]:
    """Every column that a form has room for: the office, the facts about it, then each asked item.

    The facts, which nobody has to tell, stand beside the office's name: at the far end none would find them.
    """
    office, *items = columns_of(model)
    return [office, *FACTS, *items]


def encode(table: pd.DataFrame | Sequence[Mapping[str, str]], *, model: Model, file: str = "") -> Answers:
    """Checks and codes a table of answers.

    Args:
        table: A row for each office; for a few offices, a mapping for each is far quicker. Column
            ``office`` holds names, the others are those of ``columns_of``; a missing one counts as not
            answered. Cells hold codes or numbers; decimal commas are understood; a blank (or NaN) is
            not answered. An index called ``ROW`` holds each office's row in the file, for faults.
            Columns of facts are read beside the answers (see ``fact_columns``).
        model: The model.
        file: The name to put in faults.

    Returns:
        The answers, offices in the order of the rows.

    Raises:
        FaultsError: With every fault: row (the heading is row 1), column, what stands there and
            what is expected.
    """
    reader = _Reader(table, model, file)
    offices = reader.offices()
    states: dict[str, States] = {}
    values: dict[str, Values] = {}
    marked: dict[str, Marks] = {}
    steps = reader.steps()
    for code, item in model.items.items():
        if item.kind in NUMERIC:
            states[code], values[code] = reader.numbers(code, item)
        elif item.kind == "multi":
            marked[code] = reader.marks(code, item)
        elif item.kind != "ladder":
            states[code] = reader.words(code, vocabulary(model, code))
    facts, faults = read_facts(reader.source, file=file)
    if reader.faults or faults:
        raise FaultsError([*reader.faults, *faults])
    return Answers(offices, states, values, steps, marked, facts)


class _Reader:
    """Reads the columns of one table and gathers their faults."""

    def __init__(self, table: pd.DataFrame | Sequence[Mapping[str, str]], model: Model, file: str) -> None:
        self.source, self.model, self.file = source_of(table), model, file
        self.rows = self.source.rows
        self.faults: list[Fault] = [*self._heading_faults()]

    def _heading_faults(self) -> Iterator[Fault]:
        known, seen = dict.fromkeys(columns_of(self.model)), set[str]()
        if OFFICE not in self.source.columns:
            yield Fault("missing_column", self.file, 1, OFFICE, {"found": OFFICE})
        if not len(self.rows):
            yield Fault("no_offices", self.file, 1)
        for column in self.source.columns:
            if column not in known and not column.startswith(NOTE) and not is_fact(column):
                values = {"found": column, "suggestion": nearest(column, known)}
                yield Fault("unknown_column", self.file, 1, column, values)
        for column in self.source.columns:
            if column in seen:
                yield Fault("doubled_column", self.file, 1, column, {"found": column})
            seen.add(column)

    def offices(self) -> npt.NDArray[np.object_]:
        """The names; a column of them that is missing has its fault already."""
        places, texts = self.source.cells(OFFICE)
        names = np.array(texts, dtype=object)[places]
        if OFFICE not in self.source.columns:
            return names
        for place in np.flatnonzero(names == ""):
            self._fault("office_without_name", place, OFFICE, {})
        for place in np.flatnonzero(np.array([len(text) for text in texts])[places] > NAME_LENGTH):
            self._fault("office_name_length", place, OFFICE, {"expected": str(NAME_LENGTH)})
        first = dict(zip(names[::-1], self.rows[::-1], strict=True))
        if len(first) < len(names):
            self._doubled_offices(names, first)
        return names

    def _doubled_offices(self, names: npt.NDArray[np.object_], first: Mapping[str, np.intp]) -> None:
        for place, name in enumerate(names):
            if name and first[name] != self.rows[place]:
                self._fault("doubled_office", place, OFFICE, {"found": name, "first": str(first[name])})

    def words(self, column: str, words: dict[str, int]) -> States:
        """One column of codes as states."""

        def state(text: str) -> int:
            return words.get(text, _FAULTY)

        expected = ", ".join(words)
        return self._look_up(
            column,
            self.source.cells(column),
            state=state,
            explain=lambda text: {"expected": expected, "suggestion": self._suggestion(text, column, words)},
            code="unknown_answer",
        )

    def _suggestion(self, text: str, column: str, words: dict[str, int]) -> str:
        """The word meant: the code of an answer written as it reads on the screen, or the nearest code."""
        alternatives = self.model.alternatives(column.partition(".")[0])
        shown = {
            label: word for word, texts in alternatives.items() for label in (texts.nb, texts.nn, texts.en)
        }
        meant = shown.get(nearest(text, shown))
        return meant if meant in words else nearest(text, words)

    def steps(self) -> States:
        """The service ladder, shape (offices, fields)."""
        words = {str(word): NOT_OFFERED + place for place, word in enumerate(self.model.service.steps)}
        ladder = self.model.method.ladder_item
        columns = [self.words(f"{ladder}.{field}", words) for field in self.model.fields]
        return np.asfortranarray(np.stack(columns, axis=1))

    def numbers(self, column: str, item: Item) -> tuple[States, Values]:
        """A numeric column as states and values."""
        special = vocabulary(self.model, column)
        read: dict[str, float] = {}

        def state(text: str) -> int:
            if text in special:
                return special[text]
            number = parse_number(text)
            if number is None or not _fits(number, item):
                return _FAULTY
            read[text] = number
            return FIRST

        expected = {
            "low": f"{item.minimum or 0:g}",
            "high": f"{item.maximum:g}" if item.maximum is not None else "",
            "expected": ", ".join(special),
        }
        code: FaultCode = "whole_number_expected" if item.whole else "number_expected"
        places, texts = cells = self.source.cells(column)
        states = self._look_up(column, cells, state=state, explain=lambda _: expected, code=code)
        return states, np.array([read.get(text, np.nan) for text in texts])[places]

    def marks(self, column: str, item: Item) -> Marks:
        """A multiple choice as a table of marks, shape (offices, alternatives)."""
        known = list(self.model.alternatives(column))
        marked = np.zeros((len(self.rows), len(known)), dtype=bool, order="F")
        places, texts = self.source.cells(column)
        for place, text in enumerate(texts[number] for number in places):
            for word in filter(None, (part.strip() for part in text.split(SEPARATOR))):
                if word in known:
                    marked[place, known.index(word)] = True
                else:
                    values = {"found": word, "expected": ", ".join(known), "suggestion": nearest(word, known)}
                    self._fault("unknown_answer", place, column, values)
            if item.at_most is not None and marked[place].sum() > item.at_most:
                self._fault("too_many", place, column, {"found": text, "expected": str(item.at_most)})
        return marked

    def _look_up(
        self,
        column: str,
        cells: Cells,
        *,
        state: Callable[[str], int],
        explain: Callable[[str], dict[str, str]],
        code: FaultCode,
    ) -> States:
        """Codes each different text once, then spreads the codes over the rows."""
        places, texts = cells
        codes = np.array([state(text) if text else NOT_ANSWERED for text in texts], dtype=np.int8)
        states: States = codes[places]
        values = {
            place: {"found": texts[place], **explain(texts[place])}
            for place in np.flatnonzero(codes == _FAULTY)
        }
        for place in np.flatnonzero(states == _FAULTY):
            self._fault(code, place, column, values[places[place]])
        return states

    def _fault(self, code: FaultCode, place: int | np.intp, column: str, values: dict[str, str]) -> None:
        self.faults.append(Fault(code, self.file, int(self.rows[place]), column, values))


def _fits(number: float, item: Item) -> bool:
    low = item.minimum if item.minimum is not None else -np.inf
    high = item.maximum if item.maximum is not None else np.inf
    return low <= number <= high and not (item.whole and number != round(number))
