"""Files of offices: looked through, the good rows taken in, the faulty ones mended and brought again."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any, cast

import pytest
import streamlit as st

from i18n import LANGUAGES, Language, Translator
from scoring import Assessment, load_model
from scoring.reading import read_in_parts
from scoring.xlsx_reader import read_xlsx
from storage import LOCAL, offices
from tests.app.compared import T, as_file, listed, upload
from tests.workbooks import workbook
from ui import bringing, comparing, resources
from ui.components import bring_faults

if TYPE_CHECKING:
    from tests.app.conftest import Person

pytestmark = pytest.mark.usefixtures("empty_store")

CONTACT = "Får hver bruker én fast person å forholde seg til helt til saken er avgjort?"
_HELD = "memory.compare.files"
FAULTY: list[list[object]] = [
    ["Kontor", CONTACT, "fte", "persons"],
    ["Ås", "Ja", 3, 4],
    ["Bø", "Tja", "mange", 2],
    ["Os", "Delvis", 2.5, 3],
    ["Os", "Nei", 4, 5],
]


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """What the download buttons would give, by their keys."""
    given: dict[str, bytes] = {}

    def keep(_label: str, data: Any, _name: str = "", **how: Any) -> None:  # noqa: ANN401 - as Streamlit
        given[how["key"]] = data() if callable(data) else data

    monkeypatch.setattr(st, "download_button", keep)
    return given


def to_files(person: Person, language: Language = "nb") -> Person:
    return person.open("files", lang=language)


def faults(person: Person) -> list[list[str]]:
    """The table of faults, without the signs that keep people's words from being Markdown."""
    rows = person.at.table[0].value.reset_index().astype(str)
    return [[cell.replace("\\", "") for cell in row] for row in rows.to_numpy().tolist()]


def keys(person: Person) -> set[str]:
    return {one.key or "" for one in person.at.button}


# ------------------------------------------------------------------ looked through
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_opens_in_every_language_with_a_blank_form_in_it(
    person: Person, taken: dict[str, bytes], language: Language
) -> None:
    t = Translator(language)
    to_files(person, language)
    assert person.at.title[0].value == t("files.title")
    assert t("files.intro") in person.texts
    form = read_xlsx(taken["bring_form"], name="form.xlsx")
    assert form.name == {"nb": "Svar", "nn": "Svar", "en": "Answers"}[language]
    assert form.heading[0] == {"nb": "Kontor", "nn": "Kontor", "en": "Office"}[language]


def test_a_file_is_looked_through_before_anything_is_taken_in(person: Person) -> None:
    upload(to_files(person), ("svar.xlsx", workbook(Svar=FAULTY)))
    assert T.plural("files.good", 2) in person.texts
    assert T.plural("files.faulty", 2) in person.texts
    assert comparing_names(person) == []
    columns, sections, first = (one.value for one in person.at.dataframe[:3])
    assert columns.to_numpy().tolist() == [
        ["A (Kontor)", "Kontor", "bokmål"],
        [f"B ({CONTACT})", CONTACT, "bokmål"],
        ["C (fte)", "Hvor mange årsverk har kontoret i alt?", "kode"],
        ["D (persons)", resources.model().items["persons"].text.nb, "kode"],
    ]
    assert sections.iloc[:, 2].astype(int).sum() == 6
    assert first.iloc[0].tolist() == [CONTACT, "Ja", "Delvis"]
    assert first.iloc[1].tolist()[1:] == ["3", "2,5"]


def test_all_faults_are_told_by_sheet_row_and_column_with_what_is_expected(person: Person) -> None:
    upload(to_files(person), ("svar.xlsx", workbook(Svar=FAULTY)))
    told = faults(person)
    assert [row[:4] for row in told] == [
        ["Svar", "3", f"B ({CONTACT})", "Tja"],
        ["Svar", "3", "C (fte)", "mange"],
        ["Svar", "5", "A (Kontor)", "Os"],
    ]
    assert "Ja; Delvis; Nei" in told[0][4]
    assert T.plural("files.faults", 3) in person.texts


def test_of_a_long_list_the_first_are_shown_and_all_can_be_kept(
    person: Person, taken: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bring_faults, "SHOWN", 30)
    rows = "".join(f"K{number};mange;-1\n" for number in range(40))
    upload(to_files(person), ("svar.csv", f"office;fte;persons\n{rows}".encode()))
    assert len(person.at.dataframe[0].value) == 30
    assert T("files.faults_shown", shown="30", all="80") in person.texts
    assert "fte (40); persons (40)" in person.texts
    kept = list(csv.reader(io.StringIO(taken["bring_faults_csv_1"].decode("utf-8-sig")), delimiter=";"))
    assert len(kept) == 81
    assert kept[1][:3] == ["2", "fte", "mange"]


