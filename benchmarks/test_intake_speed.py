"""Ten thousand offices that have answered everything, from the bytes of an upload to their ratings."""

from __future__ import annotations

import io
import resource
import time
from typing import TYPE_CHECKING

import pytest
import xlsxwriter

from benchmarks.random_rows import random_rows
from scoring.intake import sort_rows
from scoring.model import Model, load_model
from scoring.rating import rate
from scoring.tables import read_table

if TYPE_CHECKING:
    import pandas as pd

OFFICES = 10_000
SECONDS = 10.0


@pytest.fixture(scope="module")
def model() -> Model:
    return load_model()


@pytest.fixture(scope="module")
def files(model: Model) -> dict[str, bytes]:
    rows = random_rows(OFFICES, model=model)
    csv = rows.to_csv(index=False, sep=";", decimal=",").encode("utf-8-sig")
    return {"svar.csv": csv, "svar.xlsx": _workbook(rows)}


def _workbook(rows: pd.DataFrame) -> bytes:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Svar")
        sheet.write_row(0, 0, list(rows.columns))
        for number, cells in enumerate(rows.itertuples(index=False), start=1):
            sheet.write_row(number, 0, list(cells))
    return buffer.getvalue()


@pytest.mark.parametrize("name", ["svar.csv", "svar.xlsx"])
def test_ten_thousand_offices_from_bytes_to_ratings(name: str, files: dict[str, bytes], model: Model) -> None:
    start = time.perf_counter()
    found = sort_rows(read_table(files[name], name=name, model=model))
    read = time.perf_counter()
    assert found.answers is not None
    assert len(rate(found.answers, model=model).total) == OFFICES
    end = time.perf_counter()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    print(f"\n{OFFICES:,} offices in words, {name}, {len(files[name]) / 10**6:.1f} MB")
    print(f"  read and sorted {read - start:5.2f} s, rated {end - read:5.2f} s, peak memory {peak:.2f} GB")
    assert end - start <= SECONDS
