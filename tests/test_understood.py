"""What is told of a file: its columns, how much of each section it answers, its faults as a table."""

from __future__ import annotations

import csv
import io
from typing import Final

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from i18n import LANGUAGES, Language, Translator
from report.fault_list import COLUMNS, fault_list, fault_list_csv
from scoring import Assessment, load_model
from scoring.encode import columns_of
from scoring.intake import Sorted, sort_rows
from scoring.tables import read_table
from scoring.understood import PASSED_OVER, Understood, understood
from tests.strategies import offices
from tests.workbooks import workbook

MODEL: Final = load_model()


def told(content: bytes, name: str = "a.csv") -> tuple[Understood, Sorted]:
    table = read_table(content, name=name, model=MODEL)
    found = sort_rows(table)
    return understood(table, found.good), found


def test_every_kind_of_column_is_told_by_its_place_and_language() -> None:
    heading = ["What to mend", "Office", "relief", "", "demanded.2", "note.fte", "ladder.tax"]
    what, _ = told(workbook(Svar=[heading, [None, "A", "yes", None, "tax", "husk", "4"]]), "a.xlsx")
    assert [(one.code, one.kind, one.language) for one in what.columns] == [
        ("What to mend", "reasons", None),
        ("office", "office", "en"),
        ("relief", "answer", None),
        ("", "nameless", None),
        ("demanded.2", "answer", None),
        ("note.fte", "note", None),
        ("ladder.tax", "answer", None),
    ]
    assert [one.place for one in what.passed_over] == ["A (What to mend)", "D"]
    assert what.columns[1].place == "B (Office)"


def test_json_has_the_columns_that_its_offices_answer() -> None:
    what, _ = told(Assessment("A", {"relief": "yes"}).to_json(model_version="1").encode(), "a.json")
    assert [(one.place, one.kind) for one in what.columns] == [("office", "office"), ("relief", "answer")]


def test_answers_are_counted_by_section_and_only_of_good_rows() -> None:
    what, _ = told(b"office,relief,fte,persons\nA,yes,3,\nB,,4,2\nC,tja,5,3\n")
    section = MODEL.items["relief"].section
    assert (what.answered[section].given, what.answered[section].answers) == (1, 1)
    profile = what.answered[MODEL.items["fte"].section]
    assert profile.answers == 3
    assert profile.cells == 2 * profile.asked
    assert what.first["office"].tolist() == ["A", "B"]


@settings(max_examples=20, deadline=None)
@given(rows=st.lists(offices(MODEL), min_size=1, max_size=7))
def test_nothing_of_a_whole_file_is_left_out(rows: list[dict[str, str]]) -> None:
    """Laws: every column is read or passed over, and the sections' answers are the file's."""
    table = pd.DataFrame([{"office": f"K{place}", **row} for place, row in enumerate(rows)])
    what, _ = told(table.to_csv(index=False).encode())
    assert len(what.read) + len(what.passed_over) == len(table.columns)
    assert {one.kind for one in what.read}.isdisjoint(PASSED_OVER)
    filled = int((table.drop(columns="office") != "").to_numpy().sum())
    assert sum(one.answers for one in what.answered.values()) == filled
    assert sum(one.asked for one in what.answered.values()) == len(columns_of(MODEL)) - 1
    assert all(one.answers <= one.cells for one in what.answered.values())


# ------------------------------------------------------------------ faults
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_of_faults_opens_in_a_spreadsheet_and_runs_nothing(language: Language) -> None:
    _, found = told(
        workbook(Svar=[["office", "fte", "relief"], ["A", "=1+1 ", 3], ["=x", "mange", "ja "]]), "a.xlsx"
    )
    t = Translator(language)
    text = fault_list_csv(found.faults, t).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter="," if language == "en" else ";"))
    assert rows[0] == [t(f"files.fault_{name}") for name in COLUMNS]
    assert len(rows) == len(found.faults) + 1
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]


def test_a_file_without_sheets_has_no_column_for_them_and_a_whole_files_fault_no_row() -> None:
    t = Translator("nb")
    _, found = told(b"office,fte\nA,x\nB,3\n")
    assert list(fault_list(found.faults, t).columns) == [t(f"files.fault_{name}") for name in COLUMNS[1:]]
    assert fault_list(found.faults, t)[t("files.fault_row")].tolist() == [2]
