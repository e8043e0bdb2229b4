"""The report as plain texts and numbers: all that a layout needs, nothing about layout.

Every text is ready to print in the reader's language. Numbers stand beside them only for drawing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from report.plan_types import Plan

Tone = Literal["answered", "open", "outside"]
"""Whether an indicator has points, could still get them, or takes no part."""


@dataclass(frozen=True)
class LevelMark:
    """A level by word, shape and colour, so that colour never stands alone."""

    word: str
    shape: str
    colour: str


@dataclass(frozen=True)
class LevelRange:
    """A level's part of the scale, 0-100."""

    mark: LevelMark
    low: float
    high: float
    span: str


@dataclass(frozen=True)
class Scale:
    """Where things lie on the scale from 0 to 100; None where there is nothing to draw."""

    score: float | None
    low: float | None
    high: float | None
    nation: float | None
    like: float | None


@dataclass(frozen=True)
class Fact:
    """A term with what is said about it."""

    term: str
    text: str


@dataclass(frozen=True)
class Total:
    """The office's total: the figure, how sure it is, and the nation."""

    value: str
    of: str
    level: LevelMark | None
    scale: Scale
    nation: str
    alternative: str
    sentence: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class ChartRow:
    """One criterion in the chart."""

    number: str
    name: str
    value: str
    level: LevelMark | None
    scale: Scale


@dataclass(frozen=True)
class Legend:
    """What the chart's signs mean."""

    score: str
    interval: str
    nation: str
    like: str | None


@dataclass(frozen=True)
class Chart:
    """The ten criteria against the nation."""

    heading: str
    alternative: str
    legend: Legend
    rows: tuple[ChartRow, ...]


@dataclass(frozen=True)
class Extreme:
    """One of the strongest or weakest criteria."""

    number: str
    name: str
    value: str
    nation: str


@dataclass(frozen=True)
class Extremes:
    """The strongest and the weakest criteria, with none on both sides."""

    strongest_heading: str
    weakest_heading: str
    strongest: tuple[Extreme, ...]
    weakest: tuple[Extreme, ...]
    nothing: str


@dataclass(frozen=True)
class MeasureRow:
    """One measure: what to do, what it gives, what it takes, where it comes from."""

    title: str
    text: str
    gain: str
    effort: str
    source: str


@dataclass(frozen=True)
class Measures:
    """The measures that give most."""

    heading: str
    intro: str
    columns: tuple[str, ...]
    rows: tuple[MeasureRow, ...]
    nothing: str


@dataclass(frozen=True)
class IndicatorRow:
    """One indicator: the answer in words, the points and the nation's figure.

    Args:
        nation: The nation's mean points; empty where there is none.
        base: What the mean rests on, beside it.
        remark: The share with full points, or why there is no figure.
    """

    title: str
    strength: str
    answer: str
    points: str
    tone: Tone
    scale: Scale
    nation: str
    base: str
    remark: str


@dataclass(frozen=True)
class CriterionBlock:
    """One criterion with its indicators."""

    heading: str
    value: str
    level: LevelMark | None
    summary: str
    rows: tuple[IndicatorRow, ...]


@dataclass(frozen=True)
class Details:
    """Criterion by criterion."""

    heading: str
    intro: str
    columns: tuple[str, ...]
    criteria: tuple[CriterionBlock, ...]


@dataclass(frozen=True)
class Method:
    """How the figures came about and what to mind."""

    heading: str
    facts: tuple[Fact, ...]
    levels_heading: str
    levels: tuple[LevelRange, ...]
    notes_heading: str
    notes: tuple[Fact, ...]
    versions_heading: str
    versions: tuple[Fact, ...]


@dataclass(frozen=True)
class Content:
    """The whole scorecard, ready for a layout.

    Args:
        language: ``nb``, ``nn`` or ``en``.
        region: ``NO`` or ``GB``.
        date: Year, month and day of the assessment.
        running: The office's name, cut to fit on one line at the head of a page.
        label: What marks a synthetic example on every page; empty for a real office.
        plan: The office's own plan of measures; None where it has none.
        page: The page number's text, with ``#`` for the page and ``##`` for the last one.
    """

    language: str
    region: str
    title: str
    description: str
    date: tuple[int, int, int]
    office: str
    running: str
    kind: str
    meta: str
    label: str
    footer: str
    page: str
    total: Total
    levels: tuple[LevelRange, ...]
    chart: Chart
    extremes: Extremes
    measures: Measures
    plan: Plan | None
    details: Details
    method: Method
