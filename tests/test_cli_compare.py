"""`tikamp compare`: offices of several files side by side, with ranks and how sure they are."""

from __future__ import annotations

import io
import json
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
from scoring import FaultsError, Model, rate
from scoring.own_weights import read_weights
from scoring.ranks import rank_uncertainty
from scoring.several import read_several
from scoring.tables import read_answers
from tests.command_line import EXAMPLES, environment, run, words_of, write
from tests.pdf_words import pdf_words

if TYPE_CHECKING:
    from pathlib import Path


pytestmark = pytest.mark.usefixtures("elsewhere")


@pytest.fixture
def halves(tmp_path: Path) -> list[Path]:
    """The example offices in two files."""
    heading, *rows = EXAMPLES.read_text(encoding="utf-8").splitlines()
    return [
        write(tmp_path / f"{name}.csv", "\n".join([heading, *part]) + "\n")
        for name, part in (("first", rows[:15]), ("second", rows[15:]))
    ]


def test_the_table_tells_what_the_engine_does(model: Model) -> None:
    result = run("compare", EXAMPLES)
    table = pd.read_csv(io.StringIO(result.stdout))
    ranks = rank_uncertainty(rate(read_answers(EXAMPLES, model=model), model=model))
    assert result.exit_code == 0, result.output
    assert result.stderr == ""
    for column, expected in {
        "total.score": ranks.table["total"],
        "rank": ranks.table["rank"],
        "rank.best": ranks.table["best"],
        "rank.worst": ranks.table["worst"],
        "rank.geometric": ranks.table["geometric"],
        "rank.weights_05": ranks.quantile(0.05),
        "rank.weights_95": ranks.quantile(0.95),
        "rank.among_best_5": ranks.among_best(5),
    }.items():
        wanted = expected.to_numpy(dtype=float, na_value=np.nan)
        assert table[column].to_numpy() == pytest.approx(wanted, abs=1e-6, nan_ok=True), column
    assert table["rank"].isna().sum() == 6
    assert {f"{code}.score" for code in model.criteria} <= set(table.columns)


def test_two_files_are_compared_as_one(halves: list[Path]) -> None:
    assert run("compare", *halves).stdout == run("compare", EXAMPLES).stdout


def test_several_files_are_read_as_one(halves: list[Path], model: Model) -> None:
    np.testing.assert_equal(
        vars(read_several(halves, model=model)), vars(read_answers(EXAMPLES, model=model))
    )


def test_the_nearest_are_others_and_only_those_that_can_be_compared(tmp_path: Path) -> None:
    rows = [
        "A,osk,2010,staff,library,5",
        "B,osk,2011,staff,library,6",
        "C,ksk,1990,other,town_hall,20",
        "D,,,,,",
    ]
    heading = "office,office_type,opened,placement,location,fte"
    file = write(tmp_path / "four.csv", "\n".join([heading, *rows]) + "\n")
    table = json.loads(run("compare", file, "--format", "json").stdout)
    assert [one["nearest.1"] for one in table] == ["B", "A", "B", None]
    assert [one["nearest.2"] for one in table] == ["C", "C", "A", None]
    assert all(one["nearest.3"] is None and one["rank"] is None for one in table)


@pytest.mark.parametrize("form", ["csv", "json", "parquet"])
def test_the_three_formats_say_the_same(form: str, tmp_path: Path) -> None:
    out = tmp_path / f"compared.{form}"
    result = run("compare", EXAMPLES, "--out", out, "--language", "en")
    table = (
        pd.read_csv(out) if form == "csv" else pd.read_json(out) if form == "json" else pd.read_parquet(out)
    )
    expected = pd.read_csv(io.StringIO(run("compare", EXAMPLES).stdout))
    assert result.exit_code == 0
    assert "40 offices: 34 got a rank." in result.stderr
    assert list(table.columns) == list(expected.columns)
    assert table["nearest.1"].fillna("").tolist() == expected["nearest.1"].fillna("").tolist()
    for column in ("rank", "rank.weights_50", "rank.among_best_5"):
        found = table[column].to_numpy(dtype=float, na_value=np.nan)
        assert found == pytest.approx(expected[column].to_numpy(), nan_ok=True)


@pytest.mark.parametrize(
    ("language", "words"),
    [("nb", "«A» står også i one.csv"), ("nn", "«A» står òg i one.csv"), ("en", "“A” is in one.csv too")],
)
def test_the_faults_of_all_files_are_told_at_once(language: str, words: str, tmp_path: Path) -> None:
    one = write(tmp_path / "one.csv", "office,fte\nA,3\n")
    two = write(tmp_path / "two.csv", "office,fte\nB,3\nA,4\n")
    three = write(tmp_path / "three.csv", "office,fte\nC,x\n")
    result = run("compare", one, two, three, "--out", tmp_path / "out.csv", "--language", language)
    assert result.exit_code == 1
    assert words in result.stderr
    assert "three.csv" in result.stderr
    assert not (tmp_path / "out.csv").exists()


def test_an_office_in_two_files_is_placed(tmp_path: Path, model: Model) -> None:
    files = [write(tmp_path / name, "office,fte\nA,3\n") for name in ("one.csv", "two.csv")]
    with pytest.raises(FaultsError) as caught:
        read_several(files, model=model)
    faults = [(fault.code, fault.file, fault.column) for fault in caught.value.faults]
    assert faults == [("office_in_two_files", "two.csv", "office")]


def test_a_file_that_is_not_there_is_wrong_use() -> None:
    result = run("compare", EXAMPLES, "gone.csv")
    assert result.exit_code == 2
    assert "gone.csv" in result.stderr
    assert run("compare").exit_code == 2


def test_a_pipe_gets_no_progress_and_no_colours() -> None:
    done = subprocess.run(words_of("compare", EXAMPLES), capture_output=True, env=environment(), check=True)
    assert done.stderr == b""
    assert b"\x1b" not in done.stdout


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


def test_the_spreadsheet_holds_the_table_and_no_formula(tmp_path: Path) -> None:
    file = write(tmp_path / "in.csv", 'office,fte\n"=1+1",3\nB,4\n')
    assert run("compare", file, "--out", tmp_path / "out.xlsx").exit_code == 0
    table = pd.read_excel(tmp_path / "out.xlsx", engine="calamine")
    assert list(table["office"]) == ["=1+1", "B"]
    with zipfile.ZipFile(tmp_path / "out.xlsx") as package:
        sheet = package.read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in sheet
