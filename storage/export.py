"""Everything of an office as one file; ``importing`` reads it back in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from storage import audit, tables
from storage.access import Action, Actor
from storage.column_types import now
from storage.export_types import Cell, OfficeFile, OneAssessment, OneEvent, OneMember, Plan
from storage.facts import of_offices
from storage.finding import assessments, the_office
from storage.loading import entry_of

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from storage.store import Store


def export_office(store: Store, actor: Actor, *, office_id: str) -> str:
    """All that is stored about an office, what is deleted left out.

    Returns:
        JSON (see ``export_types``), every version of every answer, note and plan in it.

    Raises:
        NotFound: There is no such office, or not for this.

    Laws: ``importing.import_office`` makes the same assessments of it, bit for bit, with the same history.
    """
    audit.record_for(store, actor, what="exported", office_id=office_id, action=Action.EXPORT)
    query = assessments(actor, Action.EXPORT).where(tables.Assessment.office_id == office_id)
    with store.read() as session:
        office = the_office(session, actor, office_id=office_id, action=Action.EXPORT)
        consent = session.get(tables.PoolConsent, office_id)
        rows = session.scalars(query.order_by(tables.Assessment.date, tables.Assessment.created)).all()
        facts = of_offices(session, [office])[office.id]
        whole = OfficeFile(
            exported=now(),
            office=office.name,
            county=facts.county,
            inhabitants=facts.inhabitants,
            tags=list(facts.tags),
            assessments=[_written(session, row) for row in rows],
            members=_members(session, office_id),
            log=_log(session, office_id),
            lends_since=consent.given if consent else None,
        )
    return whole.model_dump_json(indent=2)


def _written(session: Session, row: tables.Assessment) -> OneAssessment:
    cells, plans = _cells(session, row), _plans(session, row)
    current = {cell.column: cell.version for cell in cells}  # in the order of their versions
    return OneAssessment(
        id=row.id,
        title=row.title,
        date=row.date,
        model_version=row.model_version,
        data_version=row.data_version,
        revision=row.revision,
        created=row.created,
        changed=row.changed,
        locked_at=row.locked_at,
        copied_from=row.copied_from,
        answers=[cell for cell in cells if cell.version == current[cell.column]],
        earlier_answers=[cell for cell in cells if cell.version < current[cell.column]],
        plan=plans[-1] if plans else None,
        earlier_plans=plans[:-1],
    )


def _cells(session: Session, assessment: tables.Assessment) -> list[Cell]:
    past = tables.AnswerHistory
    query = (
        select(past, tables.Person.name)
        .outerjoin(tables.Person, tables.Person.id == past.given_by)
        .where(past.assessment_id == assessment.id)
        .order_by(past.column, past.version)
    )
    entries = [(entry_of(row, name), row.revision) for row, name in session.execute(query)]
    return [
        Cell(
            who=entry.name,
            when=entry.when,
            column=entry.column,
            text=entry.text,
            version=entry.version,
            revision=revision,
        )
        for entry, revision in entries
    ]


def _plans(session: Session, assessment: tables.Assessment) -> list[Plan]:
    past = tables.PlanHistory
    query = (
        select(past, tables.Person.name)
        .outerjoin(tables.Person, tables.Person.id == past.given_by)
        .where(past.assessment_id == assessment.id)
        .order_by(past.version)
    )
    return [
        Plan(who=name or "", when=row.given, version=row.version, measures=row.plan)
        for row, name in session.execute(query)
    ]


def _members(session: Session, office_id: str) -> list[OneMember]:
    query = (
        select(tables.Membership, tables.Person)
        .join(tables.Person, tables.Person.id == tables.Membership.person_id)
        .where(tables.Membership.office_id == office_id)
        .order_by(tables.Membership.since)
    )
    return [
        OneMember(name=person.name, email=person.email, role=place.role, since=place.since)
        for place, person in session.execute(query)
    ]


def _log(session: Session, office_id: str) -> list[OneEvent]:
    query = (
        select(tables.Audit, tables.Person.name)
        .outerjoin(tables.Person, tables.Person.id == tables.Audit.person_id)
        .where(tables.Audit.office_id == office_id)
        .order_by(tables.Audit.at)
    )
    return [
        OneEvent(when=row.at, who=name or "", what=row.what, detail=row.detail)
        for row, name in session.execute(query)
    ]
