"""A million offices through the engine, and through straightforward pandas in the same process."""

from __future__ import annotations

import resource
import time

import numpy as np
import pytest

from benchmarks.random_answers import random_answers
from benchmarks.straightforward import as_table, rate_in_pandas
from scoring.model import Model, load_model
from scoring.rating import rate

OFFICES = 1_000_000
ROUNDS = 5
SECONDS = 1.0
GIGABYTES = 2.0
RATIO = 10


@pytest.fixture(scope="module")
def model() -> Model:
    return load_model()


def test_a_million_offices(model: Model) -> None:
    answers = random_answers(OFFICES, model=model)
    seconds = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        rate(answers, model=model)
        seconds.append(time.perf_counter() - start)
    engine = min(seconds)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    table = as_table(answers, model=model)
    start = time.perf_counter()
    rate_in_pandas(table, model=model)
    in_pandas = time.perf_counter() - start
    print(f"\n{OFFICES:,} offices x {len(model.indicators)} indicators: criteria, total, coverage, interval")
    print(f"  engine {engine:6.2f} s (best of {ROUNDS}), peak memory with the answers {peak:.2f} GB")
    print(f"  pandas {in_pandas:6.2f} s, the straightforward version")
    print(f"  ratio  {in_pandas / engine:6.0f}")
    assert engine <= SECONDS
    assert peak <= GIGABYTES
    assert in_pandas / engine >= RATIO


def test_both_agree(model: Model) -> None:
    answers = random_answers(2_000, model=model)
    rating = rate(answers, model=model)
    plain = rate_in_pandas(as_table(answers, model=model), model=model)
    assert np.allclose(rating.score, plain[list(model.criteria)], equal_nan=True)
    assert np.allclose(rating.total["score"], plain["total"])
    for end in ("coverage", "low", "high"):
        assert np.allclose(rating.total[end], plain[f"total.{end}"])
