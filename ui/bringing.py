"""Files of many offices on their way into the comparison: read step by step, looked at, then taken in.

All of it is in this session only. A file waits, its good rows beside its faulty ones, until the person
takes it in or puts it away.
"""

from __future__ import annotations

import dataclasses
from itertools import chain
from typing import TYPE_CHECKING, Final, cast

from scoring import FaultsError, rate
from scoring.intake import sort_rows
from scoring.reading import read_in_parts
from scoring.understood import understood
from ui import comparing, held_files, resources, state
from ui.answer_files import tidy
from ui.brought import Brought, Step, Taken
from ui.office_export import newest_of
from ui.overtaken import whole

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scoring import Assessment
    from scoring.answer_table import AnswerTable
    from scoring.intake import Sorted
    from ui.brought import Stage

BEGINS: Final[dict[Stage, float]] = {
    "read": 0.0,
    "understood": 0.5,
    "checked": 0.65,
    "told": 0.7,
    "rated": 0.95,
}
"""At which part of a file's time each stage begins, 0-1, as measured with 10,000 offices in XLSX."""

PART: Final = 1_000
"""Offices that are told apart between two looks at whether to go on."""

_FILES, _WORK, _NUMBER, _FATES = "bring.files", "bring.work", "bring.number", "bring.fates"


# ------------------------------------------------------------------ reading
def begin(files: Sequence[tuple[str, bytes]]) -> None:
    """Gets ready to read files, name and content, after those that are being read.

    Earlier ones of which nothing is left to take in or to mend go.
    """
    state.remember(_FILES, [one for one in brought() if one.waits or one.faulty])
    before = cast("Iterator[Step] | None", state.recall(_WORK)) or ()
    state.remember(_WORK, chain(before, _steps(list(files))))


@whole
def go_on() -> Step | None:
    """Takes the next step, which a newer click waits for.

    Returns:
        What is to be done after it; None when all is done.
    """
    work = cast("Iterator[Step] | None", state.recall(_WORK))
    step = next(work, None) if work else None
    if step is None:
        stop()
    return step


def reading() -> bool:
    """Whether there is something that is not read yet."""
    return state.recall(_WORK) is not None


def stop() -> None:
    """Lets go of what is not read yet; files that are read stay."""
    state.remember(_WORK, None)


def _steps(files: list[tuple[str, bytes]]) -> Iterator[Step]:
    """The files one after another; each is let go of when it is read."""
    many = len(files)
    for place in range(many):
        name, data = files.pop(0)
        for stage, rows, of in _file(name, data):
            part = rows / of if of else 0.0
            ends = [*list(BEGINS.values())[1:], 1.0]
            end = ends[list(BEGINS).index(stage)]
            within = BEGINS[stage] + part * (end - BEGINS[stage])
            yield Step(stage, name, rows, of, (place + within) / many)


def _file(name: str, data: bytes) -> Iterator[tuple[Stage, int, int]]:
    """Stage, rows, of how many; the file is kept at the end."""
    yield "read", 0, 0
    table: AnswerTable | None = None
    try:
        content = newest_of(data, name=name)
        for part in read_in_parts(content, name=name, model=resources.model(), size=PART):
            yield "understood", part.rows, part.of
            table = part.table
        assert table is not None  # noqa: S101 - the last part holds it
        yield "checked", 0, len(table.cells)
        found = sort_rows(table)
    except FaultsError as error:
        _keep(Brought(_next_number(), name, tuple(error.faults)))
        return
    offices: list[Assessment] = []
    for rows, some in _in_parts(table, found):
        yield "told", rows, len(found.good)
        offices += some
    yield "rated", 0, len(offices)
    _keep(_looked_at(table, found, offices))


def _in_parts(table: AnswerTable, found: Sorted) -> Iterator[tuple[int, list[Assessment]]]:
    """The good rows as assessments, with how many there are before them."""
    numbers = list(found.good.index)
    for start in range(0, len(numbers), PART):
        some = table.some_assessments(numbers[start : start + PART])
        yield start, [tidy(one) for one in some]


def _looked_at(table: AnswerTable, found: Sorted, offices: list[Assessment]) -> Brought:
    """A file without its cells: only what is shown of it stays."""
    rated = 0
    if found.answers is not None:
        rated = int(rate(found.answers, model=table.model).total["score"].notna().sum())
    told = understood(table, found.good)
    rest = dataclasses.replace(found, answers=None, good=found.good.head(0))
    return Brought(_next_number(), table.file, found.faults, rest, told, tuple(offices), rated)


# ------------------------------------------------------------------ files that are read
def brought() -> list[Brought]:
    """The files that were read, the latest first."""
    return cast("list[Brought]", state.recall(_FILES) or [])


def put_away(number: int) -> None:
    """Forgets a file; what was taken in of it stays."""
    state.remember(_FILES, [one for one in brought() if one.number != number])


@whole
def take_in(number: int) -> bool:
    """Takes the good rows of a file into the comparison.

    Returns:
        Whether there is room for them; where there is not, none is taken.
    """
    one = next((one for one in brought() if one.number == number and one.waits), None)
    if one is None:
        return True  # a second click
    new = [comparing.Office(office.office, "file", office) for office in one.offices]
    before = held_files.join(new)
    if before is None:
        return False
    taken = Taken(
        tuple(office.name for office in new if office.code not in before),
        tuple(office.name for office in new if office.code in before),
    )
    _keep(dataclasses.replace(one, taken=taken))
    state.remember(_FATES, fates() | {office.code: (one.name, office.code in before) for office in new})
    return True


def fates() -> dict[str, tuple[str, bool]]:
    """Code of an office -> the file that it is from, and whether it took an earlier one's place."""
    return cast("dict[str, tuple[str, bool]]", state.recall(_FATES) or {})


def forget() -> None:
    """Takes all offices of files away, and the files."""
    held_files.forget_files()
    for name in (_FILES, _WORK, _FATES):
        state.remember(name, None)


def _keep(one: Brought) -> None:
    """Puts a file in its place, a new one first."""
    held = brought()
    if any(other.number == one.number for other in held):
        state.remember(_FILES, [one if other.number == one.number else other for other in held])
    else:
        state.remember(_FILES, [one, *held])


def _next_number() -> int:
    number = int(state.recall(_NUMBER) or 0) + 1
    state.remember(_NUMBER, number)
    return number
