"""What breaks a batch of the pool of today, and what comes in again, and when."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from storage import (
    LOCAL,
    Actor,
    NotFound,
    assessments,
    offices,
    plans,
    pool,
)
from storage.pool_book import ANEW
from tests.storage.databases import PLAN
from tests.storage.lenders import (
    DAY,
    MODEL,
    NEXT,
    SIX,
    Lender,
    lending,
    locked,
    look,
    marks,
    sizes,
)

if TYPE_CHECKING:
    from storage import Store


# ------------------------------------------------------------------ what breaks a batch
BREAKS = {
    "withdrawn": lambda s, one: pool.withdraw(s, LOCAL, office_id=one.office),
    "unlocked": lambda s, one: assessments.unlock(s, LOCAL, assessment_id=one.assessment),
    "assessment deleted": lambda s, one: assessments.delete(s, LOCAL, assessment_id=one.assessment),
    "office deleted": lambda s, one: offices.delete(s, LOCAL, office_id=one.office),
}
MENDS = {
    "withdrawn": lambda s, one: pool.lend(s, LOCAL, office_id=one.office),
    "assessment deleted": lambda s, one: assessments.restore(s, LOCAL, assessment_id=one.assessment),
    "office deleted": lambda s, one: offices.restore(s, LOCAL, office_id=one.office),
}


@pytest.mark.parametrize("how", BREAKS)
def test_all_of_a_batch_rests_at_once_and_the_other_stays(
    store: Store, ola: Actor, six: list[Lender], how: str
) -> None:
    assert sizes(store, ola) == [6]
    [first] = look(store, ola).scores
    lending(store, *NEXT)
    assert sizes(store, ola) == [6, 6]
    BREAKS[how](store, six[0])
    assert marks(store, ola) == set(NEXT)
    with pytest.raises(NotFound):
        pool.lent(store, ola, batch_id=first.id, model_version=MODEL)


@pytest.mark.parametrize("how", MENDS)
def test_what_is_as_it_was_is_shown_as_it_was(store: Store, ola: Actor, six: list[Lender], how: str) -> None:
    before = look(store, ola)
    BREAKS[how](store, six[0])
    assert look(store, ola).scores == ()
    MENDS[how](store, six[0])
    assert look(store, ola) == before


def test_a_purge_breaks_a_batch_for_good(store: Store, ola: Actor, six: list[Lender]) -> None:
    assert sizes(store, ola) == [6]
    assessments.delete(store, LOCAL, assessment_id=six[0].assessment)
    offices.purge(store, retention=dt.timedelta(0))
    assert sizes(store, ola) == []
    locked(store, six[0].office, mark="A")
    assert sizes(store, ola) == []


def test_the_rest_of_a_broken_batch_comes_in_with_the_next_six(
    store: Store, ola: Actor, six: list[Lender]
) -> None:
    assert sizes(store, ola) == [6]
    pool.withdraw(store, LOCAL, office_id=six[0].office)
    lending(store, *NEXT[:5])
    assert sizes(store, ola) == []
    lending(store, *NEXT[5:])
    assert sizes(store, ola) == [11]
    pool.lend(store, LOCAL, office_id=six[0].office)
    assert sizes(store, ola) == [11], "an office was counted twice"


def test_the_same_answers_locked_again_are_no_news(store: Store, ola: Actor, six: list[Lender]) -> None:
    """Five that only open and close, and one newcomer: else the newcomer's answers were the difference."""
    assert sizes(store, ola) == [6]
    for one in six[:5]:
        assessments.unlock(store, LOCAL, assessment_id=one.assessment)
        assessments.lock(store, LOCAL, assessment_id=one.assessment)
    lending(store, "G")
    assert sizes(store, ola) == []
    for one in six[:5]:
        locked(store, one.office, date=DAY + dt.timedelta(days=1), mark="copy")
    assert sizes(store, ola) == []


def test_half_a_year_later_an_assessment_is_news_and_until_then_the_older_one_stays(
    store: Store, ola: Actor, six: list[Lender]
) -> None:
    assert sizes(store, ola) == [6]
    for one in six[:5]:
        locked(store, one.office, date=DAY + ANEW, mark="new")
    assert marks(store, ola) == set(SIX)
    lending(store, "G")
    assert sizes(store, ola) == [7]
    assert marks(store, ola) == {"new", "F", "G"}


def test_a_plan_that_is_carried_out_breaks_nothing(store: Store, ola: Actor, six: list[Lender]) -> None:
    assert sizes(store, ola) == [6]
    plans.save_plan(store, LOCAL, assessment_id=six[0].assessment, plan=PLAN, seen_version=0)
    assert sizes(store, ola) == [6]
