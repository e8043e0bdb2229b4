"""What offices could do together, and whom they could learn from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring import Answers, encode, load_model, rank_measures, rate
from scoring.assessment import Assessment, to_table
from scoring.shared import better_at, shared_measures, whom_to_learn_from
from tests.given_ratings import CRITERIA, given_rating, partly_open
from tests.strategies import offices
from tests.test_laws import PHASES

if TYPE_CHECKING:
    from random import Random

    from scoring import Rating
    from tests.given_ratings import Ends

MODEL = load_model()
FEW = settings(max_examples=30, deadline=None, phases=PHASES)
PARTLY = {code: "partly" for code, item in MODEL.asked.items() if item.kind == "three_point"} | {
    "setup_report": "no",
    "written_agreements": "no",
    "enquiries_registered": "no",
}


def _encode(*answers: dict[str, str]) -> Answers:
    return encode(to_table([Assessment(f"o{place}", one) for place, one in enumerate(answers)]), model=MODEL)


def test_a_joint_gain_is_the_sum_over_the_offices_that_want_it() -> None:
    """Half of criterion 4 is a twentieth of seven rated criteria; all of it is a seventh."""
    half, all_of_it = PARTLY, {**PARTLY, "contact_person": "no", "joint_follow_up": "no"}
    done = {**PARTLY, "contact_person": "yes", "joint_follow_up": "yes"}
    shared = shared_measures(_encode(half, all_of_it, done), model=MODEL)
    rated = rate(_encode(half), model=MODEL).total["rated"].iloc[0]
    assert shared.wanted["case_responsibility"].tolist() == [True, True, False]
    assert shared.gains["case_responsibility"].tolist() == pytest.approx([50 / rated, 100 / rated, 0])
    assert shared.summary.loc["case_responsibility", "gain"] == pytest.approx(150 / rated)
    assert shared.summary.loc["case_responsibility", "offices"] == 2


def test_an_office_without_a_total_wants_measures_whose_gain_is_not_known() -> None:
    shared = shared_measures(_encode(PARTLY, {"contact_person": "no", "joint_follow_up": "no"}), model=MODEL)
    assert shared.wanted["case_responsibility"].all()
    assert shared.gains["case_responsibility"].isna().tolist() == [False, True]
    assert shared.summary.loc["case_responsibility", "gain"] == shared.gains["case_responsibility"].iloc[0]


def test_a_measure_without_points_is_wanted_and_comes_after_those_that_give_some() -> None:
    shared = shared_measures(_encode({**PARTLY, "location": "town_hall"}), model=MODEL)
    assert shared.wanted["accessible_location"].all()
    assert shared.summary.loc["accessible_location", "gain"] == 0
    assert shared.summary["source"].iloc[0] == "recommendation"
    assert set(shared.summary["source"]) == {"recommendation", "criterion"}


def test_offices_that_answer_nothing_share_nothing() -> None:
    shared = shared_measures(_encode({}, {}), model=MODEL)
    assert shared.summary.empty
    assert shared.gains.shape == (2, 0)


@FEW
@given(st.lists(offices(MODEL), min_size=1, max_size=3), st.randoms())
def test_each_office_gains_what_it_gains_alone_in_any_order(
    batch: list[dict[str, str]], random: Random
) -> None:
    answers = _encode(*batch)
    shared = shared_measures(answers, model=MODEL)
    for row in range(len(batch)):
        alone = {one.code: one.gain for one in rank_measures(answers.part(np.array([row])), model=MODEL)}
        assert set(shared.wanted.columns[shared.wanted.iloc[row]]) == alone.keys()
        together = shared.gains.iloc[row][list(alone)]
        assert together.tolist() == pytest.approx(list(alone.values()), abs=1e-8, nan_ok=True)
        assert (shared.gains.iloc[row][~shared.wanted.iloc[row]] == 0).all()
    order = list(range(len(batch)))
    random.shuffle(order)
    mixed = shared_measures(answers.part(np.array(order)), model=MODEL)
    pd.testing.assert_frame_equal(mixed.summary, shared.summary)
    assert shared.summary["gain"].is_monotonic_decreasing
    assert (shared.summary["gain"] >= 0).all()


def _on_the_first(*scores: float) -> Rating:
    table = np.full((len(scores), len(CRITERIA)), 50.0)
    table[:, 0] = scores
    return given_rating(table)


def test_the_weak_learn_from_the_strong() -> None:
    """The levels begin at 0, 25, 50 and 75: two are weak, one is strong, one is neither."""
    rating = _on_the_first(49, 10, 50, 74, 75, 100, np.nan)
    found = whom_to_learn_from(rating, CRITERIA[0])
    assert list(found.index) == ["o1", "o0"]
    assert list(found.columns) == ["o5", "o4"]
    assert found.to_numpy().tolist() == [[90, 65], [51, 26]]
    assert whom_to_learn_from(rating, CRITERIA[0], gap=65).isna().to_numpy().tolist() == [
        [False, False],
        [True, True],
    ]


def test_where_nobody_is_strong_there_is_nobody_to_learn_from() -> None:
    assert whom_to_learn_from(_on_the_first(10, 60), CRITERIA[0]).shape == (1, 0)
    assert whom_to_learn_from(_on_the_first(90, 60), CRITERIA[0]).shape == (0, 1)


@FEW
@given(partly_open(most=8), st.sampled_from(CRITERIA), st.integers(0, 100))
def test_only_the_weak_learn_and_only_from_the_strong_at_a_distance(
    ends: Ends, criterion: str, gap: int
) -> None:
    rating = given_rating(*ends)
    score = rating.score[criterion]
    found = whom_to_learn_from(rating, criterion, gap=gap)
    assert set(found.index) == set(score.index[score < 50])
    assert set(found.columns) == set(score.index[score >= 75])
    for learner, teacher in ((one, other) for one in found.index for other in found.columns):
        between = score[teacher] - score[learner]
        cell = found.loc[learner, teacher]
        assert np.isnan(cell) if between < gap - 1e-9 else cell == pytest.approx(between)


def test_what_to_learn_is_what_the_other_has_more_of() -> None:
    rating = rate(
        _encode(
            {"contact_person": "no", "joint_follow_up": "partly", "relief": "no"},
            {"contact_person": "yes", "joint_follow_up": "yes", "relief": "yes"},
        ),
        model=MODEL,
    )
    assert better_at(rating, "contact", learner=0, teacher=1) == ["contact_person", "joint_follow_up"]
    assert better_at(rating, "contact", learner=1, teacher=0) == []
    assert better_at(rating, "competence", learner=0, teacher=1) == ["relief"]
