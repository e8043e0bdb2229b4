"""Offices: made, named, listed, deleted, got back, and in the end gone."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final, cast

from sqlalchemy import delete as delete_from
from sqlalchemy import func, select

from storage import audit, tables
from storage.access import Action, Actor, within
from storage.column_types import now
from storage.errors import NotFound
from storage.facts import of_offices
from storage.finding import offices, somebody, the_office
from storage.loading import infos
from storage.records import AssessmentInfo, OfficeInfo, OfficeName
from storage.texts import checked_name

if TYPE_CHECKING:
    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    from storage.access import Role
    from storage.store import Store

RETENTION: Final = dt.timedelta(days=30)
"""How long what was deleted can be got back."""


def create(store: Store, actor: Actor, *, name: str) -> str:
    """Makes an office; whoever makes it owns it.

    Args:
        store: The store.
        actor: A person, or whoever runs Tikamp on an own machine.
        name: 0-200 characters; the form may ask for it later.

    Returns:
        The office's id.

    Raises:
        NotFound: The actor is nobody.
        BadText: The name is too long or cannot be stored.
    """
    with store.write() as session:
        office = add(session, actor, name=name)
        audit.note(session, actor, what="created", office_id=office.id)
        return office.id


def add(session: Session, actor: Actor, *, name: str) -> tables.Office:
    """An office within a transaction, with its first owner."""
    somebody(session, actor)
    office = tables.Office(name=checked_name(name))
    session.add(office)
    session.flush()
    if actor.person_id is not None:
        session.add(tables.Membership(office_id=office.id, person_id=actor.person_id, role="owner"))
    return office


def rename(store: Store, actor: Actor, *, office_id: str, name: str) -> None:
    """Gives an office another name; all its assessments bear it.

    Raises:
        NotFound: There is none, or not for this.
        BadText: The name is too long or cannot be stored.
    """
    with store.write() as session:
        office = the_office(session, actor, office_id=office_id, action=Action.RENAME)
        office.name = checked_name(name)
        audit.note(session, actor, what="renamed", office_id=office_id)


def overview(store: Store, actor: Actor) -> list[OfficeInfo]:
    """The actor's offices by name, each with its newest assessment."""
    return _overview(store, actor, query=offices(actor, Action.SEE))


def to_compare(store: Store, actor: Actor) -> list[OfficeInfo]:
    """The offices that the actor may put beside others, by name, each with its newest assessment."""
    return _overview(store, actor, query=offices(actor, Action.COMPARE))


def to_share(store: Store, actor: Actor) -> list[OfficeName]:
    """The offices whose people the actor looks after, by name; no more of them than that."""
    with store.read() as session:
        found = [OfficeName(one.id, one.name) for one in session.scalars(offices(actor, Action.SHARE))]
    return sorted(found, key=lambda office: (office.name.casefold(), office.id))


def deleted(store: Store, actor: Actor) -> list[OfficeInfo]:
    """The offices that the actor can still get back."""
    return _overview(store, actor, query=_deleted(actor))


def delete(store: Store, actor: Actor, *, office_id: str) -> None:
    """Puts an office and all of it out of sight of everyone; ``restore`` gets it back for a time.

    Raises:
        NotFound: There is none, or not for this.
    """
    with store.write() as session:
        office = the_office(session, actor, office_id=office_id, action=Action.DELETE)
        office.deleted_at = now()
        audit.note(session, actor, what="deleted", office_id=office_id)


def restore(store: Store, actor: Actor, *, office_id: str) -> None:
    """Gets a deleted office back, whole.

    Raises:
        NotFound: There is none that is deleted, or not for this actor.
    """
    with store.write() as session:
        office = session.scalars(_deleted(actor).where(tables.Office.id == office_id)).one_or_none()
        if office is None:
            raise NotFound
        office.deleted_at = None
        audit.note(session, actor, what="restored", office_id=office_id)


def purge(store: Store, *, retention: dt.timedelta = RETENTION) -> int:
    """Takes away for good what was deleted longer ago than ``retention``, and old entries of the log.

    Run it daily, on nobody's behalf.

    Several processes may do it at once: what one has taken away, the other does not find, and does not log.

    Returns:
        How many offices and assessments are gone.
    """
    before = now() - retention
    with store.write() as session:
        audit.purge(session)
        row = tables.Office
        gone = session.scalars(delete_from(row).where(row.deleted_at < before).returning(row.id)).all()
        for office_id in gone:
            audit.note(session, Actor(), what="purged", office_id=office_id)
        return len(gone) + _purge_assessments(session, before)


def _purge_assessments(session: Session, before: dt.datetime) -> int:
    row = tables.Assessment
    gone = session.execute(delete_from(row).where(row.deleted_at < before).returning(row.id, row.office_id))
    pairs = [(one.id, one.office_id) for one in gone]
    for assessment_id, office_id in pairs:
        audit.note(session, Actor(), what="purged", office_id=office_id, assessment=assessment_id)
    return len(pairs)


def _deleted(actor: Actor) -> Select[tables.Office]:
    return select(tables.Office).where(tables.Office.deleted_at.is_not(None), within(actor, Action.DELETE))


def _overview(store: Store, actor: Actor, *, query: Select[tables.Office]) -> list[OfficeInfo]:
    with store.read() as session:
        found = session.scalars(query).all()
        latest = _latest(session, [office.id for office in found])
        roles = roles_of(session, actor)
        facts = of_offices(session, found)
    offices = [
        OfficeInfo(
            id=office.id,
            name=office.name,
            role=roles.get(office.id, "owner"),  # without sign-in all is one's own
            created=office.created,
            latest=latest.get(office.id),
            deleted_at=office.deleted_at,
            facts=facts[office.id],
        )
        for office in found
    ]
    return sorted(offices, key=lambda office: (office.name.casefold(), office.id))


def roles_of(session: Session, actor: Actor) -> dict[str, Role]:
    """The actor's own role in each office."""
    query = select(tables.Membership.office_id, tables.Membership.role).where(
        tables.Membership.person_id == actor.person_id
    )
    return {office_id: cast("Role", role) for office_id, role in session.execute(query)}


def _latest(session: Session, office_ids: list[str]) -> dict[str, AssessmentInfo]:
    """The newest assessment of each office; of one day, the one that was made last."""
    row = tables.Assessment
    place = (
        func.row_number()
        .over(partition_by=row.office_id, order_by=(row.date.desc(), row.created.desc(), row.id))
        .label("place")
    )
    newest = select(row.id, place).where(row.office_id.in_(office_ids), row.deleted_at.is_(None)).subquery()
    rows = session.scalars(select(row).join(newest, newest.c.id == row.id).where(newest.c.place == 1)).all()
    return {info.office_id: info for info in infos(session, rows)}
