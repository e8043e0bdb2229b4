"""Good rows of files are taken in, faulty ones mended and brought again; reading can be broken off."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any, cast

import pytest
import streamlit as st

from scoring import Assessment, load_model
from scoring.reading import read_in_parts
from scoring.xlsx_reader import read_xlsx
from storage import LOCAL, offices
from tests.app.bringing_steps import FAULTY, HELD, faults, held_names, keys, to_files
from tests.app.compared import T, as_file, listed, upload
from tests.workbooks import workbook
from ui import bringing, comparing, held_files, resources

if TYPE_CHECKING:
    from tests.app.conftest import Person
    from ui.brought import Step

pytestmark = pytest.mark.usefixtures("empty_store")


# ------------------------------------------------------------------ taken in, mended, brought again
def mended_workbook(content: bytes) -> bytes:
    """As a person mends it in a spreadsheet and saves it."""
    sheet = read_xlsx(content, name="a.xlsx")
    rows = [sheet.heading, *(list(cells) for _, cells in sheet.rows)]
    assert rows[0][0] == "Dette må rettes"
    assert "mange" in rows[1][0]
    rows[1][2:4], rows[2][1] = ["Nei", "2,5"], "Oslo"
    return workbook(Svar=rows)


def mended_csv(content: bytes) -> bytes:
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))
    rows[1][2:4], rows[2][1] = ["Nei", "2,5"], "Oslo"
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=";").writerows(rows)
    return buffer.getvalue().encode("cp1252")


@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_good_rows_in_faulty_ones_back_mended_and_brought_again(
    person: Person, downloads: dict[str, bytes], form: str
) -> None:
    upload(to_files(person), ("svar.xlsx", workbook(Svar=FAULTY)))
    person.press("bring_take_1")
    assert held_names(person) == ["Ås", "Os"]
    assert T.plural("files.taken", 2) in person.texts
    content = downloads[f"bring_faulty_{form}_1"]
    upload(person, (f"rettet.{form}", mended_workbook(content) if form == "xlsx" else mended_csv(content)))
    assert T("files.faultless") in person.texts
    person.press("bring_take_2")
    assert held_names(person) == ["Ås", "Os", "Bø", "Oslo"]
    person.press("bring_compare")
    assert sorted(listed(person)) == ["Bø", "Os", "Oslo", "Ås"]
    held = cast("list[comparing.Office]", person.at.session_state[HELD])
    bo = next(one.assessment for one in held if one.name == "Bø")
    assert bo.answers == {"contact_person": "no", "fte": "2,5", "persons": "2"}
    assert offices.overview(resources.store(), LOCAL) == []


def test_an_office_of_the_same_name_takes_the_earlier_ones_place_and_that_is_told(person: Person) -> None:
    upload(to_files(person), ("en.csv", b"office;relief\nA;yes\nB;no\n")).press("bring_take_1")
    upload(person, ("to.csv", b"office;relief\nB;yes\nC;no\n")).press("bring_take_2")
    told = T.plural("files.taken_replaced", 1, names="B")
    assert told in person.texts
    assert person.at.dataframe[-1].value.to_numpy().tolist() == [
        ["A", "en.csv", "nytt"],
        ["B", "to.csv", "tok plassen til et tidligere"],
        ["C", "to.csv", "nytt"],
    ]
    held = person.at.session_state[HELD]
    assert [one.assessment.answers["relief"] for one in held] == ["yes", "yes", "no"]


def test_several_files_are_taken_in_with_one_click(person: Person) -> None:
    one, two, three = resources.examples()[:3]
    upload(
        to_files(person), ("a.json", as_file(one, two)), ("b.csv", b"fte\n3\n"), ("c.json", as_file(three))
    )
    person.press("bring_take_all")
    assert held_names(person) == [three.office, one.office, two.office]
    assert T("files.refused") in person.texts


def test_notes_and_dates_of_a_json_file_come_along(person: Person) -> None:
    office = Assessment("Ås", {"relief": "yes"}, {"relief": "husk"})
    upload(to_files(person), ("a.json", office.to_json(model_version=load_model().version).encode()))
    person.press("bring_take_1")
    assert person.at.session_state[HELD][0].assessment == office


def test_faulty_offices_of_json_are_told_and_the_others_taken_in(person: Person) -> None:
    several = as_file(Assessment("A", {"fte": "mange"}), Assessment("B", {"fte": "3"}))
    upload(to_files(person), ("a.json", several))
    assert faults(person)[0][:3] == ["1", "fte", "mange"]
    person.press("bring_take_1")
    assert held_names(person) == ["B"]


def test_a_file_can_be_put_away_and_all_offices_of_files_removed(person: Person) -> None:
    upload(to_files(person), ("a.csv", b"office;relief\nA;yes\nB;tja\n")).press("bring_take_1")
    person.press("bring_away_1")
    assert held_names(person) == ["A"]
    assert not [key for key in keys(person) if key.startswith("bring_take")]
    person.press("bring_forget")
    assert held_names(person) == []
    assert "bring_compare" not in keys(person)


def test_more_than_there_is_room_for_is_refused_whole(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(held_files, "MOST", 2)
    upload(to_files(person), ("a.csv", b"office;relief\nA;yes\n")).press("bring_take_1")
    upload(person, ("b.csv", b"office;relief\nB;yes\nC;yes\n")).press("bring_take_2")
    assert T("files.too_many", most="2", held="1") in person.texts
    assert held_names(person) == ["A"]
    upload(person, ("c.csv", b"office;relief\nA;no\nB;yes\n")).press("bring_take_3")
    assert held_names(person) == ["A", "B"]


def test_what_people_write_is_not_read_as_markdown(person: Person) -> None:
    name = "[a](http://x)"
    upload(to_files(person), (f"{name}.csv", f"office;relief\n{name};yes\n".encode())).press("bring_take_1")
    upload(person, (f"{name}.csv", f"office;relief\n{name};yes\n".encode())).press("bring_take_2")
    assert name not in person.texts
    assert r"\[a\]\(http\:" in person.texts


# ------------------------------------------------------------------ broken off, and stopped
def test_a_run_that_is_broken_off_goes_on_where_it_was(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A click elsewhere ends the run between two steps; the file is read once all the same."""
    read: list[str] = []

    def counted(content: bytes, *, name: str, **more: Any) -> Any:  # noqa: ANN401 - as it is
        read.append(name)
        return read_in_parts(content, name=name, **more)

    go_on, steps = bringing.go_on, iter(range(100))

    def broken_off() -> Step | None:
        if next(steps) in {2, 5}:
            st.stop()
        return go_on()

    monkeypatch.setattr("ui.bringing.read_in_parts", counted)
    monkeypatch.setattr(bringing, "go_on", broken_off)
    upload(to_files(person), ("a.csv", b"office;relief\nA;yes\n"), ("b.csv", b"office;relief\nB;yes\n"))
    assert not [key for key in keys(person) if key.startswith("bring_take")]
    person.run()
    person.run()
    assert {"bring_take_1", "bring_take_2"} <= keys(person)
    assert read == ["a.csv", "b.csv"]


