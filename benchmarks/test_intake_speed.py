"""Ten thousand offices that have answered everything, from the bytes of an upload to their ratings."""

from __future__ import annotations

import resource
import time
from typing import TYPE_CHECKING

import pytest

from benchmarks.ten_thousand import OFFICES
from scoring.intake import sort_rows
from scoring.rating import rate
from scoring.tables import read_table

if TYPE_CHECKING:
    from scoring.model import Model

SECONDS = 10.0


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
