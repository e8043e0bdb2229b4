"""`tikamp score`, as a person and as a script use it: ratings, faults, exit codes."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pandas as pd
import pytest
from typer.testing import CliRunner

import cli.score
from cli.main import app
from report.ratings_table import DIGITS, harmless, ratings_table, table_bytes
from scoring import Model, rate
from scoring.tables import read_answers
from tests.command_line import EXAMPLES, run, run_in, write

if TYPE_CHECKING:
    from pathlib import Path

FAULTY = "office;contact_person;fte\nA;Jaa;3,5\nA;yes;x\n"


pytestmark = pytest.mark.usefixtures("elsewhere")


def test_score_rates_the_forty_examples(model: Model) -> None:
    result = run("score", EXAMPLES)
    table = pd.read_csv(io.StringIO(result.stdout))
    rating = rate(read_answers(EXAMPLES, model=model), model=model)
    assert result.exit_code == 0
    assert result.stderr == ""
    assert table["office"].tolist() == list(rating.total.index)
    pd.testing.assert_series_equal(
        table["total.score"], rating.total["score"].round(DIGITS), check_index=False, check_names=False
    )


def test_the_table_has_a_column_for_every_stage(model: Model) -> None:
    table = ratings_table(rate(read_answers(EXAMPLES, model=model), model=model))
    assert table.columns.is_unique
    parts = ("score", "low", "high", "coverage", "level", "outcome")
    for code in ("total", *model.criteria):
        assert {f"{code}.{part}" for part in parts} <= set(table.columns)
    for code in model.indicators:
        assert {f"{code}.points", f"{code}.outcome"} <= set(table.columns)


def test_what_is_not_rated_is_missing_and_never_nought(model: Model) -> None:
    table = ratings_table(rate(read_answers(EXAMPLES, model=model), model=model))
    unrated = table[table["total.outcome"] == "too_little_data"]
    assert len(unrated) > 0
    assert unrated["total.score"].isna().all()
    assert unrated["total.level"].isna().all()
    assert unrated["total.low"].notna().all()


@pytest.mark.parametrize("form", ["csv", "json", "parquet"])
def test_the_three_formats_say_the_same(form: str, tmp_path: Path, model: Model) -> None:
    out = tmp_path / f"ratings.{form}"
    result = run("score", EXAMPLES, "--out", out, "--language", "en")
    table = (
        pd.read_csv(out) if form == "csv" else pd.read_json(out) if form == "json" else pd.read_parquet(out)
    )
    expected = ratings_table(rate(read_answers(EXAMPLES, model=model), model=model))
    assert result.exit_code == 0
    assert "40 offices: 34 got a total score." in result.stderr
    assert list(table.columns) == list(expected.columns)
    assert table["total.score"].to_numpy() == pytest.approx(expected["total.score"].to_numpy(), nan_ok=True)
    assert table["office"].tolist() == expected["office"].tolist()
    assert int(table["total.level"].isna().sum()) == int(expected["total.level"].isna().sum())


def test_the_format_can_be_told_apart_from_the_name(tmp_path: Path) -> None:
    out = tmp_path / "ratings.dat"
    assert run("score", EXAMPLES, "--out", out).exit_code == 2
    assert not out.exists()
    assert run("score", EXAMPLES, "--out", out, "--format", "json").exit_code == 0
    assert len(json.loads(out.read_text(encoding="utf-8"))) == 40


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_formulas_are_made_harmless(start: str) -> None:
    table = harmless(
        pd.DataFrame({"office": [f"{start}cmd|' /C calc'!A0", "plain"], "total.score": [-1.5, 2]})
    )
    assert table["office"].tolist() == [f"'{start}cmd|' /C calc'!A0", "plain"]
    assert table["total.score"].tolist() == [-1.5, 2]


def test_an_office_named_like_a_formula_is_harmless_in_csv_and_exact_elsewhere(tmp_path: Path) -> None:
    file = write(tmp_path / "a.csv", "office,fte\n=1+1,3\n")
    rows = list(csv.DictReader(io.StringIO(run("score", file).stdout)))
    assert rows[0]["office"] == "'=1+1"
    assert json.loads(run("score", file, "--format", "json").stdout)[0]["office"] == "=1+1"


@pytest.mark.parametrize(
    "content",
    [
        "office;contact_person;fte\r\nBø;yes;3,5\r\n".encode("cp1252"),
        b"\xef\xbb\xbf" + "office,contact_person,fte\nBø,yes,3.5\n".encode(),
        'office,contact_person,fte\nBø,yes,"3,5"\n'.encode(),
        "office\tcontact_person\tfte\nBø\tyes\t3,5\n".encode("utf-16"),
    ],
)
def test_score_reads_what_spreadsheets_write(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "svar.csv"
    file.write_bytes(content)
    row = json.loads(run("score", file, "--format", "json").stdout)[0]
    assert row["office"] == "Bø"
    assert row["contact_person.points"] == 1


# ---------------------------------------------------------------- faults


def test_all_faults_of_a_file_are_told_at_once_and_nothing_is_written(tmp_path: Path) -> None:
    file = write(tmp_path / "svar.csv", FAULTY)
    out = write(tmp_path / "old.csv", "as it was")
    result = run("score", file, "--out", out)
    lines = result.stderr.splitlines()
    assert result.exit_code == 1
    assert result.stdout == ""
    assert lines[0] == "3 feil:"
    assert "svar.csv, rad 2, kolonne contact_person: «Jaa»" in lines[1]
    assert "rad 3, kolonne fte" in lines[2]
    assert "rad 3, kolonne office" in lines[3]
    assert out.read_text(encoding="utf-8") == "as it was"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["old.csv", "svar.csv"]


@pytest.mark.parametrize(("language", "word"), [("nb", "rad 2"), ("nn", "Meinte du"), ("en", "Did you mean")])
def test_faults_are_told_in_the_language(language: str, word: str, tmp_path: Path) -> None:
    file = write(tmp_path / "svar.csv", FAULTY)
    assert word in run("score", file, "--language", language).stderr
    assert word in run_in(language, "score", file).stderr


@pytest.mark.parametrize(
    "words",
    [
        ["score", "nowhere.csv"],
        ["score", "."],
        ["score"],
        ["score", str(EXAMPLES), "--format", "xls"],
        ["score", str(EXAMPLES), "--out", "no/such/folder/x.csv"],
        ["report", str(EXAMPLES), "--office", "Eksempel"],
        ["report", str(EXAMPLES)],
        ["template", "--language", "de"],
        ["serve", "--port", "99999"],
        ["validate", "nowhere"],
        ["unknown"],
    ],
)
def test_wrong_use_ends_with_two_and_a_message(words: list[str]) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert result.stderr.strip()
    assert "Traceback" not in result.output


def test_an_unexpected_error_is_declared(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        message = "a bug"
        raise RuntimeError(message)

    monkeypatch.setattr(cli.score, "ratings_table", fail)
    result = run("score", EXAMPLES)
    assert result.exit_code == 3
    assert "RuntimeError: a bug" in result.stderr
    assert "Traceback" not in result.output
    debugging = CliRunner(env={"TIKAMP_DEBUG": "1"}).invoke(app, ["score", str(EXAMPLES)])
    assert isinstance(debugging.exception, RuntimeError)


def test_table_bytes_end_with_a_line_end() -> None:
    table = pd.DataFrame({"office": ["A"]})
    assert table_bytes(table, "csv").endswith(b"\n")
    assert table_bytes(table, "json").endswith(b"\n")
