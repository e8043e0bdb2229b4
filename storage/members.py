"""Who belongs to an office, and as what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from sqlalchemy import func, select

from storage import audit, tables
from storage.access import ALLOWED, Action, Actor, Role
from storage.errors import LastOwner, NotFound
from storage.finding import offices, the_office

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy.orm import Session

    from storage.store import Store


@dataclass(frozen=True)
class Member:
    """A person's place in an office."""

    person_id: str
    name: str
    email: str | None
    role: Role
    since: dt.datetime


def of_office(store: Store, actor: Actor, *, office_id: str) -> list[Member]:
    """An office's people by name.

    Raises:
        NotFound: There is no such office, or not for this.
    """
    query = (
        offices(actor, Action.SHARE)
        .with_only_columns(tables.Membership, tables.Person)
        .join(tables.Membership, tables.Membership.office_id == tables.Office.id)
        .join(tables.Person, tables.Person.id == tables.Membership.person_id)
        .where(tables.Office.id == office_id)
    )
    with store.read() as session:
        the_office(session, actor, office_id=office_id, action=Action.SHARE)
        found = [
            Member(person.id, person.name, person.email, cast("Role", place.role), place.since)
            for place, person in session.execute(query)
        ]
    return sorted(found, key=lambda member: (member.name.casefold(), member.person_id))


def role_in(store: Store, actor: Actor, *, office_id: str) -> Role | None:
    """The actor's own role in an office; owner on one's own machine, None for none."""
    if actor.local:
        return "owner"
    with store.read() as session:
        place = session.get(tables.Membership, (office_id, actor.person_id)) if actor.person_id else None
        return cast("Role", place.role) if place else None


def change_role(store: Store, actor: Actor, *, office_id: str, person_id: str, role: Role) -> None:
    """Gives a member another role.

    Raises:
        NotFound: There is no such office or member, or not for this.
        LastOwner: The office would be left without an owner.
        ValueError: There is no such role.
    """
    if role not in ALLOWED:
        raise ValueError(f"{role!r} is no role; the roles are {', '.join(ALLOWED)}")
    with store.write() as session:
        the_office(session, actor, office_id=office_id, action=Action.SHARE)
        place = _member(session, office_id, person_id)
        if place.role != role:
            _check_owner(session, place)
            place.role = role
            audit.note(session, actor, what="role_changed", office_id=office_id, person=person_id, role=role)


def remove(store: Store, actor: Actor, *, office_id: str, person_id: str) -> None:
    """Takes a member out of an office. What the person wrote stays.

    Raises:
        NotFound: There is no such office or member, or not for this.
        LastOwner: The office would be left without an owner.
    """
    with store.write() as session:
        the_office(session, actor, office_id=office_id, action=Action.SHARE)
        _take_out(session, office_id, person_id)
        audit.note(session, actor, what="removed", office_id=office_id, person=person_id)


def leave(store: Store, actor: Actor, *, office_id: str) -> None:
    """Takes oneself out of an office.

    Raises:
        NotFound: One does not belong to it.
        LastOwner: The office would be left without an owner.
    """
    with store.write() as session:
        the_office(session, actor, office_id=office_id, action=Action.SEE)
        _take_out(session, office_id, actor.person_id or "")
        audit.note(session, actor, what="left", office_id=office_id)


def check_owners(session: Session, *, without: str) -> None:
    """Refuses to leave any office without an owner.

    Raises:
        LastOwner: One would be.
    """
    row = tables.Membership
    owned = select(row.office_id).where(row.person_id == without, row.role == "owner")
    session.execute(select(tables.Office.id).where(tables.Office.id.in_(owned)).with_for_update()).all()
    kept = select(row.office_id).where(row.person_id != without, row.role == "owner")
    alone = owned.where(row.office_id.not_in(kept))
    living = select(tables.Office.id).where(tables.Office.id.in_(alone), tables.Office.deleted_at.is_(None))
    if session.execute(living).first() is not None:
        raise LastOwner


def _member(session: Session, office_id: str, person_id: str) -> tables.Membership:
    found = session.get(tables.Membership, (office_id, person_id))
    if found is None:
        raise NotFound
    return found


def _take_out(session: Session, office_id: str, person_id: str) -> None:
    place = _member(session, office_id, person_id)
    _check_owner(session, place)
    session.delete(place)


def _check_owner(session: Session, place: tables.Membership) -> None:
    """The office is held in this transaction, so that two owners do not take out each other."""
    query = select(func.count()).where(
        tables.Membership.office_id == place.office_id, tables.Membership.role == "owner"
    )
    if place.role == "owner" and session.scalar(query) == 1:
        raise LastOwner