def test_columns_that_are_passed_over_are_told(person: Person) -> None:
    upload(to_files(person), ("a.csv", b"Dette m\xe5 rettes;office;relief;;note.relief\nfeil;A;yes;;husk\n"))
    told = person.at.dataframe[0].value.iloc[:, 1].tolist()
    assert told[:2] == [T("files.kind_reasons"), T("files.kind_nameless")]
    assert told[-1].startswith("Merknad: ")
    assert T.plural("files.passed_over", 2) in person.texts


def test_a_file_whose_heading_has_faults_is_refused_with_reasons(person: Person) -> None:
    upload(to_files(person), ("a.csv", b"office,releif,fte\nA,yes,mange\n"))
    assert T("files.refused") in person.texts
    assert [row[1] for row in faults(person)] == ["releif", "fte"]
    assert not [key for key in keys(person) if key.startswith("bring_take")]
    assert "relief" in faults(person)[0][-1]


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.xls", b"x"), ("a.xlsx", b"x"), ("a.csv", b""), ("a.json", b"{"), ("a.pdf", b"%PDF")],
)
def test_what_cannot_be_read_is_refused_with_its_reason(person: Person, name: str, content: bytes) -> None:
    upload(to_files(person), (name, content))
    assert T("files.refused") in person.texts
    assert len(faults(person)) == 1


# ------------------------------------------------------------------ taken in, mended, brought again
def comparing_names(person: Person) -> list[str]:
    if _HELD not in person.at.session_state:
        return []
    held = cast("list[comparing.Office] | None", person.at.session_state[_HELD])
    return [one.name for one in held or []]


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
    person: Person, taken: dict[str, bytes], form: str
) -> None:
    upload(to_files(person), ("svar.xlsx", workbook(Svar=FAULTY)))
    person.press("bring_take_1")
    assert comparing_names(person) == ["Ås", "Os"]
    assert T.plural("files.taken", 2) in person.texts
    content = taken[f"bring_faulty_{form}_1"]
    upload(person, (f"rettet.{form}", mended_workbook(content) if form == "xlsx" else mended_csv(content)))
    assert T("files.faultless") in person.texts
    person.press("bring_take_2")
    assert comparing_names(person) == ["Ås", "Os", "Bø", "Oslo"]
    person.press("bring_compare")
    assert sorted(listed(person)) == ["Bø", "Os", "Oslo", "Ås"]
    held = cast("list[comparing.Office]", person.at.session_state[_HELD])
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
    held = person.at.session_state[_HELD]
    assert [one.assessment.answers["relief"] for one in held] == ["yes", "yes", "no"]


def test_several_files_are_taken_in_with_one_click(person: Person) -> None:
    one, two, three = resources.examples()[:3]
    upload(
        to_files(person), ("a.json", as_file(one, two)), ("b.csv", b"fte\n3\n"), ("c.json", as_file(three))
    )
    person.press("bring_take_all")
    assert comparing_names(person) == [three.office, one.office, two.office]
    assert T("files.refused") in person.texts


def test_notes_and_dates_of_a_json_file_come_along(person: Person) -> None:
    office = Assessment("Ås", {"relief": "yes"}, {"relief": "husk"})
    upload(to_files(person), ("a.json", office.to_json(model_version=load_model().version).encode()))
    person.press("bring_take_1")
    assert person.at.session_state[_HELD][0].assessment == office


def test_faulty_offices_of_json_are_told_and_the_others_taken_in(person: Person) -> None:
    several = as_file(Assessment("A", {"fte": "mange"}), Assessment("B", {"fte": "3"}))
    upload(to_files(person), ("a.json", several))
    assert faults(person)[0][:3] == ["1", "fte", "mange"]
    person.press("bring_take_1")
    assert comparing_names(person) == ["B"]


def test_a_file_can_be_put_away_and_all_offices_of_files_removed(person: Person) -> None:
    upload(to_files(person), ("a.csv", b"office;relief\nA;yes\nB;tja\n")).press("bring_take_1")
    person.press("bring_away_1")
    assert comparing_names(person) == ["A"]
    assert not [key for key in keys(person) if key.startswith("bring_take")]
    person.press("bring_forget")
    assert comparing_names(person) == []
    assert "bring_compare" not in keys(person)


def test_more_than_there_is_room_for_is_refused_whole(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(comparing, "MOST", 2)
    upload(to_files(person), ("a.csv", b"office;relief\nA;yes\n")).press("bring_take_1")
    upload(person, ("b.csv", b"office;relief\nB;yes\nC;yes\n")).press("bring_take_2")
    assert T("files.too_many", most="2", held="1") in person.texts
    assert comparing_names(person) == ["A"]
    upload(person, ("c.csv", b"office;relief\nA;no\nB;yes\n")).press("bring_take_3")
    assert comparing_names(person) == ["A", "B"]


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

    def broken_off() -> bringing.Step | None:
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


def test_reading_can_be_stopped_and_what_was_read_stays(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = bringing.go_on

    def until_the_second(step: list[str] = []) -> bringing.Step | None:  # noqa: B006 - remembers
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
