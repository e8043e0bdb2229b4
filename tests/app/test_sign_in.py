"""Who comes to a Tikamp for many: at the door, known, with or without a sure e-mail, and out again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from streamlit.util import calc_hash

from storage import LOCAL, Unavailable, audit, offices, people
from tests.app.people import at_the_door, known, signed_in, told
from ui import resources
from ui.components.foot import BY_LINK
from ui.menu import FOR_PEOPLE, FROM_A_PAGE, MENU

if TYPE_CHECKING:
    from tests.app.conftest import Person

pytestmark = pytest.mark.usefixtures("hosted")


def everyone() -> list[tuple[str, str | None]]:
    return [(one.name, one.email) for one in people.everyone(resources.store(), LOCAL)]


def test_every_address_asks_for_the_sign_in_and_shows_nothing_else() -> None:
    person = at_the_door()
    for page in (*MENU, *FROM_A_PAGE, *FOR_PEOPLE):
        person.at._page_hash = calc_hash(page)  # noqa: SLF001 - by its address: the page is no file here
        person.run()
        assert [one.value for one in person.at.title] == ["Logg inn"], page
        assert not person.at.header
    assert everyone() == []


def test_what_is_kept_and_who_can_use_it_can_be_read_before_one_signs_in() -> None:
    heads = {"privacy": "Hvem som ser det", "accessibility": "Det vi vet ikke er bra nok"}
    for page in BY_LINK:
        assert heads[page] in at_the_door(page).texts


def test_who_signs_in_is_known_and_comes_in() -> None:
    person = signed_in("Kari")
    assert "Logg inn" not in person.texts
    assert everyone() == [("Kari", "kari@moss.no")]
    assert [event.what for event in audit.of_all(resources.store(), LOCAL)] == ["signed_in"]
    person.open("assess", lang="nb").open("method", lang="nb")
    assert len(audit.of_all(resources.store(), LOCAL)) == 1


def test_an_answer_belongs_to_whoever_signed_in() -> None:
    signed_in("Kari", "assess", section="competence").choose("relief", "yes")
    kari = known(resources.store(), "Kari")
    assert [one.role for one in offices.overview(resources.store(), kari)] == ["owner"]
    assert offices.overview(resources.store(), known(resources.store(), "Ola")) == []


@pytest.mark.parametrize("verified", [False, None])
def test_an_email_that_is_not_sure_is_no_ones(verified: bool | None) -> None:  # noqa: FBT001 - a case
    person = at_the_door()
    person.at.user = told("Kari", email="ola@moss.no", email_verified=verified)
    person.run()
    assert everyone() == [("Kari", None)]


def test_a_provider_that_hands_out_addresses_can_be_trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIKAMP_TRUST_EMAIL", "yes")
    person = at_the_door()
    person.at.user = told("Kari", email_verified=None)
    person.run()
    assert everyone() == [("Kari", "kari@moss.no")]


def test_one_name_at_two_providers_is_two_people() -> None:
    for issuer in ("https://a.example", "https://b.example"):
        person = at_the_door()
        person.at.user = told("Kari", email_verified=False, iss=issuer)
        person.run()
    assert len(everyone()) == 2


def test_another_person_in_the_same_session_is_not_the_first_one() -> None:
    person = signed_in("Kari", "assess", section="competence").choose("relief", "yes")
    person.at.user = told("Ola")
    person.open("history", lang="nb")
    assert {name for name, _ in everyone()} == {"Kari", "Ola"}
    assert not person.at.session_state["memory.desk"].begun
    person.open("assess", lang="nb", section="competence")
    assert person.widget("relief").value is None
    assert offices.overview(resources.store(), known(resources.store(), "Ola")) == []


def test_signing_out_is_noted_and_ends_it() -> None:
    person = signed_in("Kari").press("sign_out")
    assert "Logg inn" in person.run().texts
    assert audit.of_all(resources.store(), LOCAL)[0].what == "signed_out"


def test_a_database_that_does_not_answer_keeps_the_door_closed_and_says_why(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(people, "sign_in", broken)
        person = signed_in("Kari")
        assert "databasen svarer ikke" in person.texts
    assert "Logg inn" not in person.press("sign_in_again").texts


def test_a_name_that_cannot_be_stored_is_told() -> None:
    person = at_the_door()
    person.at.user = told("Kari", email="k" * 400)
    assert "ikke kan lagres" in person.run().texts


def test_names_are_shown_as_written() -> None:
    person = at_the_door()
    person.at.user = {**told("Kari"), "name": "<b>**K**</b>"}
    assert person.run().at.session_state["memory.who"][1].name == "<b>**K**</b>"
    assert r"\<b\>\*\*K\*\*\</b\>" in _popover(person)


def _popover(person: Person) -> str:
    return "".join(str(one.proto.popover.label) for one in person.at.get("popover"))


def broken(*_: object, **__: object) -> None:
    raise Unavailable("gone")
