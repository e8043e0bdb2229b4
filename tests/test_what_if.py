"""What if a measure were in place: the answers give what the ranking promised."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring import Answers, Model, Outcome, encode, load_model, rank_measures, rate
from scoring.assessment import Assessment, to_table
from scoring.plan import indicators_of
from scoring.what_if import in_place
from tests.strategies import offices
from tests.test_laws import FEW

MODEL: Model = load_model()
PASSED = ("partly_share", "passed_on_share")
CODES = [one.code for one in MODEL.recommendations if one.indicators]


def _encode(answers: dict[str, str]) -> Answers:
    return encode(to_table([Assessment("o", answers)]), model=MODEL)


@FEW
@given(offices(MODEL), st.sampled_from(CODES))
def test_a_recommendation_in_place_has_full_points(office: dict[str, str], code: str) -> None:
    rating = rate(_encode({**office, **in_place(code, office, model=MODEL)}), model=MODEL)
    for indicator in indicators_of(code, MODEL):
        if rating.outcomes[indicator].iloc[0] == Outcome.SCORED:
            assert rating.points[indicator].iloc[0] == pytest.approx(1)
        else:
            assert rating.outcomes[indicator].iloc[0] == Outcome.DOES_NOT_APPLY


@FEW
@given(offices(MODEL), st.sampled_from(sorted(MODEL.indicators)))
def test_an_indicator_in_place_has_full_points(office: dict[str, str], code: str) -> None:
    rule = MODEL.indicators[code].rule
    answered = {**office, **{f"ladder.{field}": "2" for field in MODEL.fields}}
    after = {**answered, **in_place(f"indicator.{code}", answered, model=MODEL)}
    points = rate(_encode(after), model=MODEL).points[code].dropna()
    assert rule.kind == "fields_per" or list(points) == pytest.approx([1] * len(points))


@FEW
@given(
    offices(MODEL), st.sampled_from(["register_handling", "indicator.handling_recorded", "completed_share"])
)
def test_shares_of_one_whole_make_room_for_each_other(office: dict[str, str], code: str) -> None:
    changes = in_place(code, office, model=MODEL)
    shares = [{**office, **changes}.get(item, "") for item in ("completed_share", *PASSED)]
    if changes:
        assert sum(float(share) for share in shares if share not in {"", "do_not_know"}) <= 100


def test_what_is_completed_is_not_passed_on() -> None:
    office = {"completed_share": "60", "partly_share": "30", "passed_on_share": "do_not_know"}
    recorded = in_place("indicator.handling_recorded", office, model=MODEL)
    assert recorded == {"passed_on_share": "10"}
    all_in_place = in_place("register_handling", office, model=MODEL)
    assert all_in_place == {"completed_share": "100", "partly_share": "0", "passed_on_share": "0"}
    crowded = in_place("indicator.handling_recorded", {**office, "completed_share": "68"}, model=MODEL)
    assert crowded == {"passed_on_share": "2"}


def test_the_total_rises_by_the_gain() -> None:
    office = {code: "partly" for code, item in MODEL.asked.items() if item.kind == "three_point"}
    before = rate(_encode(office), model=MODEL).total["score"].iloc[0]
    gains = {one.code: one.gain for one in rank_measures(_encode(office), model=MODEL)}
    for code in ("case_responsibility", "relief", "team_building"):
        after = {**office, **in_place(code, office, model=MODEL)}
        assert rate(_encode(after), model=MODEL).total["score"].iloc[0] - before == pytest.approx(gains[code])


def test_what_is_in_place_stays() -> None:
    assert in_place("relief", {"relief": "yes"}, model=MODEL) == {}
    assert in_place("relief", {"relief": "no"}, model=MODEL) == {"relief": "yes"}
    known = {"weekly_telephone": "7", "enquiries_registered": "no", "weekly_visits": "do_not_know"}
    changes = in_place("register_enquiries", known, model=MODEL)
    assert "weekly_telephone" not in changes
    assert changes["enquiries_registered"] == "yes"
    assert float(changes["weekly_visits"]) >= 0


def test_gains_that_were_denied_are_not_asked_for() -> None:
    changes = in_place("gains_and_costs", {"gains": "no"}, model=MODEL)
    assert "gains" not in changes
    assert "gains_amount" not in changes
