"""The floor of the pool of today, wherever one might look: no figure of fewer than five others is sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from storage import LOCAL, export, pool
from tests.app.lenders import (
    AMOUNT,
    SALARY,
    Lender,
    files,
    lender,
    lenders,
    let_in,
    shows,
    someone,
    today,
    walk,
)
from tests.app.people import at_the_door, signed_in
from tests.app.sent import sent
from ui import resources

if TYPE_CHECKING:
    from storage import Role
    from tests.app.conftest import Person

pytestmark = pytest.mark.usefixtures("hosted")

SHOWN = "Kontorer i dag: **"


# ------------------------------------------------------------------ who is shown what
@pytest.mark.parametrize(("count", "shown"), [(4, False), (5, False), (6, True)])
def test_five_others_are_needed_beyond_any_one_of_them(count: int, shown: bool) -> None:  # noqa: FBT001
    lenders(count)
    ola = signed_in("Ola")
    assert shows(ola) is shown
    assert ("minst 6 venter" in ola.texts) is not shown


@pytest.mark.parametrize(
    ("role", "own", "count", "shown"),
    [
        ("owner", 1, 6, True),
        ("owner", 1, 5, False),
        ("viewer", 1, 6, True),
        ("viewer", 2, 6, False),
        ("consultant", 2, 6, False),
        ("consultant", 2, 7, True),
        ("member", 6, 6, False),
    ],
)
def test_own_offices_do_not_count_as_others(role: Role, own: int, count: int, shown: bool) -> None:  # noqa: FBT001
    let_in("Kari", role, *lenders(count)[:own])
    assert shows(signed_in("Kari")) is shown


def test_an_administrator_is_shown_what_anyone_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIKAMP_ADMINISTRATORS", "drift@moss.no")
    made = lenders(6)
    assert shows(signed_in("Drift"))
    let_in("Drift", "viewer", *made[:2])
    assert not shows(signed_in("Drift"))


def test_nobody_without_a_sign_in_is_shown_anything() -> None:
    lenders(6)
    assert shows(signed_in("Kari"))
    for page in ("start", "privacy"):
        assert SHOWN not in sent(at_the_door(page, view="today"))
    with pytest.raises(ValueError, match="Could not find"):
        at_the_door("nation", view="today")


def test_at_home_the_page_says_why_there_is_nothing(monkeypatch: pytest.MonkeyPatch, person: Person) -> None:
    lenders(6)
    monkeypatch.setenv("TIKAMP_MODE", "local")
    today(person.run())
    assert "din egen maskin" in person.texts
    assert not person.at.get("vega_lite_chart")
    assert not files(person)


# ------------------------------------------------------------------ nothing else tells of it
@pytest.fixture
def own(hosted: None) -> Lender:  # noqa: ARG001 - the store, which is empty at first
    """Kari's office, which lends nothing."""
    made = lender(9)
    pool.withdraw(resources.store(), LOCAL, office_id=made.id)
    return made


def pages(own: Lender) -> dict[str, str]:
    seen = walk("Kari", own.assessment)
    del seen["session"]  # its order differs
    return seen


def withdraw(those: list[Lender]) -> None:
    for one in those:
        pool.withdraw(resources.store(), LOCAL, office_id=one.id)


@pytest.mark.parametrize("role", ["owner", "consultant"])
def test_below_the_floor_every_page_is_the_same_as_if_nobody_lent(role: Role, own: Lender) -> None:
    """Every tab, every filter, every file: what is sent does not depend on what five others lend."""
    let_in("Kari", role, own)
    others = lenders(5)
    before = pages(own)
    withdraw(others)
    assert pages(own) == before
    assert not any(SHOWN in text for text in before.values())


def test_after_a_withdrawal_every_page_is_the_same_as_if_nobody_had_lent(own: Lender) -> None:
    let_in("Kari", "owner", own)
    others = lenders(6)
    shown = pages(own)
    assert {place.split()[0] for place, text in shown.items() if SHOWN in text} == {"scorecard"}
    withdraw(others[:1])
    rests = pages(own)
    withdraw(others[1:])
    assert pages(own) == rests
    assert {place for place in shown if shown[place] != rests[place]} == {
        place for place in shown if place.startswith("scorecard") or "today" in place
    }


def test_no_name_and_no_answer_of_a_lender_is_sent_to_anyone_else() -> None:
    lenders(6)
    own = lender(9, **{SALARY: "5"})
    let_in("Kari", "owner", own)
    seen = walk("Kari", own.assessment)
    assert any(SHOWN in text for text in seen.values())
    for place, text in seen.items():
        assert AMOUNT not in text, place
        assert not any(f"Utlånt {number} " in text for number in range(6)), place
    file = export.export_office(resources.store(), someone("Kari"), office_id=own.id)
    assert AMOUNT not in file
    assert "Utlånt 0" not in file
    assert "batch" not in file
