"""Finds what an actor may use; all else is as if it did not exist."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import Select, select

from storage import tables
from storage.access import Action, Actor, within
from storage.errors import Locked, NotFound
from storage.sqlite import WRITES

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

Row = TypeVar("Row", bound=tables.Base)


def somebody(session: Session, actor: Actor) -> None:
    """Checks that there is one on whose behalf something new can be made or told.

    Raises:
        NotFound: Nobody is signed in, or the person has been forgotten since.
    """
    known = actor.person_id is not None and session.get(tables.Person, actor.person_id) is not None
    if not known and not actor.local:
        raise NotFound


def offices(actor: Actor, action: Action) -> Select[tables.Office]:
    """The offices with which the actor may do this."""
    return (
        select(tables.Office)
        .select_from(tables.Office)
        .where(tables.Office.deleted_at.is_(None), within(actor, action))
    )


def assessments(actor: Actor, action: Action) -> Select[tables.Assessment]:
    """The assessments with which the actor may do this."""
    return (
        select(tables.Assessment)
        .select_from(tables.Assessment)
        .join(tables.Office, tables.Office.id == tables.Assessment.office_id)
        .where(
            tables.Assessment.deleted_at.is_(None),
            tables.Office.deleted_at.is_(None),
            within(actor, action),
        )
    )


def the_office(session: Session, actor: Actor, *, office_id: str, action: Action) -> tables.Office:
    """An office, held until the end of a transaction that writes.

    Raises:
        NotFound: There is none, or not for this.
    """
    query = offices(actor, action).where(tables.Office.id == office_id)
    found = session.scalars(_held(session, query, tables.Office)).one_or_none()
    if found is None:
        raise NotFound
    return found


def the_assessment(
    session: Session, actor: Actor, *, assessment_id: str, action: Action
) -> tables.Assessment:
    """An assessment, held until the end of a transaction that writes.

    Raises:
        NotFound: There is none, or not for this.
    """
    query = assessments(actor, action).where(tables.Assessment.id == assessment_id)
    found = session.scalars(_held(session, query, tables.Assessment)).one_or_none()
    if found is None:
        raise NotFound
    return found


def open_assessment(session: Session, actor: Actor, *, assessment_id: str) -> tables.Assessment:
    """An assessment whose answers the actor may change.

    Raises:
        NotFound: There is none, or not for this.
        Locked: It is finished.
    """
    found = the_assessment(session, actor, assessment_id=assessment_id, action=Action.ANSWER)
    if found.locked_at is not None:
        raise Locked
    return found


def _held(session: Session, query: Select[Row], table: type[Row]) -> Select[Row]:
    """Two who change the same thing take turns; on SQLite only one writes anyhow."""
    return query.with_for_update(of=table, key_share=True) if session.info.get(WRITES) else query
