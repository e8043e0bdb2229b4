"""Two views of one office: the staff's files."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from i18n import LANGUAGES, Language, Translator
from scoring import Assessment, Model
from tests.app.staff_files import LEADER, add, errors, file, questions
from tests.workbooks import workbook
from ui import resources

if TYPE_CHECKING:
    from tests.app.conftest import Person


@pytest.fixture
def leader(person: Person) -> Person:
    person.at.session_state["assessment"] = Assessment("Nordvik", LEADER)
    return person.open("views", lang="nb")


# ------------------------------------------------------------------ the files
@pytest.mark.parametrize("language", LANGUAGES)
def test_opens_without_views_and_tells_what_to_do(person: Person, language: Language) -> None:
    t = Translator(language)
    person.open("views", lang=language)
    assert person.at.title[0].value == t("views.title")
    assert t("views.step_1") in person.texts
    assert t("views.no_own") in person.texts


def test_several_files_at_once_become_numbered_views(leader: Person) -> None:
    add(leader, file("a.json", contact_person="no"), file("b.json", contact_person="partly"))
    assert "2 syn er lagt til." in leader.texts
    assert "**Syn 1**" in leader.texts
    assert "**Syn 2**" in leader.texts
    assert leader.held.answers == LEADER


@pytest.mark.parametrize("name", ["kari.csv", "kari.xlsx"])
def test_a_table_with_one_office_is_a_view_too(leader: Person, name: str) -> None:
    """Staff without the app fill in the form as a spreadsheet."""
    rows: list[list[object]] = [["Kontor", "relief"], ["Nordvik", "Nei"]]
    content = workbook(Svar=rows) if name.endswith("xlsx") else b"Kontor;relief\nNordvik;Nei\n"
    add(leader, (name, content, "text/plain"))
    assert leader.at.session_state["memory.views.held"][0].answers == {"relief": "no"}


def test_a_table_with_several_offices_is_no_view(leader: Person) -> None:
    add(leader, ("alle.csv", b"Kontor;relief\nNordvik;Nei\nVik;Ja\n", "text/csv"))
    assert len(errors(leader)) == 1
    assert "memory.views.held" not in leader.at.session_state


def test_names_notes_and_file_names_of_staff_are_not_kept(leader: Person) -> None:
    add(leader, file("kari.json", office="Kari Nordmann", relief="no"))
    held = repr(leader.at.session_state["memory.views.held"])
    assert "Kari" not in held
    assert "kari" not in held
    assert "filen gjelder «Kari Nordmann»" in leader.texts


def test_the_same_file_twice_is_refused_with_the_reason(leader: Person) -> None:
    one = file("a.json", contact_person="no")
    add(add(leader, one), ("copy.json", *one[1:]))
    assert errors(leader) == ["**copy\\.json**: Filen er lagt til før, som syn 1. Den telles ikke to ganger."]
    assert len(leader.at.session_state["memory.views.held"]) == 1


def test_what_is_no_view_is_refused_and_the_others_are_taken(leader: Person, model: Model) -> None:
    several = [json.loads(one.to_json(model_version="1")) for one in resources.examples()[:2]]
    own = leader.held.to_json(model_version=model.version).encode()
    add(
        leader,
        file("good.json", relief="no"),
        file("bad.json", relief="kanskje"),
        file("empty.json"),
        ("two.json", json.dumps(several).encode(), "application/json"),
        ("own.json", own, "application/json"),
        ("broken.json", b"{", "application/json"),
    )
    assert "1 syn er lagt til." in leader.texts
    bad, empty, two, mine, broken = errors(leader)
    assert "kanskje" in bad
    assert "Det er ingen svar i filen." in empty
    assert "flere kontorer" in two
    assert "samme svarene som du selv" in mine
    assert "broken\\.json" in broken


def test_a_removed_view_takes_its_differences_along(leader: Person) -> None:
    add(leader, file("a.json", relief="no"), file("b.json", contact_person="no")).press("remove_view_1")
    assert "Syn 1" not in leader.texts
    assert "**Syn 2**" in leader.texts
    assert questions(leader) == ["contact_person"]
    leader.press("remove_view_2")
    assert "Det som er ulikt" not in leader.texts


def test_a_fresh_start_forgets_the_views_too(leader: Person) -> None:
    add(leader, file("a.json", relief="no")).open("assess", lang="nb").press("reset")
    assert not leader.at.session_state["memory.views.held"]
