"""Offices compared while somebody waits: ranks under 2,000 weightings, shared measures, the nearest."""

from __future__ import annotations

import time
import tracemalloc
from typing import TYPE_CHECKING

import pytest

from benchmarks.random_answers import random_answers
from scoring import Answers, Model, Rating, load_model, rate
from scoring.groups import NEAREST, profiles
from scoring.neighbours import nearest_of_all
from scoring.ranks import RankUncertainty, rank_uncertainty
from scoring.shared import SharedMeasures, shared_measures
from scoring.weightings import DRAWS

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture

OFFICES = 400
SECONDS = 2.0
MANY = 10_000
MANY_SECONDS = 10
MEGABYTES = 200


@pytest.fixture(scope="module")
def model() -> Model:
    return load_model()


@pytest.fixture(scope="module")
def answers(model: Model) -> Answers:
    return random_answers(OFFICES, model=model)


@pytest.fixture(scope="module")
def rating(answers: Answers, model: Model) -> Rating:
    return rate(answers, model=model)


def within_limits(benchmark: BenchmarkFixture, what: str) -> None:
    if benchmark.enabled and benchmark.stats is not None:
        median = benchmark.stats["median"]
        print(f"\n{what}: {median:.2f} s median, at most {SECONDS:.0f}")
        assert median <= SECONDS


def test_ranks_under_other_weights(benchmark: BenchmarkFixture, rating: Rating) -> None:
    def ranked() -> RankUncertainty:
        return rank_uncertainty(rating)

    assert benchmark(ranked).drawn.shape == (OFFICES, DRAWS)
    within_limits(benchmark, f"{OFFICES} offices x {DRAWS:,} weightings")


def test_measures_that_offices_share(benchmark: BenchmarkFixture, answers: Answers, model: Model) -> None:
    def shared() -> SharedMeasures:
        return shared_measures(answers, model=model)

    assert len(benchmark(shared).gains) == OFFICES
    within_limits(benchmark, f"what {OFFICES} offices could do together")


def test_the_nearest_of_ten_thousand(model: Model) -> None:
    profile = profiles(random_answers(MANY, model=model), model=model)
    start = time.perf_counter()
    assert nearest_of_all(profile).shape == (MANY, NEAREST)
    seconds = time.perf_counter() - start
    print(f"\nthe nearest of each of {MANY:,} offices: {seconds:.1f} s, at most {MANY_SECONDS}")
    assert seconds <= MANY_SECONDS


@pytest.mark.parametrize("times", [1, 10])
def test_the_memory_that_ranks_take(rating: Rating, times: int) -> None:
    tracemalloc.start()
    rank_uncertainty(rating, draws=times * DRAWS)
    peak = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    print(f"\n{OFFICES} offices x {times * DRAWS:,} weightings: {peak:.0f} MB, at most {MEGABYTES}")
    assert peak <= MEGABYTES
