"""What changed and why: the parts add up, and a case that is worked by hand."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring import Assessment, Model, load_model
from scoring.change import Step, fits, fitting, results, what_changed
from tests import test_laws
from tests.strategies import offices

if TYPE_CHECKING:
    from scoring.change import WhatChanged

MODEL: Model = load_model()
COMPETENCE = ("specialist_systems_training", "office_tools_training", "continuous_training")
RELIEF = ("staff_follow_up", "relief", "team_building")
FEW = settings(test_laws.FEW, max_examples=20)
SCORES = st.none() | st.floats(0, 100)


def other_model(weight: float = 3.0) -> Model:
    """The model with another weight of one indicator of competence, as the next edition could have it."""
    criterion = MODEL.criteria["competence"]
    heavier = criterion.indicators["relief"].model_copy(update={"weight": weight})
    changed = criterion.model_copy(update={"indicators": {**criterion.indicators, "relief": heavier}})
    method = MODEL.method.model_copy(update={"version": "2030.1"})
    return dataclasses.replace(MODEL, method=method, criteria={**MODEL.criteria, "competence": changed})


OTHER: Model = other_model()


def _change(before: dict[str, str], after: dict[str, str], *, new_model: Model = MODEL) -> WhatChanged:
    old, new = Assessment("o", before), Assessment("o", after)
    return what_changed(old, new, old_model=MODEL, new_model=new_model)


@given(SCORES, SCORES, SCORES)
def test_the_parts_add_up_in_tenths(before: float | None, between: float | None, after: float | None) -> None:
    step = Step(before, between, after)
    if step.model is None or step.answers is None or step.whole is None:
        assert None in (before, between, after)
    else:
        assert round(step.model * 10) + round(step.answers * 10) == round(step.whole * 10)


@FEW
@given(offices(MODEL), offices(MODEL))
def test_the_parts_of_two_offices_add_up_to_the_whole(before: dict[str, str], after: dict[str, str]) -> None:
    change = _change(before, after, new_model=OTHER)
    for step in (change.total, *change.criteria.values()):
        if step.model is not None and step.answers is not None:
            assert step.model + step.answers == pytest.approx(step.whole)


@FEW
@given(offices(MODEL), offices(MODEL))
def test_with_one_model_all_is_the_answers(before: dict[str, str], after: dict[str, str]) -> None:
    change = _change(before, after)
    for step in (change.total, *change.criteria.values()):
        assert step.before == step.between
        assert step.answers == step.whole
    assert {column: after.get(column, "") for column in change.texts} == change.texts


@FEW
@given(offices(MODEL))
def test_with_the_same_answers_all_is_the_model(office: dict[str, str]) -> None:
    change = _change(office, office, new_model=OTHER)
    assert change.texts == {}
    assert all(step.model == step.whole for step in change.criteria.values())
    moved = {code for code, step in change.criteria.items() if step.model}
    assert moved <= {"competence"}


def test_a_case_worked_by_hand() -> None:
    """Relief weighs 3 in the new model, as against 0.5; of the other five, four weigh 1 and one 0.5.

    Before, only relief: 0.5 of 5, that is 10. The same by the new model: 3 of 7.5, that is 40. With
    team building (0.5) as well: 3.5 of 7.5, that is 46.7. So +30 by the model and +6.7 by the answers.
    """
    before = dict.fromkeys((*COMPETENCE, *RELIEF), "no") | {"relief": "yes"}
    change = _change(before, before | {"team_building": "yes"}, new_model=OTHER)
    step = change.criteria["competence"]
    assert (step.before, step.between, step.after) == pytest.approx((10, 40, 140 / 3))
    assert (step.model, step.answers, step.whole) == (30.0, 6.7, 36.7)
    assert change.texts == {"team_building": "yes"}


def test_what_is_not_rated_has_no_change() -> None:
    change = _change({}, {"relief": "yes"})
    assert change.total == Step(None, None, None)
    assert change.total.whole is None
    assert change.texts == {"relief": "yes"}


def test_answers_that_the_new_model_does_not_take_are_left_out() -> None:
    old = Assessment("", {"relief": "sometimes", "abolished": "yes", "team_building": "yes", "fte": "-1"})
    assert fitting(old, model=MODEL).answers == {"team_building": "yes"}
    assert not fits(old, model=MODEL)
    assert fits(fitting(old, model=MODEL), model=MODEL)


def test_several_are_rated_as_each_alone() -> None:
    many = [
        Assessment("", {"relief": "yes"}),
        Assessment("", dict.fromkeys((*COMPETENCE, *RELIEF), "partly")),
    ]
    assert results(many, model=MODEL) == [results([one], model=MODEL)[0] for one in many]
    assert results([], model=MODEL) == []
    assert results(many, model=MODEL)[1].criteria["competence"].score == pytest.approx(50)
