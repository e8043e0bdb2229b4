"""People come in by sign-in and by links that work once; an office keeps an owner."""

from __future__ import annotations

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from storage import (
    LOCAL,
    BadText,
    LastOwner,
    NotFound,
    answers,
    audit,
    invitations,
    members,
    offices,
    people,
    tables,
)
from tests.storage.databases import joined, person, write

if TYPE_CHECKING:
    from storage import Actor, Role, Store


def test_a_person_is_one_however_the_email_is_written(store: Store) -> None:
    first = people.sign_in(store, name="Kari", email="Kari@Moss.no")
    again = people.sign_in(store, name="Kari Nordmann", email=" kari@moss.NO ", subject="other")
    assert again == first
    [known] = people.everyone(store, LOCAL)
    assert (known.name, known.email) == ("Kari Nordmann", "kari@moss.no")


def test_without_email_the_providers_name_counts(store: Store) -> None:
    first = people.sign_in(store, name="Kari", subject="https://idporten.no|abc")
    assert people.sign_in(store, name="Kari", subject="https://idporten.no|abc") == first
    assert people.sign_in(store, name="Kari", subject="https://idporten.no|ABC") != first
    with pytest.raises(ValueError, match="neither"):
        people.sign_in(store, name="Kari", email=" ")


def test_who_looks_after_tikamp_is_said_by_its_settings(store: Store) -> None:
    settings = ["Drift@moss.no"]
    assert people.sign_in(store, name="D", email="drift@moss.no", administrators=settings).administrator
    assert not people.sign_in(store, name="K", email="kari@moss.no", administrators=settings).administrator


def test_a_link_tells_what_it_offers_and_works_after_that(
    store: Store, kari: Actor, ola: Actor, moss: str
) -> None:
    invited = invitations.make(store, kari, office_id=moss, role="consultant")
    offer = invitations.read(store, ola, token=invited.token)
    assert (offer.office, offer.role, offer.expires) == ("Moss", "consultant", invited.expires)
    assert invitations.accept(store, ola, token=invited.token) == moss
    with pytest.raises(NotFound):
        invitations.read(store, ola, token=invited.token)


def test_a_person_that_cannot_be_stored(store: Store) -> None:
    with pytest.raises(BadText):
        people.sign_in(store, name="K", email="k" * 321)
    with pytest.raises(BadText):
        people.sign_in(store, name="a\x00b", email="kari@moss.no")
    assert people.everyone(store, LOCAL) == []


def test_one_person_signing_in_twice_at_once_is_one(store: Store) -> None:
    with ThreadPoolExecutor(4) as pool:
        actors = list(pool.map(lambda _: person(store, "Kari"), range(4)))
    assert len(set(actors)) == 1


def test_a_link_lets_in_once(store: Store, kari: Actor, ola: Actor, moss: str) -> None:
    invited = invitations.make(store, kari, office_id=moss, role="viewer")
    assert invitations.accept(store, ola, token=invited.token) == moss
    assert members.role_in(store, ola, office_id=moss) == "viewer"
    with pytest.raises(NotFound):
        invitations.accept(store, person(store, "Per"), token=invited.token)
    assert invitations.open_ones(store, kari, office_id=moss) == []


def test_of_two_at_once_a_link_lets_in_one(store: Store, kari: Actor, moss: str) -> None:
    token = invitations.make(store, kari, office_id=moss, role="viewer").token
    both = [person(store, name) for name in ("Ola", "Per")]

    def come(actor: Actor) -> bool:
        try:
            invitations.accept(store, actor, token=token)
        except NotFound:
            return False
        return True

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(come, both)) == [False, True]
    assert len(members.of_office(store, kari, office_id=moss)) == 2


def test_a_links_secret_is_not_stored(store: Store, kari: Actor, moss: str) -> None:
    invited = invitations.make(store, kari, office_id=moss, role="viewer")
    with store.read() as session:
        row = session.execute(select(tables.Invitation.__table__)).mappings().one()
        log = session.execute(select(tables.Audit.__table__)).all()
    assert invited.token not in str(dict(row)) + str(log)
    assert len(invited.token) == 43


@pytest.mark.parametrize("how", ["expired", "revoked", "unknown", "office deleted", "half", "nobody"])
def test_a_link_that_does_not_let_in(store: Store, kari: Actor, ola: Actor, moss: str, how: str) -> None:
    valid = dt.timedelta(seconds=-1) if how == "expired" else invitations.VALID
    invited = invitations.make(store, kari, office_id=moss, role="owner", valid=valid)
    if how == "revoked":
        invitations.revoke(store, kari, invitation_id=invited.id)
    if how == "office deleted":
        offices.delete(store, kari, office_id=moss)
    token = {"unknown": "x", "half": "\ud83d"}.get(how, invited.token)
    with pytest.raises(NotFound):
        invitations.accept(store, LOCAL if how == "nobody" else ola, token=token)
    assert offices.overview(store, ola) == []


