"""`tikamp template`, `report`, `validate`, `--version` and `--help`."""

from __future__ import annotations

import csv
import io
import shutil
from typing import TYPE_CHECKING

import pandas as pd
import pytest

import cli.office_report
from report.file_names import file_name
from scoring import Model, encode
from scoring.encode import all_columns
from scoring.paths import CRITERIA
from scoring.tables import read_table
from tests.command_line import EXAMPLES, run, write
from tests.workbooks import workbook

if TYPE_CHECKING:
    from pathlib import Path

    from report.content_case import Case


pytestmark = pytest.mark.usefixtures("elsewhere")


def test_the_blank_form_is_one_row_and_holds_no_offices(tmp_path: Path, model: Model) -> None:
    form = tmp_path / "form.csv"
    assert run("template", "--out", form).exit_code == 0
    assert form.read_text(encoding="utf-8") == ",".join(all_columns(model)) + "\n"
    result = run("score", form)
    assert result.exit_code == 1
    assert "ingen kontorer" in result.stderr


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_the_form_is_a_spreadsheet_where_its_name_ends_so(
    language: str, tmp_path: Path, model: Model
) -> None:
    form = tmp_path / "form.xlsx"
    assert run("template", "--out", form, "--language", language).exit_code == 0
    assert read_table(form.read_bytes(), name=form.name, model=model).cells.empty
    assert run("score", form).exit_code == 1
    assert run("template", "--explain", "--out", tmp_path / "explained.xlsx").exit_code == 2
    assert not (tmp_path / "explained.xlsx").exists()


def test_score_and_report_read_a_spreadsheet(tmp_path: Path) -> None:
    file = tmp_path / "svar.xlsx"
    heading = ["Kontor", "Hvor mange årsverk har kontoret i alt?", "contact_person"]
    file.write_bytes(workbook(Svar=[heading, ["Eksempelvik", 3.5, "Ja"], ["Prøvedal", "mye", "Nei"]]))
    assert run("report", file, "--office", "Eksempelvik").exit_code == 0
    result = run("report", file, "--office", "Prøvedal")
    assert result.exit_code == 1
    assert "svar.xlsx, ark Svar, rad 3, kolonne B (Hvor mange årsverk" in result.stderr
    assert "«mye»" in run("score", file).stderr
    file.write_bytes(workbook(Svar=[heading, ["Eksempelvik", 3.5, "Ja"]]))
    assert run("score", file).stdout.count("Eksempelvik") == 1


def test_a_filled_form_is_rated(tmp_path: Path, model: Model) -> None:
    heading = run("template").stdout
    file = write(
        tmp_path / "filled.csv", heading + "Eksempelvik" + "," * (len(all_columns(model)) - 1) + "\n"
    )
    assert run("score", file).exit_code == 0


@pytest.mark.parametrize(
    ("language", "word"), [("nb", "gyldige svar"), ("nn", "gyldige svar"), ("en", "allowed answers")]
)
def test_every_column_of_the_form_is_explained(language: str, word: str, model: Model) -> None:
    rows = list(csv.reader(io.StringIO(run("template", "--explain", "--language", language).stdout)))
    assert rows[0][5] == word
    assert [row[0] for row in rows[1:]] == all_columns(model)
    assert all(row[2] and row[4] and row[5] for row in rows[1:])


def test_the_answers_in_the_explanation_are_those_that_are_read(model: Model) -> None:
    rows = csv.reader(io.StringIO(run("template", "--explain").stdout))
    answers = {row[0]: row[5] for row in rows}
    assert answers["contact_person"] == "yes = Ja; partly = Delvis; no = Nei"
    assert answers["persons"] == "Tall fra 1 til 500"
    assert answers["opened"] == "Tall fra 1980 til 2100"
    word = answers["ladder.tax"].split(" = ")[0]
    encode(pd.DataFrame({"office": ["A"], "ladder.tax": [word]}), model=model)


def test_report_writes_a_pdf_for_the_office_that_is_named(tmp_path: Path) -> None:
    office = pd.read_csv(EXAMPLES)["office"].iloc[0]
    out = tmp_path / "one.pdf"
    result = run("report", EXAMPLES, "--office", office, "--out", out, "--language", "nn")
    assert result.exit_code == 0, result.output
    assert out.read_bytes().startswith(b"%PDF")


def test_report_names_the_file_after_the_office(tmp_path: Path) -> None:
    file = write(tmp_path / "svar.csv", "office,fte\nBø & Ås / servicetorg,3\n")
    assert run("report", file, "--office", "Bø & Ås / servicetorg").exit_code == 0
    assert (tmp_path / "bø-ås-servicetorg.pdf").read_bytes().startswith(b"%PDF")
    assert file_name("../../etc/passwd", "pdf") == "etc-passwd.pdf"
    assert file_name("***", "pdf") == "tikamp.pdf"


@pytest.mark.parametrize("kind", ["example", "real"])
def test_report_says_that_an_example_is_synthetic(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = pd.read_csv(EXAMPLES)["office"].iloc[0] if kind == "example" else "Et virkelig kontor"
    file = write(tmp_path / "copied.csv", f"office,fte\n{office},3\n")
    told: list[bool] = []

    def keep(case: Case) -> bytes:
        told.append(case.synthetic)
        return b"%PDF"

    monkeypatch.setattr(cli.office_report, "scorecard_pdf", keep)
    assert run("report", file, "--office", office).exit_code == 0
    assert told == [kind == "example"]


def test_report_suggests_the_office_that_was_meant() -> None:
    office = str(pd.read_csv(EXAMPLES)["office"].iloc[0])
    result = run("report", EXAMPLES, "--office", office.upper())
    assert result.exit_code == 2
    assert f"Mente du «{office}»?" in result.stderr


def test_report_tells_the_offices_own_faults_at_its_row(tmp_path: Path) -> None:
    file = write(tmp_path / "svar.csv", "office,fte\nA,x\nB,y\nC,3\n")
    result = run("report", file, "--office", "B")
    assert result.exit_code == 1
    assert "svar.csv, rad 3, kolonne fte: «y»" in result.stderr
    assert "«x»" not in result.stderr
    assert run("report", file, "--office", "C").exit_code == 0


def test_validate_says_what_the_model_holds(model: Model) -> None:
    result = run("validate")
    assert result.exit_code == 0
    assert model.version in result.stdout
    assert model.fingerprint in result.stdout
    assert "10 kriterier" in result.stdout


def test_validate_lists_all_faults_with_file_and_line(tmp_path: Path) -> None:
    folder = tmp_path / "criteria"
    shutil.copytree(CRITERIA, folder)
    for name, old, new in (
        ("04_contact.yaml", "strength: direct", "strenght: direct"),
        ("method.yaml", "criterion_coverage: 0.5", "criterion_coverage: 5"),
    ):
        path = folder / name
        path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    result = run("validate", folder, "--language", "en")
    assert result.exit_code == 1
    assert "3 faults:" in result.stderr
    assert "04_contact.yaml:16, " in result.stderr
    assert "Did you mean “strength”?" in result.stderr
    assert "method.yaml:" in result.stderr


def test_version_names_program_and_model(model: Model) -> None:
    result = run("--version")
    assert result.exit_code == 0
    assert result.stdout == f"tikamp 0.1.0 (model {model.version})\n"


@pytest.mark.parametrize(
    "words", [[], ["score"], ["compare"], ["template"], ["report"], ["validate"], ["serve"]]
)
def test_help_is_at_hand(words: list[str]) -> None:
    result = run(*words, "--help")
    assert result.exit_code == 0
    assert "Bruk: " in result.stdout
