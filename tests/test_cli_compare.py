"""`tikamp compare`: offices of several files side by side, with ranks and how sure they are."""

from __future__ import annotations

import io
import json
import subprocess
from dataclasses import asdict
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest

from scoring import FaultsError, Model, rate
from scoring.ranks import rank_uncertainty
from scoring.several import read_several
from scoring.tables import read_answers
from tests.command_line import EXAMPLES, environment, run, words_of, write

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
        asdict(read_several(halves, model=model)), asdict(read_answers(EXAMPLES, model=model))
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
