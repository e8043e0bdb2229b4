"""Plans are kept whole and by version; a plan that someone else changed is not overwritten."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from scoring.plan import PlannedMeasure
from storage import BadText, NotFound, Stale, answers, assessments, plans
from tests.storage.databases import PLAN, joined

if TYPE_CHECKING:
    from storage import Actor, Store

OTHER = (PlannedMeasure("relief", "small"),)


def plan_of(store: Store, actor: Actor, assessment_id: str) -> tuple[PlannedMeasure, ...]:
    return assessments.load(store, actor, assessment_id=assessment_id).assessment.plan


def test_a_plan_is_read_back_as_it_was(store: Store, kari: Actor, spring: str) -> None:
    assert plans.save_plan(store, kari, assessment_id=spring, plan=PLAN, seen_version=0) == 1
    assert plan_of(store, kari, spring) == PLAN
    assert plans.save_plan(store, kari, assessment_id=spring, plan=PLAN[::-1], seen_version=1) == 2
    assert plan_of(store, kari, spring) == PLAN[::-1]
    assert plans.save_plan(store, kari, assessment_id=spring, plan=(), seen_version=2) == 3
    assert plan_of(store, kari, spring) == ()


def test_the_same_plan_is_no_new_version(store: Store, kari: Actor, spring: str) -> None:
    plans.save_plan(store, kari, assessment_id=spring, plan=PLAN, seen_version=0)
    assert plans.save_plan(store, kari, assessment_id=spring, plan=PLAN, seen_version=0) == 1


def test_anothers_plan_is_not_overwritten(store: Store, kari: Actor, moss: str, spring: str) -> None:
    ola = joined(store, kari, moss, name="Ola", role="member")
    plans.save_plan(store, ola, assessment_id=spring, plan=PLAN, seen_version=0)
    with pytest.raises(Stale) as caught:
        plans.save_plan(store, kari, assessment_id=spring, plan=OTHER, seen_version=0)
    assert (caught.value.plan, caught.value.version, caught.value.name) == (PLAN, 1, "Ola")
    assert caught.value.when is not None
    assert plan_of(store, kari, spring) == PLAN


def test_every_version_of_a_plan_is_kept(store: Store, kari: Actor, spring: str) -> None:
    for version, plan in enumerate((PLAN, OTHER, ())):
        plans.save_plan(store, kari, assessment_id=spring, plan=plan, seen_version=version)
    past = plans.plan_history(store, kari, assessment_id=spring)
    assert [(one.version, one.plan, one.name) for one in past] == [
        (3, (), "Kari"),
        (2, OTHER, "Kari"),
        (1, PLAN, "Kari"),
    ]


def test_a_plan_goes_on_when_the_assessment_is_locked(store: Store, kari: Actor, spring: str) -> None:
    assessments.lock(store, kari, assessment_id=spring)
    assert plans.save_plan(store, kari, assessment_id=spring, plan=PLAN, seen_version=0) == 1
    since = answers.changes_since(store, kari, assessment_id=spring, revision=1)
    assert (since.revision, since.plan_version, since.entries) == (2, 1, {})


@pytest.mark.parametrize(
    "bad",
    [
        replace(PLAN[0], note="a\x00b"),
        replace(PLAN[0], responsible="x" * 100_001),
        replace(PLAN[0], code=""),
        replace(PLAN[0], code="x" * 201),
        replace(PLAN[0], effort="huge"),  # type: ignore[arg-type]
        replace(PLAN[0], status="forgotten"),  # type: ignore[arg-type]
    ],
    ids=["nul", "long", "no code", "long code", "effort", "status"],
)
def test_a_plan_that_cannot_be_stored(store: Store, kari: Actor, spring: str, bad: PlannedMeasure) -> None:
    with pytest.raises(BadText, match="plan 2"):
        plans.save_plan(store, kari, assessment_id=spring, plan=[PLAN[0], bad], seen_version=0)
    assert plan_of(store, kari, spring) == ()


def test_no_plan_without_assessment(store: Store, kari: Actor) -> None:
    with pytest.raises(NotFound):
        plans.save_plan(store, kari, assessment_id="unknown", plan=PLAN, seen_version=0)


def test_a_deadline_is_a_day(store: Store, kari: Actor, spring: str) -> None:
    plan = [replace(PLAN[0], deadline=dt.date(2027, 12, 31))]
    plans.save_plan(store, kari, assessment_id=spring, plan=plan, seen_version=0)
    assert plan_of(store, kari, spring)[0].deadline == dt.date(2027, 12, 31)
