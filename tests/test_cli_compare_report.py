"""`tikamp compare` by own weights, on paper, and what an office program makes of its tables."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest

import cli.compare
from cli.compare import Order, write_comparison
from cli.guard import UseError
from i18n import Translator
from scoring import Model, rate
from scoring.own_weights import read_weights
from scoring.ranks import rank_uncertainty
from scoring.tables import read_answers
from tests.command_line import EXAMPLES, environment, run, words_of, write
from tests.office_program import converted
from tests.pdf_words import pdf_words

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("elsewhere")


# ------------------------------------------------------------------ own weights
WEIGHTS = """demand: 3
casework: 0
competence: 1.5
contact: 1
specialists: 1
enquiries: 1
economy: 1
user_surveys: 0
focus: 1
development: 1
"""


def test_own_weights_decide_the_ranks_and_nothing_else(tmp_path: Path, model: Model) -> None:
    file = write(tmp_path / "weights.yaml", WEIGHTS)
    table = pd.read_csv(io.StringIO(run("compare", EXAMPLES, "--weights", file).stdout))
    own = read_weights(file, model=model)
    ranks = rank_uncertainty(rate(read_answers(EXAMPLES, model=model), model=model), weights=own)
    assert own["demand"] == 3
    found = table["rank"].to_numpy(dtype=float, na_value=np.nan)
    assert found == pytest.approx(ranks.table["rank"].to_numpy(dtype=float, na_value=np.nan), nan_ok=True)
    usual = pd.read_csv(io.StringIO(run("compare", EXAMPLES).stdout))
    assert table["total.score"].equals(usual["total.score"])
    assert not table["rank"].equals(usual["rank"])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (WEIGHTS.replace("competence", "competance"), ["weights.yaml:3", "“competence”?", "is missing"]),
        (WEIGHTS.replace("casework: 0", "casework: -1"), ["weights.yaml:2, casework", "-1", "≥ 0"]),
        (WEIGHTS.replace("focus: 1", "focus: much"), ["weights.yaml:9, focus", "a number"]),
        (WEIGHTS.replace("focus: 1", "focus: [1]"), ["a list"]),
        (WEIGHTS.replace("focus: 1", "focus: true"), ["a number"]),
        (WEIGHTS.replace("focus: 1", "focus: .inf"), ["a number"]),
        (WEIGHTS.replace("focus: 1", "contact: 1"), ["contact", "focus"]),
        ("".join(f"{line.split(':')[0]}: 0\n" for line in WEIGHTS.splitlines()), ["must be above 0"]),
        ("- 1\n", ["a set of keys"]),
        ("", ["weights.yaml"]),
    ],
)
def test_every_fault_of_the_weights_is_told(text: str, words: list[str], tmp_path: Path) -> None:
    file = write(tmp_path / "weights.yaml", text)
    result = run("compare", EXAMPLES, "--weights", file, "--language", "en", "--out", tmp_path / "a.csv")
    assert result.exit_code == 1
    assert [word for word in words if word not in result.stderr] == []
    assert not (tmp_path / "a.csv").exists()


def test_weights_that_are_no_such_file_are_wrong_use(tmp_path: Path) -> None:
    assert run("compare", EXAMPLES, "--weights", "gone.yaml").exit_code == 2
    result = run("compare", EXAMPLES, "--weights", write(tmp_path / "weights.csv", WEIGHTS))
    assert result.exit_code == 2
    assert ".yaml" in result.stderr


# ------------------------------------------------------------------ on paper
@pytest.mark.parametrize(
    ("language", "words"),
    [("nb", "Varmekart"), ("nn", "Syntetiske døme, ikkje verkelege kontor"), ("en", "Heat map")],
)
def test_the_report_is_made_where_the_name_ends_so(language: str, words: str, tmp_path: Path) -> None:
    out = tmp_path / "report.pdf"
    weights = write(tmp_path / "weights.yml", WEIGHTS)
    result = run("compare", EXAMPLES, "--out", out, "--weights", weights, "--language", language)
    assert result.exit_code == 0, result.stderr
    assert words in pdf_words(out.read_bytes())
    assert re.search(r"1 \w+ 29 ?%", pdf_words(out.read_bytes()))


def test_the_report_goes_into_a_pipe_but_not_to_a_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    words = words_of("compare", str(EXAMPLES), "--format", "pdf")
    piped = subprocess.run(words, capture_output=True, check=True, env=environment())
    assert piped.stdout.startswith(b"%PDF")
    assert piped.stderr == b""
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    with pytest.raises(UseError):
        write_comparison(Order([EXAMPLES], None, "pdf", None), t=Translator("nb"))


def test_one_office_is_no_report_and_too_many_are_told_another_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = write(tmp_path / "one.csv", "office,fte\nA,3\n")
    result = run("compare", one, "--out", tmp_path / "report.pdf")
    assert result.exit_code == 2
    assert "to kontorer" in result.stderr
    monkeypatch.setattr(cli.compare, "MOST", 39)
    result = run("compare", EXAMPLES, "--out", tmp_path / "report.pdf")
    assert result.exit_code == 2
    assert "39 kontorer, og her er 40" in result.stderr
    assert list(tmp_path.glob("*.pdf")) == []


def test_libreoffice_opens_the_table_and_runs_nothing_of_it(tmp_path: Path) -> None:
    file = write(tmp_path / "in.csv", 'office,fte\n"=1+1",3\n"@SUM(1)",4\n')
    made = {"a.csv": run("compare", file).stdout_bytes}
    assert run("compare", file, "--out", tmp_path / "made.xlsx").exit_code == 0
    made["b.xlsx"] = (tmp_path / "made.xlsx").read_bytes()
    (tmp_path / "office").mkdir()
    opened = converted(made, "ods", tmp_path / "office")
    names = {
        name: list(pd.read_excel(io.BytesIO(data), engine="calamine")["office"])
        for name, data in opened.items()
    }
    assert names == {"a": ["'=1+1", "'@SUM(1)"], "b": ["=1+1", "@SUM(1)"]}


def test_the_spreadsheet_holds_the_table_and_no_formula(tmp_path: Path) -> None:
    file = write(tmp_path / "in.csv", 'office,fte\n"=1+1",3\nB,4\n')
    assert run("compare", file, "--out", tmp_path / "out.xlsx").exit_code == 0
    table = pd.read_excel(tmp_path / "out.xlsx", engine="calamine")
    assert list(table["office"]) == ["=1+1", "B"]
    with zipfile.ZipFile(tmp_path / "out.xlsx") as package:
        sheet = package.read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in sheet
