"""What if a measure were in place: the answers give what the ranking promised."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring import Answers, Model, Outcome, encode, load_model, rank_measures, rate
from scoring.assessment import Assessment, to_table
from scoring.numbers import parse_number
from scoring.plan import indicators_of
from scoring.what_if import in_place
from tests.strategies import offices
from tests.test_laws import FEW

MODEL: Model = load_model()
SHARES = ("completed_share", "partly_share", "passed_on_share")
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


PERCENT = st.one_of(
    st.sampled_from(["", "do_not_know", "0", "100", "35,5", "60 %"]),
    st.floats(0, 100).map(lambda share: f"{share:.7g}".replace(".", ",")),
)


@FEW
@given(
    st.fixed_dictionaries(dict.fromkeys(SHARES, PERCENT)),
    st.sampled_from(["register_handling", "indicator.handling_recorded", "indicator.completed_share"]),
)
def test_shares_of_one_whole_make_room_for_each_other(office: dict[str, str], code: str) -> None:
    changes = in_place(code, office, model=MODEL)
    before, after = rate(_encode(office), model=MODEL), rate(_encode({**office, **changes}), model=MODEL)
    if changes.keys() & set(SHARES):
        shares = [parse_number({**office, **changes}.get(item, "")) for item in SHARES]
        assert sum(filter(None, shares)) <= 100 + 1e-6
    for indicator in indicators_of(code, MODEL):
        assert after.points[indicator].iloc[0] == 1
    assert not after.points["completed_share"].iloc[0] < before.points["completed_share"].iloc[0]


def test_what_is_completed_is_not_passed_on() -> None:
    office = {"completed_share": "60", "partly_share": "30", "passed_on_share": "do_not_know"}
    recorded = in_place("indicator.handling_recorded", office, model=MODEL)
    assert recorded == {"passed_on_share": "10"}
    all_in_place = in_place("register_handling", office, model=MODEL)
    assert all_in_place == {"completed_share": "100", "partly_share": "0", "passed_on_share": "0"}
    crowded = in_place("indicator.handling_recorded", {**office, "completed_share": "68"}, model=MODEL)
    assert crowded == {"passed_on_share": "2"}


@pytest.mark.parametrize(
    ("completed", "partly", "changes"),
    [
        ("100", "30", {"partly_share": "0", "passed_on_share": "0"}),
        ("60", "60", {"partly_share": "40", "passed_on_share": "0"}),
        ("35,5", "60 %", {"passed_on_share": "4.5"}),
    ],
)
def test_what_is_completed_stays_as_told(completed: str, partly: str, changes: dict[str, str]) -> None:
    office = {"completed_share": completed, "partly_share": partly}
    assert in_place("indicator.handling_recorded", office, model=MODEL) == changes


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
