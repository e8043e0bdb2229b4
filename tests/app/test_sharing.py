"""Sharing an office: links, roles, the way out, the log; and the pages of who looks after people."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest

from storage import LOCAL, audit, invitations, members, offices, people
from tests.app.people import invite, known, signed_in
from ui import resources
from ui.components import sharing_invite

if TYPE_CHECKING:
    from tests.app.conftest import Person

pytestmark = pytest.mark.usefixtures("hosted")


@pytest.fixture
def moss() -> str:
    store = resources.store()
    return offices.create(store, known(store, "Kari"), name="Moss servicetorg")


def role(office_id: str, name: str) -> str | None:
    store = resources.store()
    return members.role_in(store, known(store, name), office_id=office_id)


def link_of(person: Person) -> str:
    return next(str(one.value) for one in person.at.code)


def told(office_id: str) -> list[str]:
    return [event.what for event in audit.of_office(resources.store(), LOCAL, office_id=office_id)]


def choose_role(person: Person, name: str, new: str) -> None:
    store = resources.store()
    who = known(store, name)
    held = role(next(one.id for one in offices.overview(store, who)), name)
    person.choose(f"role.{who.person_id}.{held}", new)


# ------------------------------------------------------------------ a link
def test_a_link_is_made_sent_and_taken(moss: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sharing_invite, "home", lambda _: "https://tikamp.example.no")
    kari = signed_in("Kari", "sharing").choose("sharing.invite_role", "viewer").press("invite")
    parts = urlsplit(link_of(kari))
    assert (parts.scheme, parts.netloc, parts.path) == ("https", "tikamp.example.no", "/invitation")
    token = parse_qs(parts.query)["invitation"][0]
    ola = signed_in("Ola", "invitation", invitation=token)
    assert "Moss servicetorg" in ola.texts
    assert "**Leser**" in ola.texts
    assert role(moss, "Ola") is None
    ola.press("accept")
    assert role(moss, "Ola") == "viewer"
    assert "Moss servicetorg" in ola.open("history", lang="nb").texts
    assert "Be om en ny" in signed_in("Per", "invitation", invitation=token).texts
    assert told(moss)[:2] == ["accepted", "invited"]


def test_a_link_is_shown_once_and_no_more_when_it_is_withdrawn(moss: str) -> None:
    kari = signed_in("Kari", "sharing").press("invite")
    assert kari.at.code
    [made] = invitations.open_ones(resources.store(), LOCAL, office_id=moss)
    kari.press(f"revoke_{made.id}")
    assert not kari.at.code
    assert invitations.open_ones(resources.store(), LOCAL, office_id=moss) == []
    kari.press("invite")
    assert not signed_in("Kari", "sharing").at.code


@pytest.mark.parametrize("token", ["", "x", "../../etc", "<b>"])
def test_a_link_that_is_none_says_so(token: str) -> None:
    assert "Be om en ny" in signed_in("Ola", "invitation", invitation=token).texts


# ------------------------------------------------------------------ roles
def test_an_owner_changes_roles_and_takes_people_out(moss: str) -> None:
    store = resources.store()
    invite(store, known(store, "Kari"), moss, "Ola", "viewer")
    kari = signed_in("Kari", "sharing")
    choose_role(kari, "Ola", "member")
    assert role(moss, "Ola") == "member"
    kari.press(f"remove_do_{known(store, 'Ola').person_id}")
    assert role(moss, "Ola") is None
    assert {"removed", "role_changed"} <= set(told(moss))


def test_the_last_owner_stays_and_is_told_why(moss: str) -> None:
    kari = signed_in("Kari", "sharing")
    choose_role(kari, "Kari", "member")
    assert "minst én eier" in kari.texts
    kari.press("sharing_leave_do")
    assert "minst én eier" in kari.texts
    assert role(moss, "Kari") == "owner"
    assert "Eier" in str(kari.run().widget(f"role.{known(resources.store(), 'Kari').person_id}.owner").proto)


def test_a_reader_sees_the_own_role_and_can_leave(moss: str) -> None:
    store = resources.store()
    invite(store, known(store, "Kari"), moss, "Ola", "consultant")
    ola = signed_in("Ola", "sharing")
    assert "Rollen din er Rådgiver" in ola.texts
    assert "kari@moss.no" not in ola.texts
    ola.press("sharing_leave_do")
    assert role(moss, "Ola") is None
    assert "ikke tilgang til noe kontor" in ola.texts


def test_of_several_offices_one_is_chosen(moss: str) -> None:
    store = resources.store()
    bergen = offices.create(store, known(store, "Kari"), name="Bergen servicetorg")
    kari = signed_in("Kari", "sharing").choose("sharing", bergen)
    kari.press("invite").choose("sharing", moss)
    assert not kari.at.code
    kari.choose("sharing", bergen)
    assert kari.at.code
    assert len(invitations.open_ones(resources.store(), LOCAL, office_id=bergen)) == 1
    assert invitations.open_ones(resources.store(), LOCAL, office_id=moss) == []


# ------------------------------------------------------------------ who looks after people
@pytest.fixture
def administrator(moss: str, monkeypatch: pytest.MonkeyPatch) -> Person:  # noqa: ARG001 - an office to see
    monkeypatch.setenv("TIKAMP_ADMINISTRATORS", "drift@moss.no")
    return signed_in("Drift", "people")


def test_who_looks_after_people_sees_and_forgets_them(administrator: Person) -> None:
    store = resources.store()
    ola = known(store, "Ola")
    administrator.run()
    assert {"Drift", "Kari", "Ola"} == set(administrator.at.table[0].value.index)
    administrator.choose("people.forget", ola.person_id)
    administrator.at.checkbox(f"forget_sure_{ola.person_id}").check()
    administrator.run().press("forget")
    assert {one.name for one in people.everyone(store, LOCAL)} == {"Drift", "Kari"}
    assert "forgotten" in {event.what for event in audit.of_all(store, LOCAL)}


def test_an_offices_last_owner_is_not_forgotten(administrator: Person) -> None:
    kari = known(resources.store(), "Kari")
    administrator.run().choose("people.forget", kari.person_id)
    administrator.at.checkbox(f"forget_sure_{kari.person_id}").check()
    administrator.run().press("forget")
    assert "minst én eier" in administrator.texts


def test_who_looks_after_people_can_give_an_office_a_new_owner(administrator: Person, moss: str) -> None:
    administrator.open("sharing", lang="nb").choose("sharing.invite_role", "owner").press("invite")
    token = parse_qs(urlsplit(link_of(administrator)).query)["invitation"][0]
    invitations.accept(resources.store(), known(resources.store(), "Ola"), token=token)
    assert role(moss, "Ola") == "owner"


# ------------------------------------------------------------------ oneself
def test_a_person_sees_and_deletes_what_is_kept(moss: str) -> None:
    store = resources.store()
    invite(store, known(store, "Kari"), moss, "Ola", "member")
    ola = signed_in("Ola", "privacy")
    assert r"ola@moss\.no" in ola.texts
    ola.at.checkbox[0].check()
    ola.run().press("forget_me_do")
    assert "lagret om deg" not in "".join(str(one.value) for one in ola.run().at.header)
    assert {one.name for one in people.everyone(store, LOCAL)} == {"Kari"}


def test_an_only_owner_is_told_what_to_do_first(moss: str) -> None:
    kari = signed_in("Kari", "privacy")
    kari.at.checkbox[0].check()
    kari.run().press("forget_me_do")
    assert "minst én eier" in kari.texts
    assert role(moss, "Kari") == "owner"
