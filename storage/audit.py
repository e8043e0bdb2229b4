"""The log of who did what: sign-ins, shares, exports, deletions, locks. No answers and no names in it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from sqlalchemy import delete, select

from storage import tables
from storage.access import Action, Actor, everywhere
from storage.column_types import now
from storage.errors import NotFound
from storage.finding import offices, somebody, the_office

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    from storage.store import Store

What = Literal[
    "accepted",
    "copied",
    "created",
    "deleted",
    "described",
    "exported",
    "forgotten",
    "imported",
    "invited",
    "left",
    "lent",
    "locked",
    "purged",
    "removed",
    "renamed",
    "restored",
    "revoked",
    "role_changed",
    "signed_in",
    "signed_out",
    "started",
    "unlocked",
    "withdrawn",
]
"""What can be told; the words live in the catalogues."""

KEPT: Final = dt.timedelta(days=730)
"""How long an entry is kept: two years tell who had access and when, and more is nobody's business."""

PAGE: Final = 200
"""Entries that are read at once, when nothing else is said."""


@dataclass(frozen=True)
class Event:
    """One entry of the log.

    Args:
        when: In UTC.
        who: A person's id; None on one's own machine, or when the person is forgotten.
        name: The person's name as it is now, or empty.
        what: What was done.
        office_id: To which office; None where it is about none.
        detail: Ids and codes: ``assessment``, ``person``, ``role`` and the like.
    """

    when: dt.datetime
    who: str | None
    name: str
    what: str
    office_id: str | None
    detail: Mapping[str, str]


def record(store: Store, actor: Actor, *, what: What, office_id: str | None = None, **detail: str) -> None:
    """Notes what was done outside the store: a sign-out, a file that was taken away.

    Raises:
        NotFound: The office is none of the actor's, or the actor is nobody.
    """
    if office_id is not None:
        record_for(store, actor, what=what, office_id=office_id, action=Action.SEE, **detail)
        return
    with store.write() as session:
        somebody(session, actor)
        note(session, actor, what=what, **detail)


def record_for(
    store: Store, actor: Actor, *, what: What, office_id: str, action: Action, **detail: str
) -> None:
    """Notes what is about to be done with an office by one who may do it.

    Raises:
        NotFound: There is no such office, or not for this.
    """
    with store.write() as session:
        the_office(session, actor, office_id=office_id, action=action)
        note(session, actor, what=what, office_id=office_id, **detail)


def note(session: Session, actor: Actor, *, what: What, office_id: str | None = None, **detail: str) -> None:
    """Writes an entry in the same transaction as what it tells of: both are there, or neither."""
    session.add(tables.Audit(person_id=actor.person_id, what=what, office_id=office_id, detail=detail))


def of_office(store: Store, actor: Actor, *, office_id: str, at_most: int = PAGE) -> list[Event]:
    """What was done with an office, newest first.

    Raises:
        NotFound: There is none, or not for this.
    """
    with store.read() as session:
        the_office(session, actor, office_id=office_id, action=Action.AUDIT)
        mine = offices(actor, Action.AUDIT).with_only_columns(tables.Office.id)
        one = (tables.Audit.office_id == office_id, tables.Audit.office_id.in_(mine))
        return _read(session, _newest(at_most).where(*one))


def of_all(store: Store, actor: Actor, *, at_most: int = PAGE) -> list[Event]:
    """What was done with all offices, newest first; for those who look after this Tikamp.

    Raises:
        NotFound: The actor does not.
    """
    if not everywhere(actor, Action.AUDIT):
        raise NotFound
    with store.read() as session:
        return _read(session, _newest(at_most))


def purge(session: Session) -> None:
    """Takes away for good what was told longer ago than ``KEPT``."""
    session.execute(delete(tables.Audit).where(tables.Audit.at < now() - KEPT))


def _newest(at_most: int) -> Select[tables.Audit, str]:
    return (
        select(tables.Audit, tables.Person.name)
        .outerjoin(tables.Person, tables.Person.id == tables.Audit.person_id)
        .order_by(tables.Audit.at.desc(), tables.Audit.id)
        .limit(at_most)
    )


def _read(session: Session, query: Select[tables.Audit, str]) -> list[Event]:
    return [
        Event(row.at, row.person_id, name or "", row.what, row.office_id, row.detail)
        for row, name in session.execute(query)
    ]
