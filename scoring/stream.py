"""A file of answers of any length -> ratings, chunk by chunk, or the first faults of the file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from scoring.cells import source_of
from scoring.chunks import CHUNK, read_chunks
from scoring.encode import OFFICE
from scoring.faults import Fault, FaultsError
from scoring.names_seen import NamesSeen
from scoring.rating import Rating, rate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from scoring.answer_table import AnswerTable
    from scoring.answers import Answers
    from scoring.model import Model

MOST_FAULTS: Final = 1000
"""Faults of a streamed file that are told: more than anyone mends by hand before trying again."""


@dataclass(frozen=True)
class Part:
    """What became of a chunk.

    Args:
        rating: Its offices, rated; None once the file has shown a fault.
        read: How much of the file is read by now, 0-1.
    """

    rating: Rating | None
    read: float


def rate_in_chunks(path: Path, *, model: Model, size: int = CHUNK) -> Iterator[Part]:
    """Rates the offices of a file that need not fit into memory.

    Args:
        path: CSV or Parquet.
        model: The model.
        size: Offices to a chunk at most.

    Returns:
        The ratings in the order of the file. Each office gets the digits that it gets when the
        file is read whole.

    Raises:
        FaultsError: At the end, or as soon as there are more than ``MOST_FAULTS`` faults: with the
            first of them by row, and where those begin that are not told.
        OSError: There is no such file, or it may not be read.
    """
    check = _Check()
    try:
        for chunk in read_chunks(path, model=model, size=size):
            answers = check.answers(chunk.table)
            yield Part(rate(answers, model=model) if answers else None, chunk.read)
            if len(check.faults) > MOST_FAULTS:
                break
    except FaultsError as error:
        check.faults += error.faults
    if check.faults:
        raise FaultsError(_first(check.faults))


class _Check:
    """Checks chunk by chunk what ``encode`` checks of a table."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self._names = NamesSeen()

    def answers(self, table: AnswerTable) -> Answers | None:
        """The answers of a chunk; none where it or one before it has a fault."""
        self.faults += table.faults
        if table.faults and len(table.cells) == 0:
            return None
        answers = self._encoded(table)
        self.faults += table.told(self._doubled_offices(table))
        return None if self.faults else answers

    def _encoded(self, table: AnswerTable) -> Answers | None:
        """The heading's faults are told once, and those of names by who knows all chunks."""
        answers, found = table.encoded(table.cells)
        told = [fault for fault in self.faults if fault.line == 1]
        self.faults += [one for one in found if one.code != "doubled_office" and one not in told]
        return answers

    def _doubled_offices(self, table: AnswerTable) -> Iterator[Fault]:
        source = source_of(table.cells)
        places, texts = source.cells(OFFICE)
        names = np.array(texts, dtype=object)[places]
        named = names != ""
        names, rows = names[named], source.rows[named]
        first = self._names.first_rows(names, rows)
        for place in np.flatnonzero(first != rows):
            values = {"found": names[place], "first": str(first[place])}
            yield Fault("doubled_office", table.file, int(rows[place]), OFFICE, values)


def _first(faults: Iterable[Fault]) -> list[Fault]:
    ordered = sorted(faults, key=lambda fault: fault.position)
    told, rest = ordered[:MOST_FAULTS], ordered[MOST_FAULTS:]
    if rest:
        values = {"found": str(MOST_FAULTS)}
        told.append(Fault("more_faults", rest[0].file, rest[0].line, values=values))
    return told
