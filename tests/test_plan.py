"""The plan of measures: order, projection, and the file that it is kept in."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring import Answers, Model, encode, load_model, rank_measures
from scoring.assessment import Assessment, from_json, to_table
from scoring.plan import (
    EFFORTS,
    STATUSES,
    PlannedMeasure,
    by_gain_per_effort,
    default_effort,
    indicators_of,
    project,
)

if TYPE_CHECKING:
    from random import Random

MODEL: Model = load_model()
TODAY = dt.date(2026, 11, 23)
CODES = [*(one.code for one in MODEL.recommendations if one.indicators), *MODEL.indicators]


def _answers() -> Answers:
    partly = {code: "partly" for code, item in MODEL.asked.items() if item.kind == "three_point"}
    return encode(to_table([Assessment("o", partly)]), model=MODEL)


plans = st.lists(
    st.builds(
        PlannedMeasure,
        code=st.sampled_from(CODES),
        effort=st.sampled_from(EFFORTS),
        deadline=st.none() | st.dates(dt.date(2026, 1, 1), dt.date(2029, 1, 1)),
        status=st.sampled_from(STATUSES),
        note=st.text(max_size=20),
    ),
    max_size=8,
)


@settings(deadline=None, max_examples=50)
@given(plans, st.randoms())
def test_the_score_never_falls_and_order_is_irrelevant(plan: list[PlannedMeasure], random: Random) -> None:
    steps = project(_answers(), plan, model=MODEL, today=TODAY)
    scores = [step.score for step in steps if step.score is not None]
    assert scores == sorted(scores)
    mixed = random.sample(plan, len(plan))
    again = project(_answers(), mixed, model=MODEL, today=TODAY)
    assert [(step.day, sorted(step.codes), step.score) for step in again] == [
        (step.day, sorted(step.codes), step.score) for step in steps
    ]


def test_one_measure_gives_what_its_gain_says() -> None:
    answers = _answers()
    gain = next(one.gain for one in rank_measures(answers, model=MODEL) if one.code == "case_responsibility")
    plan = [PlannedMeasure("case_responsibility", "medium", deadline=dt.date(2027, 6, 1))]
    today, later = project(answers, plan, model=MODEL, today=TODAY)
    assert today.day == TODAY
    assert later.day == dt.date(2027, 6, 1)
    assert later.score is not None
    assert today.score is not None
    assert later.score - today.score == pytest.approx(gain)


def test_dropped_measures_give_nothing_and_overdue_ones_count_from_today() -> None:
    plan = [
        PlannedMeasure("relief", "small", status="dropped", deadline=dt.date(2027, 1, 1)),
        PlannedMeasure("team_building", "small", deadline=dt.date(2020, 1, 1)),
        PlannedMeasure("register_enquiries", "small"),
    ]
    steps = project(_answers(), plan, model=MODEL, today=TODAY)
    assert [(step.day, step.codes) for step in steps] == [
        (TODAY, ("team_building",)),
        (None, ("register_enquiries",)),
    ]


def test_a_single_indicator_is_not_its_recommendation() -> None:
    assert indicators_of("service_descriptions", MODEL) == ("service_descriptions", "published_online")
    assert indicators_of("indicator.service_descriptions", MODEL) == ("service_descriptions",)
    assert indicators_of("agency_dialogue", MODEL) == ("agency_dialogue",)
    assert indicators_of("unknown", MODEL) == ()


def test_little_work_for_much_gain_comes_first() -> None:
    measures = rank_measures(_answers(), model=MODEL)
    ordered = by_gain_per_effort(measures, {"case_responsibility": "large"}, model=MODEL)
    weights = MODEL.method.effort
    ratios = [
        one.weight
        / weights["large" if one.code == "case_responsibility" else default_effort(one.code, MODEL)]
        for one in ordered
    ]
    assert ratios == sorted(ratios, reverse=True)


@given(plans)
def test_a_plan_reads_back_the_same(plan: list[PlannedMeasure]) -> None:
    saved = Assessment("o", {}, date=TODAY, plan=tuple(plan))
    assert from_json(saved.to_json(model_version="x")) == [saved]
