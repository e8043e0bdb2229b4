"""What docs/scale.md says about engines for many machines is so: its code is run here as it stands there."""

from __future__ import annotations

import importlib
import re
import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any, Final

import dask
import pandas as pd
import pytest

from report.ratings_table import ratings_table
from scoring import FaultsError, load_model, rate
from scoring.paths import ROOT
from scoring.tables import read_answers
from tests.command_line import EXAMPLES

if TYPE_CHECKING:
    from pathlib import Path

PAGE: Final = (ROOT / "docs" / "scale.md").read_text(encoding="utf-8")
BLOCKS: Final = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Give the page's code as a module, which the engine's processes can import as well."""
    name = "code_of_the_page"
    (tmp_path / f"{name}.py").write_text(BLOCKS[0], encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, name, raising=False)
    # A new process runs the main module of this one again, and AppTest leaves a page of the app in its place.
    monkeypatch.setitem(sys.modules, "__main__", ModuleType("__main__"))
    return importlib.import_module(name)


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    path = tmp_path / "answers.parquet"
    pd.read_csv(EXAMPLES).to_parquet(path, row_group_size=9)
    return path


def expected() -> pd.DataFrame:
    model = load_model()
    return ratings_table(rate(read_answers(EXAMPLES, model=model), model=model))


@pytest.mark.parametrize("scheduler", ["threads", "processes"])
def test_dask_gives_the_same_ratings(scheduler: str, page: ModuleType, answers: Path, tmp_path: Path) -> None:
    folder = tmp_path / "ratings"
    with dask.config.set({"scheduler": scheduler, "dataframe.parquet.minimum-partition-size": 1}):
        page.rate_with_dask(str(answers), str(folder))
    ratings = pd.concat(map(pd.read_parquet, sorted(folder.glob("*.parquet"))), ignore_index=True)
    pd.testing.assert_frame_equal(ratings, expected(), check_exact=True, check_dtype=False)


@pytest.mark.parametrize("parts", [1, 7, 60])
def test_any_partitions_give_the_same_ratings(parts: int, page: ModuleType) -> None:
    offices = pd.read_csv(EXAMPLES, dtype="string")
    frame = page.dd.from_pandas(offices, npartitions=1).repartition(
        divisions=sorted({0, *range(0, len(offices), max(1, len(offices) // parts)), len(offices) - 1})
    )
    ratings = frame.map_partitions(page.rated, meta=page.heading()).compute(scheduler="sync")
    pd.testing.assert_frame_equal(ratings.reset_index(drop=True), expected(), check_exact=True)


def test_parts_one_after_the_other_give_the_same_ratings(page: ModuleType) -> None:
    """As Spark's mapInPandas hands them over, an empty one among them."""
    offices = pd.read_csv(EXAMPLES, dtype="string")
    parts = [offices[:5], offices[:0], offices[5:]]
    ratings = pd.concat(page.rated_parts(iter(parts)), ignore_index=True)
    pd.testing.assert_frame_equal(ratings, expected(), check_exact=True)


def test_the_columns_are_told_to_spark(page: ModuleType) -> None:
    names: dict[str, Any] = {"heading": page.heading}
    exec(compile(BLOCKS[1].partition("spark.read")[0], "docs/scale.md", "exec"), names)  # noqa: S102 - our own page
    told = dict(part.rsplit(" ", 1) for part in names["schema"].split(", "))
    assert list(told) == [f"`{name}`" for name in expected()]
    assert (told["`office`"], told["`total.score`"], told["`total.rated`"]) == ("string", "double", "bigint")


def test_names_in_several_partitions_are_found(page: ModuleType, tmp_path: Path) -> None:
    folder = tmp_path / "answers"
    folder.mkdir()
    for number, names in enumerate((["A", "B"], [" A", "C"])):
        pd.DataFrame({"office": names}).to_parquet(folder / f"{number}.parquet")
    assert page.doubled_offices(str(folder)) == ["A"]


def test_a_fault_reaches_who_asked_from_another_process(page: ModuleType) -> None:
    offices = page.dd.from_pandas(pd.DataFrame({"office": ["A", "B"], "fte": ["3", "x"]}), npartitions=2)
    ratings = offices.map_partitions(page.rated, meta=page.heading())
    with pytest.raises(FaultsError) as caught:
        ratings.compute(scheduler="processes")
    assert [(fault.code, fault.column) for fault in caught.value.faults] == [("number_expected", "fte")]
