"""People: known from their first sign-in on, by e-mail or by the provider's own name for them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import delete, func, select
from sqlalchemy.exc import IntegrityError

from storage import audit, tables
from storage.access import Action, Actor, everywhere
from storage.errors import NotFound
from storage.members import check_owners
from storage.texts import check, checked_name

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterable

    from sqlalchemy.orm import Session

    from storage.store import Store


@dataclass(frozen=True)
class PersonInfo:
    """A person.

    Args:
        email: In lower case, or None where the provider gives none, or the person is forgotten.
        offices: How many the person has a role in.
    """

    id: str
    name: str
    email: str | None
    created: dt.datetime
    offices: int


def sign_in(
    store: Store,
    *,
    name: str,
    email: str | None = None,
    subject: str | None = None,
    administrators: Collection[str] = (),
    since: dt.datetime | None = None,
) -> Actor:
    """The person whom a provider has vouched for, made at the first sign-in.

    Args:
        store: The store.
        name: As the provider says.
        email: Where the provider has verified it; upper and lower case are one.
        subject: The provider's own name for the person; counts only where there is no e-mail.
        administrators: E-mails or subjects of those who look after this Tikamp.
        since: When the provider vouched for the person; what follows from one sign-in (a new tab, another
            page load) is not told in the log again. None: it is a new one.

    Returns:
        On whose behalf the store is asked from now on. It holds no roles: each query looks them up.

    Raises:
        ValueError: Neither e-mail nor subject.
        BadText: One of the texts is too long or cannot be stored.
    """
    known_as = (email or "").strip().lower() or None
    check({"email": known_as or ""}, longest=320)
    check({"subject": subject or ""}, longest=500)
    key = known_as or subject
    if key is None:
        raise ValueError("a person is known by e-mail or subject; the provider gave neither")
    with store.write() as session:
        person = _find(session, known_as, subject) or _add(session, known_as, subject)
        person.name = checked_name(name)
        known = {one.strip().lower() for one in administrators} | set(administrators)
        actor = Actor(person.id, administrator=key in known, name=person.name)
        if since is None or not _told(session, person.id, since):
            audit.note(session, actor, what="signed_in")
        return actor


def myself(store: Store, actor: Actor) -> PersonInfo:
    """What is kept of the person who asks.

    Raises:
        NotFound: Nobody is signed in, or the person has been forgotten.
    """
    with store.read() as session:
        person = session.get(tables.Person, actor.person_id) if actor.person_id else None
        if person is None:
            raise NotFound
        return _infos(session, [person])[0]


def everyone(store: Store, actor: Actor) -> list[PersonInfo]:
    """All people by name; for those who look after this Tikamp.

    Raises:
        NotFound: The actor does not.
    """
    if not everywhere(actor, Action.PEOPLE):
        raise NotFound
    with store.read() as session:
        known = _infos(session, session.scalars(select(tables.Person)).all())
    return sorted(known, key=lambda one: (one.name.casefold(), one.id))


def forget(store: Store, actor: Actor, *, person_id: str) -> None:
    """Takes away a person's name, e-mail and roles. What the person wrote stays, by no one.

    Raises:
        NotFound: There is no such person, or the actor is neither the person nor looks after people.
        LastOwner: An office would be left without an owner.
    """
    if actor.person_id != person_id and not everywhere(actor, Action.PEOPLE):
        raise NotFound
    with store.write() as session:
        person = session.get(tables.Person, person_id)
        if person is None:
            raise NotFound
        check_owners(session, without=person_id)
        session.execute(delete(tables.Membership).where(tables.Membership.person_id == person_id))
        audit.note(session, Actor(), what="forgotten")
        session.delete(person)


def _infos(session: Session, people: Iterable[tables.Person]) -> list[PersonInfo]:
    row = tables.Membership
    counts = select(row.person_id, func.count().label("offices")).group_by(row.person_id)
    offices = {place.person_id: place.offices for place in session.execute(counts)}
    return [PersonInfo(one.id, one.name, one.email, one.created, offices.get(one.id, 0)) for one in people]


def _told(session: Session, person_id: str, since: dt.datetime) -> bool:
    row = tables.Audit
    query = select(row.id).where(row.person_id == person_id, row.what == "signed_in", row.at >= since)
    return session.scalars(query.limit(1)).first() is not None


def _find(session: Session, email: str | None, subject: str | None) -> tables.Person | None:
    row = tables.Person
    query = select(row).where(row.email == email if email else row.subject == subject)
    return session.scalars(query).one_or_none()


def _add(session: Session, email: str | None, subject: str | None) -> tables.Person:
    """Makes the person, unless another process does so in this moment."""
    person = tables.Person(email=email, subject=None if email else subject, name="")
    try:
        with session.begin_nested():
            session.add(person)
    except IntegrityError:
        found = _find(session, email, subject)
        if found is None:
            raise
        return found
    return person