def test_a_used_link_cannot_be_revoked(store: Store, kari: Actor, ola: Actor, moss: str) -> None:
    invited = invitations.make(store, kari, office_id=moss, role="viewer")
    invitations.accept(store, ola, token=invited.token)
    with pytest.raises(NotFound):
        invitations.revoke(store, kari, invitation_id=invited.id)


@pytest.mark.parametrize(
    ("has", "invited_as", "gets"),
    [("viewer", "member", "member"), ("member", "viewer", "member"), ("owner", "consultant", "owner")],
)
def test_a_link_never_takes_a_role_away(
    store: Store, kari: Actor, moss: str, has: Role, invited_as: Role, gets: Role
) -> None:
    ola = joined(store, kari, moss, name="Ola", role=has)
    token = invitations.make(store, kari, office_id=moss, role=invited_as).token
    invitations.accept(store, ola, token=token)
    assert members.role_in(store, ola, office_id=moss) == gets


def test_a_role_that_does_not_exist(store: Store, kari: Actor, ola: Actor, moss: str) -> None:
    with pytest.raises(ValueError, match="no role"):
        invitations.make(store, kari, office_id=moss, role="boss")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="no role"):
        members.change_role(store, kari, office_id=moss, person_id=str(ola.person_id), role="")  # type: ignore[arg-type]


def test_a_changed_role_counts_at_once(store: Store, kari: Actor, moss: str, spring: str) -> None:
    ola = joined(store, kari, moss, name="Ola", role="member")
    write(store, ola, spring, goals="yes")
    members.change_role(store, kari, office_id=moss, person_id=str(ola.person_id), role="viewer")
    with pytest.raises(NotFound):
        write(store, ola, spring, goals="no")
    members.remove(store, kari, office_id=moss, person_id=str(ola.person_id))
    with pytest.raises(NotFound):
        answers.history(store, ola, assessment_id=spring)
    assert [one.name for one in members.of_office(store, kari, office_id=moss)] == ["Kari"]
    assert answers.history(store, kari, assessment_id=spring)[0].name == "Ola"


def test_an_office_keeps_its_last_owner(store: Store, kari: Actor, moss: str) -> None:
    mine = str(kari.person_id)
    with pytest.raises(LastOwner):
        members.remove(store, kari, office_id=moss, person_id=mine)
    with pytest.raises(LastOwner):
        members.leave(store, kari, office_id=moss)
    with pytest.raises(LastOwner):
        members.change_role(store, kari, office_id=moss, person_id=mine, role="member")
    with pytest.raises(LastOwner):
        people.forget(store, kari, person_id=mine)
    joined(store, kari, moss, name="Ola", role="owner")
    members.leave(store, kari, office_id=moss)
    assert offices.overview(store, kari) == []


def test_two_owners_who_take_each_other_out_leave_one(store: Store, kari: Actor, moss: str) -> None:
    ola = joined(store, kari, moss, name="Ola", role="owner")
    pairs = [(kari, str(ola.person_id)), (ola, str(kari.person_id))]

    def take_out(pair: tuple[Actor, str]) -> bool:
        try:
            members.remove(store, pair[0], office_id=moss, person_id=pair[1])
        except (LastOwner, NotFound):
            return False
        return True

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(take_out, pairs)) == [False, True]


def test_a_forgotten_person_leaves_what_was_written(
    store: Store, kari: Actor, moss: str, spring: str
) -> None:
    ola = joined(store, kari, moss, name="Ola", role="member")
    write(store, ola, spring, goals="yes")
    people.forget(store, ola, person_id=str(ola.person_id))
    [entry] = answers.history(store, kari, assessment_id=spring)
    assert (entry.text, entry.who, entry.name) == ("yes", None, "")
    assert [one.name for one in people.everyone(store, LOCAL)] == ["Kari"]
    assert "Ola" not in str(audit.of_all(store, LOCAL))


def test_an_administrator_sees_people_and_the_log_but_no_answers(
    store: Store, kari: Actor, moss: str, spring: str
) -> None:
    chief = replace(person(store, "Drift"), administrator=True)
    write(store, kari, spring, goals="yes")
    assert [one.name for one in members.of_office(store, chief, office_id=moss)] == ["Kari"]
    assert [(one.name, one.offices) for one in people.everyone(store, chief)] == [("Drift", 0), ("Kari", 1)]
    assert {one.what for one in audit.of_all(store, chief)} == {"signed_in", "created", "started"}
    assert offices.overview(store, chief) == []
    with pytest.raises(NotFound):
        answers.history(store, chief, assessment_id=spring)
