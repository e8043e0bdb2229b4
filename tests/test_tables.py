"""Files of answers are read as people and programs write them."""

from __future__ import annotations

import codecs
import contextlib
from typing import TYPE_CHECKING

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from report.ratings_table import table_bytes
from scoring import Assessment, FaultsError, Model, load_model
from scoring.assessment import to_table
from scoring.cells import ROW
from scoring.encode import encode
from scoring.numbers import parse_number
from scoring.tables import read_answers, read_assessments, read_table

if TYPE_CHECKING:
    from pathlib import Path

PLAIN = "office,contact_person,fte\nEksempeløy,yes,3.5\nPrøvedal,no,4\n"
MODEL = load_model()


@pytest.fixture
def model() -> Model:
    return MODEL


def read(content: bytes | str, name: str = "answers.csv") -> pd.DataFrame:
    table = read_table(content.encode() if isinstance(content, str) else content, name=name, model=MODEL)
    assert not table.faults
    return table.cells


@pytest.mark.parametrize(
    "content",
    [
        PLAIN.encode(),
        codecs.BOM_UTF8 + PLAIN.encode(),
        PLAIN.encode("cp1252"),
        PLAIN.encode("utf-16"),
        PLAIN.replace("\n", "\r\n").encode(),
        PLAIN.replace("\n", "\r").encode(),
        PLAIN.replace(",", ";").replace("3.5", "3,5").encode("cp1252"),
        PLAIN.replace(",", "\t").replace("3.5", "3,5").encode(),
        PLAIN.replace("3.5", '"3,5"').encode(),
        b"sep=;\r\n" + PLAIN.replace(",", ";").encode(),
        PLAIN.replace("\n", ",\n").encode(),
        PLAIN.replace("office,", " office ,").replace(",yes,", ",  yes ,").encode(),
        PLAIN.rstrip("\n").encode(),
    ],
    ids=[
        "utf-8",
        "byte order mark",
        "windows-1252",
        "utf-16",
        "carriage returns and line feeds",
        "carriage returns",
        "semicolon and decimal comma",
        "tab and decimal comma",
        "quoted decimal comma",
        "a line that names the separator",
        "an empty column at the end",
        "spaces",
        "no line end at the end",
    ],
)
def test_one_table_in_many_forms(content: bytes, model: Model) -> None:
    table = read(content)
    answers = encode(table, model=model)
    assert list(answers.offices) == ["Eksempeløy", "Prøvedal"]
    assert answers.values["fte"].tolist() == [3.5, 4]
    assert table["contact_person"].tolist() == ["yes", "no"]


def test_rows_are_counted_as_in_the_file() -> None:
    table = read('office,fte\n\n"Eksempel\nvik",3\n,\nPrøvedal,4\n')
    assert table.index.tolist() == [3, 5]
    assert table.index.name == ROW


@pytest.mark.parametrize("word", ["NA", "null", "None", "nan", "N/A"])
def test_no_word_is_taken_for_a_blank(word: str) -> None:
    assert read(f"office,fte\n{word},{word}\n").iloc[0].tolist() == [word, word]


def test_a_blank_is_not_answered_and_nothing_else(model: Model) -> None:
    answers = encode(read("office,contact_person\nEksempelvik,\n"), model=model)
    assert answers.states["contact_person"].tolist() == [0]


def test_parquet_with_numbers_reads_as_text(tmp_path: Path, model: Model) -> None:
    path = tmp_path / "answers.parquet"
    table = pd.DataFrame(
        {"office": ["A", "B"], "ladder.tax": [3.0, None], "fte": [3.5, 4], "persons": [4, 5]}
    )
    table.set_index(pd.Index([7, 9])).to_parquet(path)  # pandas then adds a column of its own
    answers = read_answers(path, model=model)
    assert answers.values["persons"].tolist() == [4, 5]
    assert answers.steps[:, list(model.fields).index("tax")].tolist() == [6, 0]


def test_json_saved_by_the_app_reads_back(tmp_path: Path, model: Model) -> None:
    one = Assessment("Eksempeløy", {"contact_person": "yes", "fte": "3,5"}, {"fte": "med vikar"})
    path = tmp_path / "one.json"
    path.write_text(one.to_json(model_version=model.version), encoding="utf-8-sig")
    assert read_assessments(path, model=MODEL) == {1: one}
    assert read_answers(path, model=model).values["fte"].tolist() == [3.5]


def test_notes_of_a_table_come_along(tmp_path: Path) -> None:
    path = tmp_path / "notes.csv"
    path.write_text("office,fte,note.fte\nA,,mangler tall\n", encoding="utf-8")
    assert read_assessments(path, model=MODEL)[2].notes == {"fte": "mangler tall"}


def test_a_faulty_row_does_not_hide_another_office(tmp_path: Path) -> None:
    path = tmp_path / "half.csv"
    path.write_text("office,fte\nA,1,2\nB,3\n", encoding="utf-8")
    assert [one.office for one in read_assessments(path, model=MODEL).values()] == ["B"]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1 250,5", 1250.5),
        ("1\N{NO-BREAK SPACE}250", 1250),
        ("1\N{NARROW NO-BREAK SPACE}250", 1250),
        ("1250.5", 1250.5),
        ("50 %", 50),
        ("\N{MINUS SIGN}3", -3),
        ("1e3", 1000),
        ("1.250.000", None),
        ("1_000", None),
        ("5%0", None),
        ("nan", None),
        ("inf", None),
        ("1e999", None),
        ("0x10", None),
        ("", None),
    ],
)
def test_numbers_are_read_as_norwegians_and_machines_write_them(text: str, number: float | None) -> None:
    assert parse_number(text) == number


@settings(max_examples=50, deadline=None)
@given(
    names=st.lists(
        st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40)
        .map(str.strip)
        .filter(bool),
        min_size=1,
        max_size=5,
        unique=True,
    )
)
def test_any_name_survives_csv(names: list[str]) -> None:
    table = to_table([Assessment(name, {"contact_person": "yes"}) for name in names])
    kept = read(table.to_csv(index=False).encode())["office"].tolist()
    assert kept == names


@settings(max_examples=200, deadline=None)
@given(content=st.binary(max_size=200), name=st.sampled_from(["a.csv", "a.json", "a.parquet", "a.txt", "a"]))
def test_nothing_breaks_the_reader(content: bytes, name: str) -> None:
    """Whatever the bytes are, there are answers or faults, and no other error."""
    with contextlib.suppress(FaultsError):
        read_table(content, name=name, model=MODEL).answers()


def test_what_is_written_by_score_is_a_table(model: Model) -> None:
    assert table_bytes(pd.DataFrame({"office": ["A"]}), "csv") == b"office\nA\n"
    assert model.version