def test_files_that_are_chosen_while_others_are_read_wait_for_their_turn(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, steps = bringing.go_on, iter(range(100))

    def broken_off() -> Step | None:
        if next(steps) == 1:
            st.stop()
        return go_on()

    monkeypatch.setattr(bringing, "go_on", broken_off)
    upload(to_files(person), ("a.csv", b"office;relief\nA;yes\n"))
    assert not [key for key in keys(person) if key.startswith("bring_take")]
    upload(person, ("b.csv", b"office;relief\nB;yes\n"))
    assert {"bring_take_1", "bring_take_2"} <= keys(person)


def test_reading_can_be_stopped_and_what_was_read_stays(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = bringing.go_on

    def until_the_second(step: list[str] = []) -> Step | None:  # noqa: B006 - remembers
        if step and step[-1] == "b.csv":
            st.stop()
        found = go_on()
        step.append(found.file if found else "")
        return found

    monkeypatch.setattr(bringing, "go_on", until_the_second)
    upload(to_files(person), ("a.csv", b"office;relief\nA;yes\n"), ("b.csv", b"office;relief\nB;yes\n"))
    person.press("bring_stop")
    assert T("files.stopped") in person.texts
    assert "bring_take_1" in keys(person)
    assert "bring_take_2" not in keys(person)
    person.run()
    assert T("files.stopped") not in person.texts
