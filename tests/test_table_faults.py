"""Every fault that a file of answers can have is found, placed and explained; many at once are all told."""

from __future__ import annotations

import shutil
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, get_args

import numpy as np
import pandas as pd
import pytest
import yaml

from i18n import LANGUAGES, Translator
from report.faults import fault_text
from scoring import Fault, FaultsError, Model, encode, load_model
from scoring import tables as reading
from scoring.faults import TableCode
from scoring.tables import read_answers
from tests.faulty_workbooks import FAULTY

if TYPE_CHECKING:
    from i18n import Language

FOLDER: Final = Path(__file__).parent / "faults" / "tables"
EXPECTED: Final[dict[str, list[dict[str, Any]]]] = yaml.safe_load(
    (FOLDER / "expected.yaml").read_text("utf-8")
)
TESTED_HERE: Final = {"too_large", "too_many_cells"}  # no file of that size
TESTED_THERE: Final = {
    "more_faults",
    "office_in_two_files",
    "unknown_office",
}  # no fault of one file, or of a very long one: test_cli, test_cli_compare, test_stream

SECONDS: Final = 2.0
"""The longest that a file may take until it is refused."""


@pytest.fixture(scope="module")
def model() -> Model:
    return load_model()


def faults_of(path: Path, model: Model) -> tuple[Fault, ...]:
    with pytest.raises(FaultsError) as caught:
        read_answers(path, model=model)
    return caught.value.faults


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a copy of the faulty files, the workbooks among them."""
    copy = tmp_path_factory.mktemp("tables") / "tables"
    shutil.copytree(FOLDER, copy)
    for name, make in FAULTY.items():
        (copy / name).write_bytes(make())
    return copy


@pytest.mark.parametrize("name", EXPECTED)
def test_the_faults_of_a_file_are_found_and_placed(name: str, folder: Path, model: Model) -> None:
    begin = time.process_time()
    faults = faults_of(folder / name, model)
    assert time.process_time() - begin < SECONDS
    found = [(fault.code, fault.line, fault.column, fault.file, fault.sheet) for fault in faults]
    expected = [
        (one["code"], one["row"], one["column"], name, one.get("sheet", "")) for one in EXPECTED[name]
    ]
    assert sorted(found, key=str) == sorted(expected, key=str)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", EXPECTED)
def test_the_faults_of_a_file_are_explained(
    name: str, language: Language, folder: Path, model: Model
) -> None:
    texts = [fault_text(fault, Translator(language)) for fault in faults_of(folder / name, model)]
    assert all(text.startswith(name) for text in texts)
    assert not any(sign in text for text in texts for sign in "{}\n")
    for one in EXPECTED[name]:
        assert any(all(word in text for word in one.get(language, [])) for text in texts), texts


def test_every_fault_of_a_table_has_a_file() -> None:
    codes = {one["code"] for faults in EXPECTED.values() for one in faults}
    assert set(get_args(TableCode)) - TESTED_HERE - TESTED_THERE <= codes


def test_every_file_has_its_expectation() -> None:
    assert {path.name for path in FOLDER.iterdir()} | FAULTY.keys() == {*EXPECTED, "expected.yaml"}


def test_a_file_over_the_limit_is_refused_unread(
    tmp_path: Path, model: Model, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "large.csv"
    path.write_bytes(b"office\n" + b"x" * 30)
    monkeypatch.setattr(reading, "LARGEST", 0.00003)
    assert [fault.code for fault in faults_of(path, model)] == ["too_large"]
    assert reading.read_table(b"office\nx\n", name="small.csv", model=model).faults == ()


def test_a_parquet_file_that_unpacks_to_too_much_is_refused(
    tmp_path: Path, model: Model, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "bomb.parquet"
    pd.DataFrame({"office": np.full(1000, "a")}).to_parquet(path)
    monkeypatch.setattr(reading, "MOST_CELLS", 999)
    assert [fault.code for fault in faults_of(path, model)] == ["too_many_cells"]


def test_a_hundred_thousand_faults_are_told_in_good_time(model: Model) -> None:
    table = "office,contact_person\n" + "".join(f"K{number},kanskje\n" for number in range(100_000))
    read = reading.read_table(table.encode(), name="many.csv", model=model)
    with pytest.raises(FaultsError) as caught:
        read.answers()
    assert len(caught.value.faults) == 100_000


def test_what_a_terminal_would_obey_is_not_repeated() -> None:
    fault = Fault("unknown_answer", "a\x1b[2J.csv", 2, "x", {"found": "\x1b]0;title\x07" + "y" * 500})
    text = fault_text(fault, Translator("en"))
    assert text.isprintable()
    assert len(text) < 200


def test_a_few_texts_have_the_faults_of_their_table(model: Model) -> None:
    rows = [
        {"office": "one", "contact_person": "yess", "unknown": "1"},
        {"office": " one ", "contact_person": "yes", "office_tools_training": "12"},
        {"office": " ", "contact_person": ""},
        {"office": "x" * 201},
    ]
    found = []
    for table in (rows, pd.DataFrame(rows, dtype="string")):
        with pytest.raises(FaultsError) as caught:
            encode(table, model=model, file="few.csv")
        found.append(caught.value.faults)
    assert found[0] == found[1]
    assert {fault.code for fault in found[0]} == {
        "unknown_answer",
        "unknown_column",
        "doubled_office",
        "office_without_name",
        "office_name_length",
    }
