"""How sure the ranks of some hundred offices are: 2,000 weightings while somebody waits."""

from __future__ import annotations

import tracemalloc
from typing import TYPE_CHECKING

import pytest

from benchmarks.random_answers import random_answers
from scoring import Rating, load_model, rate
from scoring.ranks import RankUncertainty, rank_uncertainty
from scoring.weightings import DRAWS

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture

OFFICES = 400
SECONDS = 2.0
MEGABYTES = 200


@pytest.fixture(scope="module")
def rating() -> Rating:
    model = load_model()
    return rate(random_answers(OFFICES, model=model), model=model)


def test_ranks_under_other_weights(benchmark: BenchmarkFixture, rating: Rating) -> None:
    def ranked() -> RankUncertainty:
        return rank_uncertainty(rating)

    assert benchmark(ranked).drawn.shape == (OFFICES, DRAWS)
    if benchmark.enabled and benchmark.stats is not None:
        median = benchmark.stats["median"]
        print(f"\n{OFFICES} offices x {DRAWS:,} weightings: {median:.2f} s median, at most {SECONDS:.0f}")
        assert median <= SECONDS


@pytest.mark.parametrize("times", [1, 10])
def test_the_memory_that_ranks_take(rating: Rating, times: int) -> None:
    tracemalloc.start()
    rank_uncertainty(rating, draws=times * DRAWS)
    peak = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    print(f"\n{OFFICES} offices x {times * DRAWS:,} weightings: {peak:.0f} MB, at most {MEGABYTES}")
    assert peak <= MEGABYTES
