"""Two offices with all that can belong to one, and everyone who may come near them."""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from storage import LOCAL, NOBODY, Actor, tables
from storage.column_types import now
from storage.export_types import OfficeFile
from storage.pool_book import LEAST, SCORES
from tests.storage.databases import MOMENT, ROLES

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from storage import Store


@dataclass(frozen=True)
class Place:
    """An office and the ids of what belongs to it; ``guest`` is a viewer of it.

    ``batch`` is of the pool of today: offices that none of these people belongs to.
    """

    office: str
    deleted_office: str
    assessment: str
    locked: str
    deleted_assessment: str
    invitation: str
    token: str
    guest: str
    file: str
    batch: str


@dataclass(frozen=True)
class World:
    """Everyone by what they are to ``moss``; none of them belongs to ``bergen``."""

    actors: dict[str, Actor]
    moss: Place
    bergen: Place


def build(store: Store) -> World:
    """Written straight into the tables, in one transaction."""
    with store.write() as session:
        known = {name: _person(session, name) for name in (*ROLES, "stranger", "administrator")}
        roles: dict[str, str] = {known[role]: role for role in ROLES}
        actors = {
            name: Actor(person, administrator=name == "administrator") for name, person in known.items()
        }
        return World(
            actors={**actors, "nobody": NOBODY, "local": LOCAL},
            moss=_place(session, roles),
            bergen=_place(session, {_person(session, "else"): "owner"}),
        )


def _person(session: Session, name: str) -> str:
    row = tables.Person(name=name, subject=secrets.token_hex(8))
    session.add(row)
    session.flush()
    return row.id


def _place(session: Session, roles: dict[str, str]) -> Place:
    # A second owner of each, so that any one of them may leave.
    guest = _person(session, "guest")
    members = {**roles, _person(session, "co-owner"): "owner", guest: "viewer"}
    office = _office(session, members, deleted=None)
    token = secrets.token_urlsafe(32)
    invitation = tables.Invitation(
        office_id=office,
        role="viewer",
        token_hash=hashlib.sha256(token.encode()).hexdigest(),
        expires=now() + dt.timedelta(days=1),
    )
    session.add(invitation)
    session.flush()
    return Place(
        office=office,
        deleted_office=_office(session, members, deleted=MOMENT),
        assessment=_assessment(session, office),
        locked=_assessment(session, office, locked_at=MOMENT),
        deleted_assessment=_assessment(session, office, deleted_at=MOMENT),
        invitation=invitation.id,
        token=token,
        guest=guest,
        file=OfficeFile(exported=MOMENT, office="x", assessments=[], members=[], log=[]).model_dump_json(),
        batch=_batch(session),
    )


def _batch(session: Session) -> str:
    batch = tables.PoolBatch(kind=SCORES, size=LEAST[SCORES])
    session.add(batch)
    session.flush()
    for _ in range(batch.size):
        office = _office(session, {}, deleted=None)
        assessment = _assessment(session, office, locked_at=MOMENT)
        session.add(tables.PoolConsent(office_id=office))
        place = {"batch_id": batch.id, "office_id": office, "assessment_id": assessment}
        session.add(tables.PoolMember(**place, locked_at=MOMENT, date=MOMENT.date(), fresh=True))
    return batch.id


def _office(session: Session, members: dict[str, str], *, deleted: dt.datetime | None) -> str:
    row = tables.Office(name="x", deleted_at=deleted)
    session.add(row)
    session.flush()
    session.add_all(
        tables.Membership(office_id=row.id, person_id=person, role=role) for person, role in members.items()
    )
    return row.id


def _assessment(session: Session, office: str, **moments: dt.datetime) -> str:
    row = tables.Assessment(
        office_id=office, date=MOMENT.date(), model_version="1", data_version="1", revision=1, **moments
    )
    session.add(row)
    session.flush()
    for table in (tables.Answer, tables.AnswerHistory):
        session.add(
            table(
                assessment_id=row.id,
                column="goals",
                value="yes",
                outcome="answered",
                version=1,
                revision=1,
                given=MOMENT,
            )
        )
    return row.id
