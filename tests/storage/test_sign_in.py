"""Who signs in is told of once; who was forgotten can do nothing any more."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from storage import LOCAL, NotFound, audit, invitations, members, offices, people, tables
from storage.column_types import now
from tests.storage.databases import person

if TYPE_CHECKING:
    from storage import Actor, Store


def test_one_sign_in_is_told_once_however_many_pages_it_opens(store: Store) -> None:
    vouched = now() - dt.timedelta(minutes=5)
    kari = people.sign_in(store, name="Kari", email="kari@moss.no", since=vouched)
    people.sign_in(store, name="Kari", email="kari@moss.no", since=vouched)
    people.sign_in(store, name="Ola", email="ola@moss.no", since=vouched)
    people.sign_in(store, name="Kari", email="kari@moss.no", since=now() + dt.timedelta(seconds=1))
    told = [event.who for event in audit.of_all(store, LOCAL) if event.what == "signed_in"]
    assert (len(told), told.count(kari.person_id)) == (3, 2)


def test_a_person_sees_what_is_kept_of_them(store: Store, kari: Actor, moss: str) -> None:
    [member] = members.of_office(store, kari, office_id=moss)
    known = people.myself(store, kari)
    assert (known.id, known.name, known.email, known.offices) == (
        member.person_id,
        member.name,
        member.email,
        1,
    )


def test_who_was_forgotten_makes_and_tells_nothing_any_more(store: Store, kari: Actor, moss: str) -> None:
    gone = person(store, "Gone")
    people.forget(store, LOCAL, person_id=gone.person_id or "")
    token = invitations.make(store, kari, office_id=moss, role="viewer").token
    for call in (
        lambda: offices.create(store, gone, name="x"),
        lambda: audit.record(store, gone, what="signed_out"),
        lambda: invitations.accept(store, gone, token=token),
        lambda: people.myself(store, gone),
    ):
        with pytest.raises(NotFound):
            call()
    assert invitations.open_ones(store, kari, office_id=moss)


def test_the_log_forgets_what_was_told_long_ago(store: Store) -> None:
    kari = person(store, "Kari")
    with store.write() as session:
        session.add(tables.Audit(person_id=kari.person_id, what="signed_in", at=now() - audit.KEPT))
    before = len(audit.of_all(store, LOCAL))
    offices.purge(store)
    assert len(audit.of_all(store, LOCAL)) == before - 1
