"""Assessments of an office: begun, read, copied, locked, deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from storage import audit, tables
from storage.access import Action, Actor, within
from storage.column_types import is_id, new_id, now
from storage.copying import copy_contents
from storage.errors import NotFound
from storage.finding import assessments, the_assessment, the_office
from storage.loading import infos, loaded
from storage.texts import COLUMN_LENGTH, check

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    from storage.records import AssessmentInfo, Loaded, Outline
    from storage.store import Store

TITLE_LENGTH = 200


def create(
    store: Store, actor: Actor, *, office_id: str, outline: Outline, assessment_id: str | None = None
) -> str:
    """Begins an assessment without answers.

    Args:
        store: The store.
        actor: Who begins it.
        office_id: Of which office.
        outline: What it begins with.
        assessment_id: Its id where it has one already, made by ``new_id``: beginning it once more
            changes nothing, so a call that was broken off can be repeated.

    Returns:
        The assessment's id.

    Raises:
        NotFound: There is no such office, or not for this; or the id is none, or another office's.
        BadText: A text is too long or cannot be stored.
    """
    with store.write() as session:
        the_office(session, actor, office_id=office_id, action=Action.START)
        if assessment_id is not None and _is_there(session, assessment_id, office_id):
            return assessment_id
        row = begin(session, outline, office_id=office_id, assessment_id=assessment_id)
        audit.note(session, actor, what="started", office_id=office_id, assessment=row.id)
        return row.id


def copy(store: Store, actor: Actor, *, assessment_id: str, outline: Outline) -> str:
    """Begins an assessment with the answers, notes and plan of another one, which stays as it is.

    Returns:
        The new assessment's id. Its history begins with the copy.

    Raises:
        NotFound: There is none to copy, or not for this.
        BadText: A text is too long or cannot be stored.
    """
    with store.write() as session:
        source = the_assessment(session, actor, assessment_id=assessment_id, action=Action.START)
        row = begin(session, outline, office_id=source.office_id)
        row.copied_from = source.id
        copy_contents(session, actor, source=source, target=row)
        audit.note(session, actor, what="copied", office_id=row.office_id, assessment=row.id)
        return row.id


def begin(
    session: Session, outline: Outline, *, office_id: str, assessment_id: str | None = None
) -> tables.Assessment:
    """An assessment without answers, within a transaction that has found the office.

    Raises:
        BadText: A text is too long or cannot be stored.
    """
    _check(outline.title, outline.model_version, outline.data_version)
    row = tables.Assessment(
        id=assessment_id or new_id(),
        office_id=office_id,
        title=outline.title,
        date=outline.date,
        model_version=outline.model_version,
        data_version=outline.data_version,
    )
    session.add(row)
    session.flush()
    return row


def of_office(store: Store, actor: Actor, *, office_id: str) -> list[AssessmentInfo]:
    """An office's assessments, newest first.

    Raises:
        NotFound: There is no such office, or not for this actor.
    """
    with store.read() as session:
        the_office(session, actor, office_id=office_id, action=Action.SEE)
        query = assessments(actor, Action.SEE).where(tables.Assessment.office_id == office_id)
        return infos(session, session.scalars(_newest_first(query)))


def load(store: Store, actor: Actor, *, assessment_id: str) -> Loaded:
    """An assessment with all that belongs to it.

    Raises:
        NotFound: There is none, or not for this actor.
    """
    found = load_many(store, actor, assessment_ids=[assessment_id])
    if not found:
        raise NotFound
    return found[0]


def load_many(store: Store, actor: Actor, *, assessment_ids: Sequence[str]) -> list[Loaded]:
    """Several assessments at once, newest first; what there is not for this actor is left out."""
    with store.read() as session:
        query = assessments(actor, Action.SEE).where(tables.Assessment.id.in_(assessment_ids))
        return loaded(session, session.scalars(_newest_first(query)).all())


def describe(store: Store, actor: Actor, *, assessment_id: str, title: str, date: dt.date) -> None:
    """Changes an assessment's title and day.

    Raises:
        NotFound: There is none, or not for this.
        BadText: The title is too long or cannot be stored.
    """
    _check(title)
    with store.write() as session:
        row = the_assessment(session, actor, assessment_id=assessment_id, action=Action.START)
        row.title, row.date, row.changed = title, date, now()
        row.revision += 1


def lock(store: Store, actor: Actor, *, assessment_id: str) -> None:
    """Closes a finished assessment: its answers and notes stay. Its plan is carried out from now on.

    Raises:
        NotFound: There is none, or not for this.
    """
    with store.write() as session:
        row = the_assessment(session, actor, assessment_id=assessment_id, action=Action.LOCK)
        if row.locked_at is None:
            row.locked_at = now()
            row.revision += 1
            audit.note(session, actor, what="locked", office_id=row.office_id, assessment=row.id)


def unlock(store: Store, actor: Actor, *, assessment_id: str) -> None:
    """Opens a finished assessment again.

    Raises:
        NotFound: There is none, or not for this.
    """
    with store.write() as session:
        row = the_assessment(session, actor, assessment_id=assessment_id, action=Action.LOCK)
        if row.locked_at is not None:
            row.locked_at = None
            row.revision += 1
            audit.note(session, actor, what="unlocked", office_id=row.office_id, assessment=row.id)


def deleted(store: Store, actor: Actor, *, office_id: str) -> list[AssessmentInfo]:
    """An office's assessments that can still be got back, newest first.

    Raises:
        NotFound: There is no such office, or not for this.
    """
    with store.read() as session:
        the_office(session, actor, office_id=office_id, action=Action.DELETE)
        query = _deleted(actor).where(tables.Assessment.office_id == office_id)
        return infos(session, session.scalars(_newest_first(query)))


def delete(store: Store, actor: Actor, *, assessment_id: str) -> None:
    """Puts an assessment out of sight; ``restore`` gets it back for a time.

    Raises:
        NotFound: There is none, or not for this.
    """
    with store.write() as session:
        row = the_assessment(session, actor, assessment_id=assessment_id, action=Action.DELETE)
        row.deleted_at = now()
        audit.note(session, actor, what="deleted", office_id=row.office_id, assessment=row.id)


def restore(store: Store, actor: Actor, *, assessment_id: str) -> None:
    """Gets a deleted assessment back.

    Raises:
        NotFound: There is none that is deleted, or not for this.
    """
    with store.write() as session:
        row = session.scalars(_deleted(actor).where(tables.Assessment.id == assessment_id)).one_or_none()
        if row is None:
            raise NotFound
        row.deleted_at = None
        audit.note(session, actor, what="restored", office_id=row.office_id, assessment=row.id)


def _is_there(session: Session, assessment_id: str, office_id: str) -> bool:
    """An id may come out of an address, where anyone can write anything."""
    found = session.get(tables.Assessment, assessment_id) if is_id(assessment_id) else None
    if not is_id(assessment_id) or (found is not None and found.office_id != office_id):
        raise NotFound
    return found is not None


def _deleted(actor: Actor) -> Select[tables.Assessment]:
    return (
        select(tables.Assessment)
        .join(tables.Office, tables.Office.id == tables.Assessment.office_id)
        .where(
            tables.Assessment.deleted_at.is_not(None),
            tables.Office.deleted_at.is_(None),
            within(actor, Action.DELETE),
        )
    )


def _newest_first(query: Select[tables.Assessment]) -> Select[tables.Assessment]:
    row = tables.Assessment
    return query.order_by(row.date.desc(), row.created.desc(), row.id)


def _check(title: str, *versions: str) -> None:
    check({"title": title}, longest=TITLE_LENGTH)
    check({f"version {version[:20]}": version for version in versions}, longest=COLUMN_LENGTH)
