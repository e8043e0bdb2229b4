"""The plan of measures as plain texts and numbers, ready for a layout."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class PlanRow:
    """One planned measure.

    Args:
        responsible: As it was written; empty where there is nobody.
        total: The total once this and all before it are in place; empty where it is not known.
    """

    title: str
    source: str
    note: str
    responsible: str
    deadline: str
    effort: str
    status: str
    gain: str
    total: str


@dataclass(frozen=True)
class PlanStep:
    """One step of the chart.

    Args:
        at: Where it begins, as per cent of the chart's width.
        score: The total from there on, 0-100.
        label: The total in words; empty where a neighbour leaves no room for it.
        dated: Whether it has a date; the one without comes last.
    """

    at: float
    score: float
    label: str
    dated: bool


@dataclass(frozen=True)
class AxisLabel:
    """A text beneath the chart, centred at ``at`` per cent of the width."""

    at: float
    text: str


@dataclass(frozen=True)
class PlanChart:
    """The projected total by date."""

    heading: str
    intro: str
    alternative: str
    steps: tuple[PlanStep, ...]
    axis: tuple[AxisLabel, ...]


@dataclass(frozen=True)
class Plan:
    """The plan with its projection.

    Args:
        nobody: What stands where nobody is responsible.
        more: How many measures there is no room for, and where they stand; empty where all are shown.
        chart: None where nothing changes or the total is not rated; ``no_chart`` then says why.
    """

    heading: str
    intro: str
    columns: tuple[str, ...]
    rows: tuple[PlanRow, ...]
    nobody: str
    more: str
    chart: PlanChart | None
    no_chart: str
