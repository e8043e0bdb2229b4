"""Invitations into an office: one use, for a time, known to the store by their hash only."""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, cast

from sqlalchemy import select, update

from storage import audit, tables
from storage.access import ALLOWED, Action, Actor, Role
from storage.column_types import now
from storage.errors import NotFound
from storage.finding import offices, somebody, the_office

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Select
    from sqlalchemy.orm import Session

    from storage.store import Store

VALID: Final = dt.timedelta(days=14)

_RANK: Final[dict[str, int]] = {"viewer": 0, "consultant": 1, "member": 2, "owner": 3}
"""An invitation gives a role to one who has a lesser one; it never takes a greater one away."""


@dataclass(frozen=True)
class Invited:
    """An invitation that was just made.

    Args:
        token: The secret part of the link. It is shown once: nobody can find it again.
    """

    id: str
    token: str
    expires: dt.datetime


@dataclass(frozen=True)
class Offer:
    """What a link offers the person who has come by it."""

    office: str
    role: Role
    expires: dt.datetime


@dataclass(frozen=True)
class OpenInvitation:
    """An invitation that nobody has used yet."""

    id: str
    role: Role
    created: dt.datetime
    expires: dt.datetime


def make(store: Store, actor: Actor, *, office_id: str, role: Role, valid: dt.timedelta = VALID) -> Invited:
    """Makes a way into an office.

    Raises:
        NotFound: There is no such office, or not for this.
        ValueError: There is no such role.
    """
    if role not in ALLOWED:
        raise ValueError(f"{role!r} is no role; the roles are {', '.join(ALLOWED)}")
    token = secrets.token_urlsafe(32)
    with store.write() as session:
        the_office(session, actor, office_id=office_id, action=Action.SHARE)
        row = tables.Invitation(
            office_id=office_id,
            role=role,
            token_hash=_hash(token),
            expires=now() + valid,
            made_by=actor.person_id,
        )
        session.add(row)
        session.flush()
        audit.note(session, actor, what="invited", office_id=office_id, invitation=row.id, role=role)
        return Invited(row.id, token, row.expires)


def read(store: Store, actor: Actor, *, token: str) -> Offer:
    """What a link offers; it can still be used after that.

    Raises:
        NotFound: It is unknown, used, expired or revoked, its office is deleted, or nobody is signed in.
    """
    if actor.person_id is None:
        raise NotFound
    row = tables.Invitation
    query = select(row, tables.Office.name).join(tables.Office, tables.Office.id == row.office_id)
    with store.read() as session:
        found = session.execute(query.where(*_usable(token))).one_or_none()
    if found is None:
        raise NotFound
    return Offer(found[1], cast("Role", found[0].role), found[0].expires)


def accept(store: Store, actor: Actor, *, token: str) -> str:
    """Lets the person in who has come by a link.

    Returns:
        The office's id.

    Raises:
        NotFound: It is unknown, used, expired or revoked, its office is deleted, or nobody is signed in.
    """
    if actor.person_id is None:
        raise NotFound
    with store.write() as session:
        somebody(session, actor)
        row = _use(session, actor, token)
        place = session.get(tables.Membership, (row.office_id, actor.person_id))
        if place is None:
            session.add(tables.Membership(office_id=row.office_id, person_id=actor.person_id, role=row.role))
        elif _RANK[row.role] > _RANK[place.role]:
            place.role = row.role
        audit.note(session, actor, what="accepted", office_id=row.office_id, invitation=row.id, role=row.role)
        return row.office_id


def open_ones(store: Store, actor: Actor, *, office_id: str) -> list[OpenInvitation]:
    """An office's invitations that can still be used, newest first.

    Raises:
        NotFound: There is no such office, or not for this.
    """
    row = tables.Invitation
    query = (
        _unused(actor)
        .where(row.office_id == office_id, row.expires > now())
        .order_by(row.created.desc(), row.id)
    )
    with store.read() as session:
        the_office(session, actor, office_id=office_id, action=Action.SHARE)
        return [
            OpenInvitation(one.id, cast("Role", one.role), one.created, one.expires)
            for one in session.scalars(query)
        ]


def revoke(store: Store, actor: Actor, *, invitation_id: str) -> None:
    """Makes an invitation useless.

    Raises:
        NotFound: There is none that is unused, or not for this.
    """
    with store.write() as session:
        row = session.scalars(_unused(actor).where(tables.Invitation.id == invitation_id)).one_or_none()
        if row is None:
            raise NotFound
        session.delete(row)
        audit.note(session, actor, what="revoked", office_id=row.office_id, invitation=invitation_id)


def _unused(actor: Actor) -> Select[tables.Invitation]:
    """The invitations of the offices that the actor may share."""
    return (
        offices(actor, Action.SHARE)
        .with_only_columns(tables.Invitation)
        .join(tables.Invitation, tables.Invitation.office_id == tables.Office.id)
        .where(tables.Invitation.used_at.is_(None))
    )


def _use(session: Session, actor: Actor, token: str) -> tables.Invitation:
    """One statement decides who was first."""
    row = tables.Invitation
    used = update(row).where(*_usable(token)).values(used_at=now(), used_by=actor.person_id).returning(row)
    found = session.scalars(used).one_or_none()
    if found is None:
        raise NotFound
    return found


def _usable(token: str) -> tuple[ColumnElement[bool], ...]:
    row = tables.Invitation
    living = select(tables.Office.id).where(tables.Office.deleted_at.is_(None))
    return (
        row.token_hash == _hash(token),
        row.used_at.is_(None),
        row.expires > now(),
        row.office_id.in_(living),
    )


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode(errors="replace")).hexdigest()
