"""A file read part by part is the same file; and every fault of a row is told at once."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from i18n import Translator
from report.faults import fault_text
from scoring import Assessment, FaultsError, load_model
from scoring.intake import sort_rows
from scoring.reading import read_in_parts
from scoring.tables import read_table
from tests.strategies import offices
from tests.workbooks import workbook

if TYPE_CHECKING:
    from scoring.answer_table import AnswerTable

MODEL: Final = load_model()


def in_parts(content: bytes, *, name: str = "svar.csv", size: int) -> AnswerTable:
    *parts, last = read_in_parts(content, name=name, model=MODEL, size=size)
    assert all(part.table is None for part in parts)
    assert [part.rows for part in parts] == sorted(part.rows for part in parts)
    assert last.rows == last.of
    assert last.table is not None
    return last.table


def same(one: AnswerTable, other: AnswerTable) -> None:
    pd.testing.assert_frame_equal(one.cells, other.cells)
    assert sorted(one.faults, key=repr) == sorted(other.faults, key=repr)
    assert one.sheet == other.sheet
    assert one.given == other.given


@settings(max_examples=30, deadline=None)
@given(
    rows=st.lists(st.tuples(offices(MODEL), st.sampled_from(["", "mange", "3"])), min_size=1, max_size=9),
    size=st.integers(1, 4),
    cut=st.booleans(),
)
def test_the_table_is_the_one_that_is_read_whole(
    rows: list[tuple[dict[str, str], str]], size: int, *, cut: bool
) -> None:
    """A law, whatever the parts and whether or not rows have faults."""
    texts = [{"office": f"Kontor {place % 7}", **one, "fte": fte} for place, (one, fte) in enumerate(rows)]
    content = pd.DataFrame(texts).to_csv(index=False) + ("Avkortet,1\n" if cut else "")
    whole = read_table(content.encode(), name="svar.csv", model=MODEL)
    table = in_parts(content.encode(), size=size)
    same(table, whole)
    assert sort_rows(table).faults == sort_rows(whole).faults


@pytest.mark.parametrize("name", ["a.xlsx", "a.json"])
def test_a_workbook_and_json_are_read_in_parts_too(name: str) -> None:
    rows: list[list[object]] = [["Kontor", "fte"], *([f"K{number}", number] for number in range(1, 8))]
    texts = [Assessment(f"K{number}", {"fte": "2"}).to_json(model_version="1") for number in range(3)]
    content = workbook(Svar=rows) if name == "a.xlsx" else f"[{','.join(texts)}]".encode()
    same(in_parts(content, name=name, size=3), read_table(content, name=name, model=MODEL))


def test_two_columns_of_one_name_stay_two() -> None:
    table = in_parts(b"office,fte,fte\nA,3,4\nB,3,4\n", size=1)
    assert list(table.cells.columns) == ["office", "fte", "fte"]
    with pytest.raises(FaultsError, match="doubled_column"):
        sort_rows(table)


def test_what_cannot_be_read_at_all_is_told_before_any_row() -> None:
    for name, content in (("a.xlsx", b"office\n"), ("a.csv", b""), ("a.pdf", b"%PDF"), ("a.xls", b"")):
        with pytest.raises(FaultsError):
            next(read_in_parts(content, name=name, model=MODEL))


def test_a_row_that_cannot_be_read_is_told_its_other_faults_too() -> None:
    """Else it comes back a second time."""

    def error(sheet: Any, row: int, column: int, _: object) -> None:  # noqa: ANN401 - has no types
        sheet.write_formula(row, column, "=1/0", None, "#DIV/0!")

    content = workbook(Svar=[["Kontor", "fte", "relief", "persons"], ["A", error, "tja", "mange"], ["B", 3]])
    found = sort_rows(read_table(content, name="a.xlsx", model=MODEL))
    assert [(one.line, one.code) for one in found.faults] == [
        (2, "error_value"),
        (2, "unknown_answer"),
        (2, "whole_number_expected"),
    ]
    assert {one.sheet for one in found.faults} == {"Svar"}
    assert found.good["office"].tolist() == ["B"]


def test_a_row_that_is_too_short_is_told_what_else_is_wrong_and_a_longer_one_is_not_guessed_at() -> None:
    content = b"office;relief;fte\nA;tja\nB;Ja;3;mange\nC;tja;x;4\n"
    found = sort_rows(read_table(content, name="a.csv", model=MODEL))
    assert [(one.line, one.code) for one in found.faults] == [
        (2, "cell_count"),
        (2, "unknown_answer"),
        (3, "cell_count"),
        (4, "cell_count"),
    ]


def test_an_office_whose_name_cannot_be_read_is_not_called_nameless() -> None:
    def error(sheet: Any, row: int, column: int, _: object) -> None:  # noqa: ANN401 - has no types
        sheet.write_formula(row, column, "=1/0", None, "#N/A")

    content = workbook(Svar=[["Kontor", "relief"], [error, "tja"]])
    found = sort_rows(read_table(content, name="a.xlsx", model=MODEL))
    assert [one.code for one in found.faults] == ["error_value", "unknown_answer"]


def test_what_no_item_asks_is_told_of_the_json_file_and_not_of_its_first_office() -> None:
    entries = [json.loads(Assessment(name, {"relief": "yes"}).to_json(model_version="1")) for name in "AB"]
    entries[1]["answers"]["nonsense"] = "yes"
    with pytest.raises(FaultsError) as caught:
        sort_rows(read_table(json.dumps(entries).encode(), name="a.json", model=MODEL))
    (fault,) = caught.value.faults
    text = fault_text(fault, Translator("nb"))
    assert text.startswith("a.json")
    assert "nonsense" in text
    assert "kontor nr" not in text
