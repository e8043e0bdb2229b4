"""Measures: which apply, what they give, and in which order."""

from __future__ import annotations

import math

import pytest

from scoring import Measure, Model, encode, load_model, rank_measures, rate
from scoring.assessment import Assessment, to_table


@pytest.fixture(scope="module")
def model() -> Model:
    return load_model()


def _ranked(answers: dict[str, str], model: Model) -> dict[str, Measure]:
    table = encode(to_table([Assessment("o", answers)]), model=model)
    return {one.code: one for one in rank_measures(table, model=model)}


def _rated_office(model: Model) -> dict[str, str]:
    """All three-point items answered "partly", which rates seven criteria."""
    return {code: "partly" for code, item in model.asked.items() if item.kind == "three_point"} | {
        "setup_report": "no",
        "written_agreements": "no",
        "enquiries_registered": "no",
    }


def test_a_gain_is_the_total_after_less_the_total_before(model: Model) -> None:
    answers = _rated_office(model)
    measures = _ranked(answers, model)
    better = {**answers, "contact_person": "yes", "joint_follow_up": "yes"}
    totals = [
        rate(encode(to_table([Assessment("o", one)]), model=model), model=model).total["score"].iloc[0]
        for one in (answers, better)
    ]
    assert measures["case_responsibility"].gain == pytest.approx(totals[1] - totals[0])
    assert measures["case_responsibility"].criterion_gains.keys() == {"contact"}


def test_an_office_with_nothing_answered_gets_no_measures(model: Model) -> None:
    assert _ranked({}, model) == {}


def test_what_is_already_in_place_is_not_recommended(model: Model) -> None:
    assert "relief" not in _ranked({"relief": "yes"}, model)
    assert "relief" in _ranked({"relief": "partly"}, model)


def test_while_the_total_is_not_rated_the_criteria_rank(model: Model) -> None:
    measures = _ranked({"contact_person": "no", "joint_follow_up": "no", "user_survey": "partly"}, model)
    assert all(math.isnan(one.gain) for one in measures.values())
    assert next(iter(measures)) == "case_responsibility"
    assert measures["case_responsibility"].criterion_gains == {"contact": 100}


def test_weak_indicators_outside_the_fifteen_point_to_their_criterion(model: Model) -> None:
    measure = _ranked(_rated_office(model), model)["specialist_systems_training"]
    assert measure.source == "criterion"
    assert measure.recommendation is None
    covered = {code for one in model.recommendations for code in one.indicators}
    assert "specialist_systems_training" not in covered


def test_recommendations_on_unscored_items_come_without_gain(model: Model) -> None:
    measures = _ranked({"location": "town_hall", "leader_meetings": "no", "placement": "staff"}, model)
    assert measures["accessible_location"].indicators == ()
    assert measures["central_place"].context == ("leader_meetings",)
    assert "accessible_location" not in _ranked({"location": "library"}, model)


def test_only_what_an_office_can_do_is_recommended(model: Model) -> None:
    others = {one.code for one in model.recommendations if one.addressee != "office"}
    assert {one.number for one in model.recommendations if one.addressee != "office"} == {13, 14, 15}
    assert not others & _ranked(_rated_office(model), model).keys()


def test_one_office_at_a_time(model: Model) -> None:
    two = encode(to_table([Assessment("a", {}), Assessment("b", {})]), model=model)
    with pytest.raises(ValueError, match="one office at a time"):
        rank_measures(two, model=model)
