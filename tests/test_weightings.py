"""Other weights of the criteria: which can be used, and how they are drawn."""

from __future__ import annotations

import numpy as np
import pytest

from scoring import load_model
from scoring.weightings import CONCENTRATION, DRAWS, centre_of, draw_weights, draws_for

MODEL = load_model()
CRITERIA = list(MODEL.criteria)
ONE_ONLY = {**dict.fromkeys(CRITERIA, 0.0), CRITERIA[0]: 1.0}


@pytest.mark.parametrize(
    "weights",
    [
        {CRITERIA[0]: 1.0},
        {**ONE_ONLY, "contcat": 1.0},
        {**ONE_ONLY, CRITERIA[1]: -1.0},
        {**ONE_ONLY, CRITERIA[1]: np.nan},
        dict.fromkeys(CRITERIA, 0.0),
    ],
)
def test_weights_that_cannot_be_used_are_refused(weights: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="weights are"):
        centre_of(weights, model=MODEL)


@pytest.mark.parametrize(("draws", "concentration"), [(0, 100.0), (10, 0.0), (10, np.nan)])
def test_draws_that_cannot_be_made_are_refused(draws: int, concentration: float) -> None:
    with pytest.raises(ValueError, match="draws are"):
        draw_weights(np.ones(10), draws=draws, concentration=concentration, seed=1)


def test_drawn_weights_lie_around_their_centre() -> None:
    centre = np.array([0.0, 1.0, 3.0, 4.0])
    drawn = draw_weights(centre, draws=20_000, concentration=50, seed=1)
    mean = centre / 8
    assert drawn.sum(axis=0) == pytest.approx(1)
    assert drawn.mean(axis=1) == pytest.approx(mean, abs=0.003)
    assert drawn.std(axis=1) == pytest.approx(np.sqrt(mean * (1 - mean) / 51), abs=0.003)


def test_a_weight_is_drawn_as_0_only_if_it_is_0() -> None:
    drawn = draw_weights(np.array([1.0, 1e-6, 0.0]), draws=100, concentration=1, seed=1)
    assert (drawn > 0).all(axis=1).tolist() == [True, True, False]
    assert (drawn[2] == 0).all()


def test_nine_in_ten_weights_are_drawn_between_half_and_one_and_a_half_times() -> None:
    drawn = draw_weights(np.ones(10), draws=20_000, concentration=CONCENTRATION, seed=1)
    assert np.quantile(drawn[0], [0.05, 0.95]) * 10 == pytest.approx([0.56, 1.53], abs=0.02)


@pytest.mark.parametrize(
    ("offices", "draws"),
    [(0, DRAWS), (2, DRAWS), (2_000, DRAWS), (4_000, 1_000), (10_000, 400), (10**6, 100)],
)
def test_more_offices_are_ranked_under_fewer_weightings(offices: int, draws: int) -> None:
    """So that ten thousand offices take about as long as two thousand."""
    assert draws_for(offices) == draws
