"""Rows of the tables as the values that are handed out."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from sqlalchemy import Select, func, select

from scoring import Assessment
from scoring.encode import NOTE
from scoring.plan import PlannedMeasure, planned_from
from storage import tables
from storage.facts import of_offices
from storage.records import AssessmentInfo, Entry, Loaded
from storage.texts import text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy.orm import Session

    from storage.texts import Outcome

Current = tables.Answer | tables.AnswerHistory


def entry_of(row: Current, name: str | None) -> Entry:
    """A row and the name of who gave it, as an entry."""
    return Entry(
        column=row.column,
        text=text_of(row.outcome, row.value),
        outcome=cast("Outcome", row.outcome),
        version=row.version,
        who=row.given_by,
        name=name or "",
        when=row.given,
    )


def answers_with_names() -> Select[tables.Answer, str]:
    """What stands in columns now, each with who wrote it."""
    return select(tables.Answer, tables.Person.name).outerjoin(
        tables.Person, tables.Person.id == tables.Answer.given_by
    )


def info_of(row: tables.Assessment, *, answered: int) -> AssessmentInfo:
    """An assessment's row as it is handed out."""
    return AssessmentInfo(
        id=row.id,
        office_id=row.office_id,
        title=row.title,
        date=row.date,
        model_version=row.model_version,
        data_version=row.data_version,
        revision=row.revision,
        plan_version=row.plan_version,
        created=row.created,
        changed=row.changed,
        locked_at=row.locked_at,
        deleted_at=row.deleted_at,
        copied_from=row.copied_from,
        answered=answered,
    )


def answered_counts(session: Session, assessment_ids: Sequence[str]) -> dict[str, int]:
    """How many columns of each assessment are answered, notes not counted."""
    query = (
        select(tables.Answer.assessment_id, func.count())
        .where(
            tables.Answer.assessment_id.in_(assessment_ids),
            tables.Answer.outcome != "not_answered",
            tables.Answer.column.not_like(f"{NOTE}%"),
        )
        .group_by(tables.Answer.assessment_id)
    )
    return dict(session.execute(query).all())


def infos(session: Session, rows: Iterable[tables.Assessment]) -> list[AssessmentInfo]:
    """Assessments as they are handed out, in the same order."""
    found = list(rows)
    counts = answered_counts(session, [row.id for row in found])
    return [info_of(row, answered=counts.get(row.id, 0)) for row in found]


def loaded(session: Session, rows: Sequence[tables.Assessment]) -> list[Loaded]:
    """Assessments with their answers, notes and plans, in the same order: five queries for any number."""
    ids = [row.id for row in rows]
    entries: dict[str, dict[str, Entry]] = {one: {} for one in ids}
    query = answers_with_names().where(tables.Answer.assessment_id.in_(ids)).order_by(tables.Answer.column)
    for answer, name in session.execute(query):
        entries[answer.assessment_id][answer.column] = entry_of(answer, name)
    texts = {
        key: {column: entry.text for column, entry in held.items() if entry.outcome != "not_answered"}
        for key, held in entries.items()
    }
    given = _assessments(session, rows, texts)
    return [
        Loaded(given[row.id], entries[row.id], info_of(row, answered=_answered(entries[row.id])))
        for row in rows
    ]


def contents(session: Session, rows: Sequence[tables.Assessment]) -> dict[str, Assessment]:
    """Assessments by id, without who wrote what when and in which version.

    The texts are read as they stand in the table: making an object of each row takes ten times as long,
    and four hundred offices have fifty thousand.
    """
    row = tables.Answer
    texts: dict[str, dict[str, str]] = {one.id: {} for one in rows}
    query = (
        select(row.assessment_id, row.column, row.outcome, row.value)
        .where(row.assessment_id.in_(texts), row.outcome != "not_answered")
        .order_by(row.assessment_id, row.column)
    )
    for key, column, outcome, value in session.execute(query):
        texts[key][column] = text_of(outcome, value)
    return _assessments(session, rows, texts)


def plans_of(session: Session, assessment_ids: Sequence[str]) -> dict[str, tuple[PlannedMeasure, ...]]:
    """Each assessment's plan, in its order."""
    plans: dict[str, tuple[PlannedMeasure, ...]] = dict.fromkeys(assessment_ids, ())
    query = (
        select(tables.PlannedMeasure)
        .where(tables.PlannedMeasure.assessment_id.in_(assessment_ids))
        .order_by(tables.PlannedMeasure.assessment_id, tables.PlannedMeasure.place)
    )
    for row in session.scalars(query):
        plans[row.assessment_id] += (_measure(row),)
    return plans


def _measure(row: tables.PlannedMeasure) -> PlannedMeasure:
    texts = {name: getattr(row, name) for name in ("code", "effort", "responsible", "status", "note")}
    found = planned_from(texts | {"deadline": row.deadline.isoformat() if row.deadline else ""})
    if found is None:  # the table takes only what ``PlannedMeasure`` was
        raise TypeError(f"a planned measure of another shape: {texts}")
    return found


def _assessments(
    session: Session, rows: Sequence[tables.Assessment], texts: Mapping[str, Mapping[str, str]]
) -> dict[str, Assessment]:
    """Assessments by id, made of their texts by column, blanks left out."""
    offices = _offices(session, {row.office_id for row in rows})
    facts = of_offices(session, offices.values())
    plans = plans_of(session, [row.id for row in rows])
    return {
        row.id: Assessment(
            office=offices[row.office_id].name,
            answers={},
            date=row.date,
            plan=plans[row.id],
            facts=facts[row.office_id],
        ).with_texts(texts[row.id])
        for row in rows
    }


def _answered(entries: Mapping[str, Entry]) -> int:
    return sum(
        entry.outcome != "not_answered" for column, entry in entries.items() if not column.startswith(NOTE)
    )


def _offices(session: Session, office_ids: set[str]) -> dict[str, tables.Office]:
    query = select(tables.Office).where(tables.Office.id.in_(office_ids))
    return {office.id: office for office in session.scalars(query)}
