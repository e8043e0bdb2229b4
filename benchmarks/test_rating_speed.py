"""A million offices through the engine, and through straightforward pandas in the same process."""

from __future__ import annotations

import resource
import time
import numpy as np
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.random_answers import random_answers
from benchmarks.straightforward import as_table, rate_in_pandas
from scoring.model import Model, load_model
from scoring.rating import rate

OFFICES = 1_000_000
SECONDS = 1.0
GIGABYTES = 2.0
RATIO = 10


@pytest.fixture(scope="module")
def model() -> Model:
    return load_model()


def test_a_million_offices(benchmark: BenchmarkFixture, model: Model) -> None:
    answers = random_answers(OFFICES, model=model)
    benchmark.pedantic(rate, args=(answers,), kwargs={"model": model}, rounds=5, warmup_rounds=1)
    engine = benchmark.stats["min"]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    table = as_table(answers, model=model)
    start = time.perf_counter()
    rate_in_pandas(table, model=model)
    pandas_version = time.perf_counter() - start
    ratio = pandas_version / engine
    print(f"\n{OFFICES:,} offices, {len(model.indicators)} indicators, criteria, total, coverage, interval:")
    print(f"  engine {engine:.2f} s, peak {peak:.2f} GB; pandas {pandas_version:.2f} s; {ratio:.0f} times as fast")
    assert engine <= SECONDS
    assert peak <= GIGABYTES
    assert ratio >= RATIO


def test_both_agree(model: Model) -> None:
    answers = random_answers(2_000, model=model)
    rating = rate(answers, model=model)
    plain = rate_in_pandas(as_table(answers, model=model), model=model)
    assert np.allclose(rating.score, plain[list(model.criteria)], equal_nan=True)
    assert np.allclose(rating.total["score"], plain["total"])
    for end in ("coverage", "low", "high"):
        assert np.allclose(rating.total[end], plain[f"total.{end}"])
