"""Lists of names on the screen: æ, ø and å come last."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from i18n.alphabet import name_key
from storage import offices
from tests.app.people import invite, known, signed_in
from ui import resources

if TYPE_CHECKING:
    from tests.app.conftest import Person

NAMES = ["Zakariassen kontor", "Ærfugl kontor", "Østre kontor", "Åmot kontor"]


def in_order(names: list[str]) -> list[str]:
    return sorted(names, key=name_key)


def test_the_examples_to_choose_from(person: Person) -> None:
    listed = person.open("start", lang="nb").widget("example").options
    assert listed == in_order(listed)


def test_the_offices_that_are_compared(person: Person) -> None:
    listed = person.open("compare", lang="nb", **{"from": "examples"}).widget("compare.near").options[1:]
    assert listed == in_order(listed)


@pytest.mark.usefixtures("hosted")
def test_the_offices_and_the_people_of_an_office() -> None:
    store = resources.store()
    kari = known(store, "Kari")
    made = [offices.create(store, kari, name=name) for name in (NAMES[3], NAMES[1], NAMES[0], NAMES[2])]
    for name in ("Øyvind", "Åse", "Ægir"):
        invite(store, kari, made[0], name, "viewer")
    page = signed_in("Kari", "sharing")
    assert page.widget("sharing").options == NAMES
    page.choose("sharing", made[0])
    told = [
        name
        for line in page.texts.splitlines()
        for name in ("Kari", "Ægir", "Øyvind", "Åse")
        if f"**{name}**" in line
    ]
    assert told == ["Kari", "Ægir", "Øyvind", "Åse"]


@pytest.mark.usefixtures("hosted")
def test_all_people_for_who_looks_after_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIKAMP_ADMINISTRATORS", "zara@moss.no")
    for name in ("Åse", "Øyvind", "Ægir"):
        known(resources.store(), name)
    page = signed_in("Zara", "people")
    assert list(page.at.table[0].value.index) == ["Zara", "Ægir", "Øyvind", "Åse"]
