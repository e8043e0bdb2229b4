"""Files of offices are looked through: what was understood of them, and all that is wrong."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from i18n import LANGUAGES, Language, Translator
from scoring.xlsx_reader import read_xlsx
from tests.app.bringing_steps import CONTACT, FAULTY, faults, held_names, keys, to_files
from tests.app.compared import T, upload
from tests.workbooks import workbook
from ui import resources
from ui.components import bring_faults

if TYPE_CHECKING:
    from tests.app.conftest import Person

pytestmark = pytest.mark.usefixtures("empty_store")


# ------------------------------------------------------------------ looked through
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_opens_in_every_language_with_a_blank_form_in_it(
    person: Person, downloads: dict[str, bytes], language: Language
) -> None:
    t = Translator(language)
    to_files(person, language)
    assert person.at.title[0].value == t("files.title")
    assert t("files.intro") in person.texts
    form = read_xlsx(downloads["bring_form"], name="form.xlsx")
    assert form.name == {"nb": "Svar", "nn": "Svar", "en": "Answers"}[language]
    assert form.heading[0] == {"nb": "Kontor", "nn": "Kontor", "en": "Office"}[language]


def test_a_file_is_looked_through_before_anything_is_taken_in(person: Person) -> None:
    upload(to_files(person), ("svar.xlsx", workbook(Svar=FAULTY)))
    assert T.plural("files.good", 2) in person.texts
    assert T.plural("files.faulty", 2) in person.texts
    assert held_names(person) == []
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
    person: Person, downloads: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bring_faults, "SHOWN", 30)
    rows = "".join(f"K{number};mange;-1\n" for number in range(40))
    upload(to_files(person), ("svar.csv", f"office;fte;persons\n{rows}".encode()))
    assert len(person.at.dataframe[0].value) == 30
    assert T("files.faults_shown", shown="30", all="80") in person.texts
    assert "fte (40); persons (40)" in person.texts
    kept = list(csv.reader(io.StringIO(downloads["bring_faults_csv_1"].decode("utf-8-sig")), delimiter=";"))
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
