"""The comparison report as plain texts and numbers: all that a layout needs, nothing about layout.

Every text is ready to print in the reader's language. Numbers stand beside them only for drawing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from report.content_types import Fact, LevelMark, LevelRange, Scale


@dataclass(frozen=True)
class OfficeRow:
    """One office in the overview."""

    rank: str
    office: str
    scale: Scale
    total: str
    interval: str
    level: LevelMark | None
    coverage: str
    other: str


@dataclass(frozen=True)
class Overview:
    """Every office's total, how sure it is, and its rank."""

    heading: str
    intro: str
    columns: tuple[str, ...]
    rows: tuple[OfficeRow, ...]
    remarks: tuple[str, ...]


@dataclass(frozen=True)
class SpreadRow:
    """Where the offices lie on one criterion.

    Args:
        stacks: Whole points and how many offices have them.
        middle: From which score to which at least half of the nation lies, or None.
        mean: The nation's mean, or None.
        cells: Lowest, middle and highest office, and the nation, in words.
        alternative: What the drawing shows.
    """

    name: str
    stacks: tuple[tuple[int, int], ...]
    middle: tuple[float, float] | None
    mean: float | None
    cells: tuple[str, ...]
    alternative: str


@dataclass(frozen=True)
class Spread:
    """The distribution of the total and of each criterion."""

    heading: str
    intro: str
    key: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[SpreadRow, ...]


@dataclass(frozen=True)
class HeatCell:
    """A score with the place of its level; -1 where not rated."""

    value: str
    level: int


@dataclass(frozen=True)
class HeatRow:
    """One office in the heat map: its rank, its total and its criteria."""

    rank: str
    office: str
    cells: tuple[HeatCell, ...]


@dataclass(frozen=True)
class Heat:
    """Offices x criteria."""

    heading: str
    intro: str
    key: str
    columns: tuple[str, ...]
    rows: tuple[HeatRow, ...]


@dataclass(frozen=True)
class RankRow:
    """How far one office's rank could move.

    Args:
        at: Where the rank lies, per cent of the way from the first to the last.
        weights: From where to where it lies under nine in ten of other weightings.
        answers: From where to where it can come by open answers.
        cells: These in words, then the rank by the geometric mean and the share among the best.
    """

    rank: str
    office: str
    at: float
    weights: tuple[float, float]
    answers: tuple[float, float]
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Ranks:
    """How sure the ranks are."""

    heading: str
    intro: str
    best: tuple[str, ...]
    key: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[RankRow, ...]
    remarks: tuple[str, ...]


@dataclass(frozen=True)
class MeasureLine:
    """A measure that several offices want: its number here, title, place in the report, offices and gain."""

    number: str
    title: str
    source: str
    offices: str
    gain: str


@dataclass(frozen=True)
class Shared:
    """What offices could do together: the measures, then offices x measures by their numbers."""

    heading: str
    intro: str
    columns: tuple[str, ...]
    rows: tuple[MeasureLine, ...]
    matrix_heading: str
    matrix_intro: str
    matrix_columns: tuple[str, ...]
    matrix: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Learn:
    """Who is strong where another is weak: criterion, the weak, the strong, and what they do better."""

    heading: str
    intro: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Notes:
    """What the comparison does not know, and what the levels mean."""

    heading: str
    facts: tuple[Fact, ...]
    levels_heading: str
    levels: tuple[LevelRange, ...]


@dataclass(frozen=True)
class ComparisonContent:
    """The whole report, ready for a layout; what it shares with ``Content`` is explained there."""

    language: str
    region: str
    title: str
    description: str
    date: tuple[int, int, int]
    heading: str
    running: str
    kind: str
    meta: str
    label: str
    footer: str
    page: str
    facts: tuple[Fact, ...]
    overview: Overview
    spread: Spread
    heat: Heat
    ranks: Ranks
    shared: Shared
    learn: Learn
    notes: Notes
