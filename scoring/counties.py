"""The counties of Norway since 2024, read from ``data/``: their official numbers and names."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from scoring.faults import nearest
from scoring.paths import DATA

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

FILE: Final = "counties.csv"

DIGITS: Final = 2
"""Of a county's number, which is text: 03 is not 3."""

BETWEEN: Final = " - "
"""How Statistics Norway writes several official names of one county: ``Troms - Romsa - Tromssa``."""


@dataclass(frozen=True)
class County:
    """A county.

    Args:
        number: Two digits.
        name: In Norwegian.
        other_names: The official names in Sámi languages and Kven.
    """

    number: str
    name: str
    other_names: tuple[str, ...] = ()


@cache
def counties() -> Mapping[str, County]:
    """Every county by its number, in the order of the numbers.

    Source: Statistics Norway, Klass 104, standard classification of counties, valid from January 2024.
    """
    with (DATA / FILE).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {
        row["number"]: County(row["number"], row["name"], tuple(filter(None, row["other_names"].split("|"))))
        for row in rows
    }


def county_number(text: str) -> str | None:
    """The number of the county that people call so.

    Args:
        text: The number, with or without its leading zero, or one of the official names, or several.

    Returns:
        Two digits; None where no county of today is called so.
    """
    return _ways().get(_key(text))


def meant_county(text: str) -> str:
    """The name of the county that ``text`` most likely meant, or an empty text."""
    written = {name: one.name for one in counties().values() for name in (one.name, *one.other_names)}
    return written.get(nearest(text, written), "")


@cache
def _ways() -> Mapping[str, str]:
    return {_key(way): number for number, one in counties().items() for way in _written(one)}


def _written(one: County) -> Iterator[str]:
    yield from (one.number, str(int(one.number)), one.name, *one.other_names)
    yield BETWEEN.join([one.name, *one.other_names])


def _key(text: str) -> str:
    """Case, spaces and the kind of dash do not matter."""
    return " ".join(text.replace("\N{EN DASH}", "-").split()).casefold()
