"""What is known of an office beside its answers: county, inhabitants, own tags.

Offices are grouped and found by it. It is no answer: nothing of it is ever scored.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

from scoring.counties import counties

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

COUNTY, INHABITANTS, TAGS = "county", "inhabitants", "tags"

COLUMNS: Final = (COUNTY, INHABITANTS, TAGS)
"""The columns of facts in a table of answers. Each may be missing."""

TAG: Final = "tag."
"""Columns that begin so are one tag each, with a mark for the offices that bear it."""

SEPARATOR: Final = "|"
"""Between the tags of one cell, as between the choices of a multiple choice."""

TAG_LENGTH: Final = 100
MOST_TAGS: Final = 20
"""So many tags an office has at most, of so many characters each. Ours: they are words, no notes."""

MOST_INHABITANTS: Final = 10_000_000
"""Above the number of people in the country: what is higher is a slip."""


@dataclass(frozen=True)
class Facts:
    """What is known of an office beside its answers.

    Args:
        county: Its official number, two digits; None where it is not told.
        inhabitants: Of the municipality; None where it is not told.
        tags: Words by which people group offices.

    Laws: neither the order of tags, nor blanks around them, nor tags that differ in case alone make
        other facts.
    """

    county: str | None = None
    inhabitants: int | None = None
    tags: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, TAGS, tidy_tags(self.tags))

    def faults(self) -> list[str]:
        """The names of those that cannot be so."""
        return [*self._faults()]

    def _faults(self) -> Iterator[str]:
        if self.county is not None and self.county not in counties():
            yield COUNTY
        if self.inhabitants is not None and not 0 <= self.inhabitants <= MOST_INHABITANTS:
            yield INHABITANTS
        if len(self.tags) > MOST_TAGS or any(len(tag) > TAG_LENGTH for tag in self.tags):
            yield TAGS

    def cells(self) -> dict[str, str]:
        """The facts as cells of a table, by column; what is not told is left out."""
        inhabitants = "" if self.inhabitants is None else str(self.inhabitants)
        texts = {COUNTY: self.county or "", INHABITANTS: inhabitants, TAGS: SEPARATOR.join(self.tags)}
        return {column: text for column, text in texts.items() if text}


def tidy_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Tags without blanks around them, each once whatever its case, in the order of the alphabet.

    Args:
        tags: As people write them; a ``|`` parts two. What nobody sees counts as a blank: a database
            cannot hold all of it, and two tags that look alike must be one.
    """
    parts = (" ".join(_visible(part).split()) for tag in tags for part in tag.split(SEPARATOR))
    once: dict[str, str] = {}
    for part in sorted(filter(None, parts)):
        once.setdefault(part.casefold(), part)
    return tuple(once[key] for key in sorted(once))


def _visible(text: str) -> str:
    return "".join(sign if sign.isprintable() else " " for sign in text)


@dataclass(frozen=True)
class FactTable:
    """The facts of ``n`` offices.

    Args:
        county: Numbers of counties, None where not told, shape (n,).
        inhabitants: NaN where not told, shape (n,).
        tags: A tuple of tags for each, shape (n,).
    """

    county: npt.NDArray[np.object_]
    inhabitants: npt.NDArray[np.float64]
    tags: npt.NDArray[np.object_]

    def part(self, rows: slice | npt.NDArray[np.intp]) -> FactTable:
        """Those of the offices at ``rows``."""
        return FactTable(self.county[rows], self.inhabitants[rows], self.tags[rows])

    def of(self, place: int) -> Facts:
        """The facts of one office."""
        number = self.inhabitants[place]
        return Facts(self.county[place], None if np.isnan(number) else int(number), self.tags[place])


def no_facts(size: int) -> FactTable:
    """Offices of which nothing is told."""
    tags = np.empty(size, dtype=object)
    tags[:] = [()] * size
    return FactTable(np.full(size, None, dtype=object), np.full(size, np.nan), tags)
