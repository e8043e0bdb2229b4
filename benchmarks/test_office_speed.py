"""One office: what each answer on the screen costs the server."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from report.scorecard import Scorecard, build_scorecard
from scoring import Assessment, Model, Nation, build_nation, load_figures, load_model
from scoring.paths import DATA
from scoring.tables import read_assessments

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture

MILLISECONDS = 150  # a change on the screen costs the server less than this


@pytest.fixture(scope="module")
def model() -> Model:
    return load_model()


@pytest.fixture(scope="module")
def nation(model: Model) -> Nation:
    return build_nation(model, load_figures())


@pytest.fixture(scope="module")
def office() -> Assessment:
    return next(iter(read_assessments(DATA / "example_offices.csv", model=load_model()).values()))


def test_a_whole_scorecard(
    benchmark: BenchmarkFixture, office: Assessment, model: Model, nation: Nation
) -> None:
    """Check, rate, compare and rank the measures of one office."""

    def build() -> Scorecard:
        return build_scorecard(office, model=model, nation=nation)

    scorecard = benchmark(build)
    assert scorecard.assessment is office
    if benchmark.enabled and benchmark.stats is not None:
        assert benchmark.stats["median"] * 1000 <= MILLISECONDS
