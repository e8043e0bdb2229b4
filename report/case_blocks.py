"""What a case document is made of: plain texts in order, nothing about layout."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

OPEN = "\ue000"
CLOSE = "\ue001"
"""Around what somebody has to fill in. Private signs: no text from outside keeps them."""


def blank(what: str) -> str:
    """A gap that somebody has to fill in, to stand anywhere in a text."""
    return f"{OPEN}[{what}]{CLOSE}"


@dataclass(frozen=True)
class Heading:
    """A heading of level 1 or 2."""

    text: str
    level: Literal[1, 2] = 1


@dataclass(frozen=True)
class Paragraph:
    """Running text; a notice stands out, and is to be taken out in the end."""

    text: str
    notice: bool = False


@dataclass(frozen=True)
class Bullets:
    """A list without order."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Point:
    """A numbered point, with lettered ones beneath it."""

    text: str
    inner: tuple[str, ...] = ()


@dataclass(frozen=True)
class Points:
    """A numbered list."""

    items: tuple[Point, ...]


@dataclass(frozen=True)
class Table:
    """A table with a header row.

    Args:
        name: What it shows, for those who hear it.
        columns: The header.
        rows: Texts, one for each column; several lines of a cell are several paragraphs.
        widths: The columns' shares of the width.
        titled: Whether the first line of a cell with several is its title.
        numbers: The columns, from 0, that hold numbers; they line up at the right.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str | tuple[str, ...], ...], ...]
    widths: tuple[int, ...]
    titled: bool = False
    numbers: tuple[int, ...] = ()


Block: TypeAlias = Heading | Paragraph | Bullets | Points | Table


@dataclass(frozen=True)
class CaseText:
    """A whole case document in one language.

    Args:
        tag: The language as Word names it: ``nb-NO``.
        kind: What stands above the title.
        label: What marks a synthetic example on every page; empty for a real office.
        page: The page number's text, with ``#`` for the page and ``##`` for the last one.
    """

    tag: str
    kind: str
    title: str
    label: str
    footer: str
    page: str
    blocks: tuple[Block, ...]
