"""What is known of an office beside its answers: county, inhabitants, own tags. Never scored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from scoring.facts import Facts
from storage import audit, tables
from storage.access import Action
from storage.errors import BadText
from storage.finding import the_office

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.orm import Session

    from storage.access import Actor
    from storage.store import Store


def describe(store: Store, actor: Actor, *, office_id: str, facts: Facts) -> None:
    """Tells what an office is grouped by, in place of what was told before.

    Who may name it may tell this: it is what the office is, and no answer.

    Raises:
        NotFound: There is none, or not for this.
        BadText: There is no such county, no such number of people, or a tag is too long or one too many.
    """
    with store.write() as session:
        office = the_office(session, actor, office_id=office_id, action=Action.RENAME)
        put(session, office, facts)
        audit.note(session, actor, what="described", office_id=office_id)


def put(session: Session, office: tables.Office, facts: Facts) -> None:
    """Writes an office's facts within a transaction.

    Raises:
        BadText: As in ``describe``.
    """
    wrong = facts.faults()
    if wrong:
        raise BadText(wrong)
    office.county, office.inhabitants = facts.county, facts.inhabitants
    row = tables.OfficeTag
    session.execute(delete(row).where(row.office_id == office.id))
    session.add_all(row(office_id=office.id, tag=tag) for tag in facts.tags)


def of_offices(session: Session, offices: Iterable[tables.Office]) -> dict[str, Facts]:
    """The facts of offices that were found for an actor, by id: one query for any number of them."""
    rows = {office.id: office for office in offices}
    tags: dict[str, list[str]] = {office_id: [] for office_id in rows}
    query = select(tables.OfficeTag.office_id, tables.OfficeTag.tag)
    for office_id, tag in session.execute(query.where(tables.OfficeTag.office_id.in_(rows))):
        tags[office_id].append(tag)
    return {one.id: Facts(one.county, one.inhabitants, tuple(tags[one.id])) for one in rows.values()}
