"""The proposed decision and the measures of the case document: from the plan, or from what gives most."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from report.case_blocks import Heading, Paragraph, Point, Points, Table
from report.case_words import task
from report.content_summary import measures_content
from report.measure_words import measure_title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report.case_blocks import Block
    from report.case_parts import CasePaper
    from report.content_types import MeasureRow
    from report.plan_lines import PlanLine
    from scoring.plan import Milestone

DECIDED: Final = 10
"""More measures than this are not read out one by one in a decision."""

COLUMNS: Final = ("measure", "responsible", "deadline", "effort", "gain", "source")
WIDTHS: Final = (43, 32, 24, 17, 18, 31)
"""Millimetres: the second column has room for "Kommunedirektøren", who is responsible most often."""


def decision(paper: CasePaper) -> Iterator[Block]:
    """What the council is asked to decide, point by point."""
    t = paper.t
    points = [Point(t("case.decision.note", office=paper.office)), *_decided(paper)]
    points.append(Point(t("case.decision.report", date=paper.gap("date"))))
    yield Heading(t("case.decision.heading"))
    yield Paragraph(t("case.decision.lead"))
    yield Points(tuple(points))


def _decided(paper: CasePaper) -> Iterator[Point]:
    t = paper.t
    todo = [line for line in paper.plan if line.open]
    first = measures_content(paper.case).rows if not paper.plan else ()
    if todo:
        items = [_planned(paper, line) for line in todo[:DECIDED]]
        rest = len(todo) - len(items)
        items += [t.plural("case.decision.more", rest)] if rest else []
        yield Point(t.plural("case.decision.plan", len(todo)), tuple(items))
    if first:
        codes = [one.code for one in paper.case.scorecard.measures]
        items = [
            _proposed(paper, task(paper, code, row.title)) for code, row in zip(codes, first, strict=False)
        ]
        yield Point(t.plural("case.decision.measures", len(first)), tuple(items))
    if todo or first:
        yield Point(t("case.decision.money", gap=paper.gap("funding")))
    else:
        yield Point(t("case.decision.done" if paper.plan else "case.decision.none"))


def _planned(paper: CasePaper, line: PlanLine) -> str:
    deadline = line.planned.deadline
    return paper.t(
        "case.decision.item",
        measure=task(paper, line.planned.code, line.title),
        responsible=line.responsible or paper.gap("responsible"),
        deadline=paper.t.date(deadline) if deadline else paper.gap("date"),
    )


def _proposed(paper: CasePaper, title: str) -> str:
    gaps = {"responsible": paper.gap("responsible"), "deadline": paper.gap("date")}
    return paper.t("case.decision.item", measure=title, **gaps)


def measures(paper: CasePaper) -> Iterator[Block]:
    """The measures as a table; with a plan, the total that it leads to as well."""
    t, content = paper.t, measures_content(paper.case)
    number = t.number(len(paper.case.model.recommendations))
    yield Heading(t("case.measures.heading"))
    if paper.plan:
        yield Paragraph(t("case.measures.plan", number=number))
        rows = tuple(_plan_row(paper, line) for line in paper.plan)
    elif content.rows:
        yield Paragraph(t("case.measures.first", number=number))
        rows = tuple(_first_row(paper, row) for row in content.rows)
    else:
        yield Paragraph(content.nothing)
        return
    columns = tuple(t(f"case.measures.{column}") for column in COLUMNS)
    yield Table(t("case.measures.heading"), columns, rows, WIDTHS, titled=True, numbers=(4,))
    if paper.plan:
        yield from _projection(paper)


def _plan_row(paper: CasePaper, line: PlanLine) -> tuple[str | tuple[str, ...], ...]:
    t, deadline = paper.t, line.planned.deadline
    status = t("case.measures.status", status=line.status.lower())
    missing = "" if not line.open else "fill"
    return (
        (line.title, status, *([line.note] if line.note else [])),
        line.responsible or (paper.gap(missing) if missing else t("report.plan_nobody")),
        t.short_date(deadline)
        if deadline
        else paper.gap(missing)
        if missing
        else t("report.plan_no_deadline"),
        line.effort,
        line.gain_text,
        line.source,
    )


def _first_row(paper: CasePaper, row: MeasureRow) -> tuple[str | tuple[str, ...], ...]:
    gap = paper.gap("fill")
    return ((row.title, row.text), gap, gap, row.effort, row.gain, row.source)


def _projection(paper: CasePaper) -> Iterator[Block]:
    t = paper.t
    yield Heading(t("case.projection.heading"), 2)
    if any(step.score is None for step in paper.steps):
        yield Paragraph(t("report.plan_not_rated"))
        return
    yield Paragraph(t("case.projection.intro"))
    columns = tuple(t(f"case.projection.{name}") for name in ("from", "measures", "total"))
    rows = tuple(_step(paper, step, place) for place, step in enumerate(paper.steps))
    yield Table(t("case.projection.heading"), columns, rows, (3, 8, 2), numbers=(2,))


def _step(paper: CasePaper, step: Milestone, place: int) -> tuple[str | tuple[str, ...], ...]:
    t = paper.t
    titles = [measure_title(code, model=paper.case.model, t=t) for code in step.codes]
    now = t("case.projection.done" if titles else "report.plan_file_today")
    today = [now] if place == 0 else []
    day = t.date(step.day) if step.day else t("report.plan_no_deadline")
    return day, (*today, *titles), t.number(step.score or 0)
