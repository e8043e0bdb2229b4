"""The columns of facts in a table of answers: read beside the answers, and passed over by every rating."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

import numpy as np

from scoring.counties import counties, county_number, meant_county
from scoring.facts import (
    COLUMNS,
    COUNTY,
    INHABITANTS,
    MOST_INHABITANTS,
    MOST_TAGS,
    SEPARATOR,
    TAG,
    TAG_LENGTH,
    TAGS,
    Facts,
    FactTable,
    no_facts,
    tidy_tags,
)
from scoring.faults import Fault
from scoring.numbers import parse_number

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import numpy.typing as npt

    from scoring.cells import Source
    from scoring.faults import FaultCode

    Objects = npt.NDArray[np.object_]

T = TypeVar("T")

YES: Final = ("x", "1", "ja", "yes", "true", "sann")
NO: Final = ("", "0", "nei", "no", "false", "usann")
"""What a mark can be, whatever its case: as people write it, and as spreadsheets store a tick."""


def is_fact(column: str) -> bool:
    """Whether a column of a table of answers tells a fact."""
    return column in COLUMNS or (column.startswith(TAG) and len(_tags_of(column)) == 1)


def read_facts(source: Source, *, file: str = "") -> tuple[FactTable | None, list[Fault]]:
    """The facts of a table's offices.

    Args:
        source: The table's cells.
        file: The name to put in faults.

    Returns:
        The facts, None where no column tells any; and the faults of their cells.
    """
    if not any(map(is_fact, source.columns)):
        return None, []
    reader = _Reader(source, file)
    table = no_facts(len(source.rows))
    table.county[:] = reader.column(COUNTY, county_of, _county_expected, "unknown_county")
    inhabitants = reader.column(INHABITANTS, inhabitants_of, _number_expected, "whole_number_expected")
    table.inhabitants[:] = inhabitants.astype(float)  # None becomes NaN
    reader.tags(table.tags)
    return table, reader.faults


def facts_in(cells: Mapping[str, str]) -> tuple[Facts, dict[str, str]]:
    """The facts of one row, and the cells that are none.

    Args:
        cells: Column -> text, unchecked: what is no fact of its kind is passed over, for ``encode`` tells.
    """
    told = {column: text.strip() for column, text in cells.items() if is_fact(column)}
    marked = [column for column, text in told.items() if column.startswith(TAG) and text.casefold() in YES]
    tags = [told.get(TAGS, ""), *(column.removeprefix(TAG) for column in marked)]
    facts = Facts(county_of(told.get(COUNTY, "")), inhabitants_of(told.get(INHABITANTS, "")), tuple(tags))
    rest = {column: text for column, text in cells.items() if column not in told}
    return (Facts(facts.county, facts.inhabitants) if facts.faults() else facts), rest


def county_of(text: str) -> str | None:
    """A cell as a county's number; None where it is none."""
    return county_number(text)


def inhabitants_of(text: str) -> int | None:
    """A cell as a number of inhabitants; None where it is none."""
    number = parse_number(text)
    fits = number is not None and number == round(number) and 0 <= number <= MOST_INHABITANTS
    return int(number) if number is not None and fits else None


def _tags_of(column: str) -> tuple[str, ...]:
    """The tag in a heading: exactly one, not too long."""
    return tuple(tag for tag in tidy_tags([column.removeprefix(TAG)]) if len(tag) <= TAG_LENGTH)


def _several(text: str) -> tuple[str, ...] | None:
    tags = tidy_tags([text])
    return tags if not Facts(tags=tags).faults() else None


def _mark(text: str) -> bool | None:
    word = text.casefold()
    return word in YES if word in {*YES, *NO} else None


def _county_expected(text: str) -> dict[str, str]:
    names = ", ".join(one.name for one in counties().values())
    return {"expected": names, "suggestion": meant_county(text)}


def _number_expected(_: str) -> dict[str, str]:
    return {"low": "0", "high": str(MOST_INHABITANTS)}


def _tags_expected(_: str) -> dict[str, str]:
    return {"expected": str(MOST_TAGS), "first": str(TAG_LENGTH)}


def _mark_expected(_: str) -> dict[str, str]:
    return {"expected": "x"}


class _Reader:
    """Reads columns of facts and gathers their faults."""

    def __init__(self, source: Source, file: str) -> None:
        self.source, self.file = source, file
        self.faults: list[Fault] = []

    def column(
        self,
        column: str,
        read: Callable[[str], T | None],
        explain: Callable[[str], dict[str, str]],
        code: FaultCode,
    ) -> Objects:
        """Reads each different text once, then spreads what it says over the rows; None for a blank."""
        places, texts = self.source.cells(column)
        found = np.empty(len(texts), dtype=object)
        found[:] = [read(text) if text else None for text in texts]
        bad = {place for place, text in enumerate(texts) if text and found[place] is None}
        for row in np.flatnonzero(np.isin(places, list(bad))) if bad else ():
            text = texts[places[row]]
            values = {"found": text, **explain(text)}
            self.faults.append(Fault(code, self.file, int(self.source.rows[row]), column, values))
        spread: Objects = found[places]
        return spread

    def tags(self, tags: Objects) -> None:
        """Gathers each office's tags from the column of several, and from those with a mark."""
        for place, several in enumerate(self.column(TAGS, _several, _tags_expected, "bad_tags")):
            tags[place] = several or ()
        for column in dict.fromkeys(one for one in self.source.columns if one.startswith(TAG)):
            marks = self.column(column, _mark, _mark_expected, "mark_expected")
            for row in np.flatnonzero(marks == True):  # noqa: E712 - a table of objects
                tags[row] = tidy_tags([*tags[row], *_tags_of(column)])
        for row in np.flatnonzero([len(one) > MOST_TAGS for one in tags]):
            values = {"found": SEPARATOR.join(tags[row]), **_tags_expected("")}
            self.faults.append(Fault("bad_tags", self.file, int(self.source.rows[row]), TAGS, values))
