"""Good rows are taken in; faulty ones come back with reasons, are mended, and are taken in too."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any, Final, Literal

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from i18n import LANGUAGES, Translator
from report.faulty_rows import faulty_rows
from scoring import Assessment, FaultsError, encode, load_model
from scoring.intake import Sorted, sort_rows
from scoring.labels import REASONS
from scoring.sheet import RISKY
from scoring.tables import read_table
from scoring.xlsx_reader import read_xlsx
from tests.strategies import offices
from tests.workbooks import workbook

if TYPE_CHECKING:
    from i18n import Language

MODEL: Final = load_model()
FORMS: Final[tuple[Literal["csv", "xlsx"], ...]] = ("csv", "xlsx")
MIXED: Final = """\
Kontor;Får hver bruker én fast person å forholde seg til helt til saken er avgjort?;fte
Eksempelvik;Ja;3
Prøvedal;Tja;mange

Liksomnes;Nei;2,5
Fantasifjord;Delvis
Eksempelvik;Nei;4
"""


def sort(content: str | bytes, name: str = "svar.csv") -> Sorted:
    data = content.encode() if isinstance(content, str) else content
    return sort_rows(read_table(data, name=name, model=MODEL))


def given_back(found: Sorted, form: Literal["csv", "xlsx"], language: Language = "nb") -> list[list[str]]:
    content = faulty_rows(found, Translator(language), form=form)
    if form == "csv":
        text = content.decode("utf-8-sig")
        return list(csv.reader(io.StringIO(text), delimiter="," if language == "en" else ";"))
    sheet = read_xlsx(content, name="faulty.xlsx")
    return [sheet.heading, *(cells for _, cells in sheet.rows)]


def mended(rows: list[list[str]], **cells: str) -> bytes:
    """The file as it comes back, with other answers in some columns."""
    heading = rows[0]
    for row in rows[1:]:
        for column, text in cells.items():
            row[heading.index(column)] = text
    return pd.DataFrame(rows[1:], columns=heading).to_csv(index=False, sep=";").encode()


def test_good_rows_are_taken_in_and_the_others_are_told() -> None:
    found = sort(MIXED)
    assert found.answers is not None
    assert list(found.answers.offices) == ["Eksempelvik", "Liksomnes"]
    assert found.good.index.tolist() == [2, 5]
    assert [number for number, _ in found.faulty.rows] == [3, 6, 7]
    assert [(fault.line, fault.code) for fault in found.faults] == [
        (3, "unknown_answer"),
        (3, "number_expected"),
        (6, "cell_count"),
        (7, "doubled_office"),
    ]


def test_a_faultless_file_has_no_faulty_row() -> None:
    found = sort("office,fte\nA,3\n")
    assert (found.faulty.rows, found.faults, len(found.good)) == ([], (), 1)


def test_a_file_without_a_good_row_has_no_answers() -> None:
    for text in ("office,fte\nA,x\n", "office,fte\nA,3,4\n"):
        found = sort(text)
        assert found.answers is None
        assert len(found.good) == 0
        assert len(found.faulty.rows) == 1


@pytest.mark.parametrize(
    "text",
    ["office,ftee\nA,3\nB,x\n", "fte\n3\n", "office,fte,fte\nA,3,3\n", "office,fte\n", "office,ftee\nA\n"],
)
def test_a_faulty_heading_concerns_every_row(text: str) -> None:
    with pytest.raises(FaultsError):
        sort(text)


def test_offices_of_json_are_sorted_too() -> None:
    texts = [
        Assessment(name, {"fte": fte}).to_json(model_version=MODEL.version)
        for name, fte in (("A", "x"), ("B", "3"))
    ]
    found = sort(f"[{','.join(texts)}]", "a.json")
    assert found.good["office"].tolist() == ["B"]
    assert found.faulty.heading == ["office", "fte"]
    assert found.faulty.rows == [(1, ["A", "x"])]


@settings(max_examples=30, deadline=None)
@given(rows=st.lists(st.tuples(offices(MODEL), st.booleans()), min_size=1, max_size=6))
def test_every_row_is_in_one_of_the_two(rows: list[tuple[dict[str, str], bool]]) -> None:
    """A law: the good and the faulty rows together are the file, and the good ones have their answers."""
    texts = [
        {"office": f"Kontor {place}", **office, **({"fte": "mange"} if faulty else {})}
        for place, (office, faulty) in enumerate(rows)
    ]
    table = pd.DataFrame(texts)
    found = sort(table.to_csv(index=False))
    wrong = {place for place, (_, faulty) in enumerate(rows, start=2) if faulty}
    assert {number for number, _ in found.faulty.rows} == wrong == {fault.line for fault in found.faults}
    assert set(found.good.index) == set(range(2, len(rows) + 2)) - wrong
    if found.answers is not None:
        good = table[[not faulty for _, faulty in rows]]
        assert (found.answers.steps == encode(good, model=MODEL).steps).all()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", FORMS)
def test_faulty_rows_come_back_with_reasons_in_ones_language(
    form: Literal["csv", "xlsx"], language: Language
) -> None:
    heading, first, second, third = given_back(sort(MIXED), form, language)
    assert heading[0] == getattr(REASONS, language)
    assert heading[1:] == MIXED.splitlines()[0].split(";")
    assert first[1:] == ["Prøvedal", "Tja", "mange"]
    assert second[1:] == ["Fantasifjord", "Delvis", ""]
    assert {"nb": "kolonne Får hver", "nn": "kolonne Får hver", "en": "column Får hver"}[language] in first[0]
    assert all(word in first[0] for word in ("Tja", "mange", "Ja; Delvis; Nei"))
    assert "svar.csv" not in first[0]
    assert {"nb": "rad 2", "nn": "rad 2", "en": "row 2"}[language] in third[0]


@pytest.mark.parametrize("form", FORMS)
def test_mended_rows_are_taken_in_and_the_reasons_passed_over(form: Literal["csv", "xlsx"]) -> None:
    rows = given_back(sort("office,fte,note.fte\nA,x,@en\nB,y,\nC,3,\n"), form)
    found = sort(mended(rows, fte="4,5"), "mended.csv")
    assert found.answers is not None
    assert found.answers.values["fte"].tolist() == [4.5, 4.5]
    assert found.good["note.fte"].fillna("").tolist() == ["@en", ""]


def test_reasons_do_not_pile_up() -> None:
    first = faulty_rows(sort("office,fte\nA,x\n"), Translator("nb"), form="xlsx")
    again = given_back(sort(first, "a.xlsx"), "xlsx", "en")
    assert again[0] == ["What to mend", "office", "fte"]
    assert "column C (fte)" in again[1][0]


@pytest.mark.parametrize("start", RISKY)
def test_no_cell_that_comes_back_is_a_formula(start: str) -> None:
    found = sort(workbook(Svar=[["office", "fte"], [f"x{start}", f"{start}cmd|' /C calc'!A0"]]), "a.xlsx")
    risky = found.faulty.rows[0][1][1].startswith(RISKY)
    (_, row) = given_back(found, "csv")
    assert not any(cell.startswith(RISKY) for cell in row)
    assert risky == row[2].startswith("'")
    content = faulty_rows(found, Translator("nb"), form="xlsx")
    assert read_xlsx(content, name="b.xlsx").rows[0][1][2] == found.faulty.rows[0][1][1]


def test_numbers_come_back_as_numbers_and_names_as_they_were() -> None:
    from python_calamine import CalamineWorkbook  # noqa: PLC0415 - only here

    content = faulty_rows(sort("office,fte,persons\n0301,3.5,x\n"), Translator("nb"), form="xlsx")
    rows: list[list[Any]] = (
        CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    )
    assert rows[1][1:] == ["0301", 3.5, "x"]


def test_an_error_comes_back_as_the_spreadsheet_shows_it() -> None:
    from tests.faulty_workbooks import FAULTY  # noqa: PLC0415 - only here

    found = sort(FAULTY["divided_by_nought.xlsx"](), "a.xlsx")
    assert given_back(found, "xlsx")[1][1:] == ["Eksempelvik", "#DIV/0!"]
