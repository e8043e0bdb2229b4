"""The pool of today: offices come in together, and what breaks a batch hides it at once."""

from __future__ import annotations

import datetime as dt
import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from scoring.pool import FLOOR
from storage import (
    LOCAL,
    NOBODY,
    Actor,
    NotFound,
    assessments,
    audit,
    export,
    importing,
    pool,
)
from storage.pool_book import ANEW, ANSWERS, LEAST
from tests.storage.databases import OUTLINE, write
from tests.storage.lenders import (
    DAY,
    INCOMPLETE,
    MODEL,
    NEXT,
    SIX,
    Lender,
    complete,
    lending,
    locked,
    look,
    marks,
    sees,
    sizes,
    stranger,
    with_assessment,
)

if TYPE_CHECKING:
    from storage import Store


# ------------------------------------------------------------------ the floor
@pytest.mark.parametrize(("lenders", "shown"), [(4, []), (5, []), (6, [6]), (7, [7])])
def test_nothing_is_shown_before_six_offices_lend(
    store: Store, ola: Actor, lenders: int, shown: list[int]
) -> None:
    lending(store, *"ABCDEFG"[:lenders])
    assert sizes(store, ola) == shown


@pytest.mark.parametrize(("seen", "shown"), [(0, [6]), (1, [6]), (2, []), (6, [])])
def test_offices_that_one_can_see_are_not_counted_as_others(
    store: Store, ola: Actor, six: list[Lender], seen: int, shown: list[int]
) -> None:
    sees(store, ola, *six[:seen])
    assert sizes(store, ola) == shown


def test_who_sees_all_offices_is_shown_nothing(store: Store, six: list[Lender]) -> None:
    assert sizes(store, LOCAL) == []
    assert sizes(store, stranger(store)) == [len(six)]


def test_an_administrator_is_shown_what_anyone_is(store: Store, ola: Actor) -> None:
    admin = Actor(ola.person_id, administrator=True)
    lenders = lending(store, *SIX)
    assert sizes(store, admin) == [6]
    sees(store, admin, *lenders[:2])
    assert sizes(store, admin) == []


@pytest.mark.usefixtures("six")
def test_nobody_is_shown_nothing(store: Store) -> None:
    with pytest.raises(NotFound):
        look(store, NOBODY)


@pytest.mark.usefixtures("six")
def test_newcomers_wait_until_there_are_six_of_them(store: Store, ola: Actor) -> None:
    assert sizes(store, ola) == [6]
    lending(store, *NEXT[:5])
    assert sizes(store, ola) == [6]
    lending(store, *NEXT[5:])
    assert sizes(store, ola) == [6, 6]
    assert marks(store, ola) == {*SIX, *NEXT}


def test_only_the_latest_locked_assessment_of_this_model_is_lent(store: Store, ola: Actor) -> None:
    lenders = lending(store, *SIX)
    locked(store, lenders[0].office, date=DAY - dt.timedelta(days=400), mark="older")
    open_one = assessments.copy(
        store,
        LOCAL,
        assessment_id=lenders[1].assessment,
        outline=replace(OUTLINE, date=DAY + dt.timedelta(days=1)),
    )
    write(store, LOCAL, open_one, goals="open")
    assert pool.look(store, ola, model_version="another", complete=complete).scores == ()
    assert marks(store, ola) == set(SIX)


def test_an_office_whose_latest_lacks_a_score_waits_and_its_older_one_stays(store: Store, ola: Actor) -> None:
    lenders = lending(store, *"ABCDE", INCOMPLETE)
    assert sizes(store, ola) == []
    lending(store, "F")
    assert marks(store, ola) == set(SIX)
    locked(store, lenders[0].office, date=DAY + ANEW, mark=INCOMPLETE)
    lending(store, *NEXT[:5])
    assert marks(store, ola) == set(SIX)
    lending(store, NEXT[5])
    assert marks(store, ola) == {*SIX, *NEXT}


def test_what_is_lent_has_no_names_and_no_notes(store: Store, ola: Actor) -> None:
    lending(store, *SIX)
    [batch] = look(store, ola).scores
    rows = pool.lent(store, ola, batch_id=batch.id, model_version=MODEL)
    assert sorted(rows, key=str) == [{"goals": name} for name in SIX]


# ------------------------------------------------------------------ answers
def test_answers_take_twenty_and_the_next_twenty_replace_them(store: Store, ola: Actor) -> None:
    """Those that wait for a batch of scores are not among them."""
    least = LEAST[ANSWERS]
    assert least >= 4 * FLOOR
    first = lending(store, *(f"a{place}" for place in range(least - 1)))
    assert look(store, ola).answers is None
    lending(store, "b")
    assert look(store, ola).answers is None
    lending(store, *(f"b{place}" for place in range(5)))
    shown = look(store, ola).answers
    assert shown is not None
    assert shown.fresh == (True,) * (least + 5)
    lending(store, *(f"c{place}" for place in range(least)))
    newer = look(store, ola).answers
    assert newer is not None
    assert (len(newer.fresh), sum(newer.fresh)) == (2 * least + 5, least)
    pool.withdraw(store, LOCAL, office_id=first[0].office)
    assert look(store, ola).answers is None


def test_answers_are_shown_only_to_whom_all_their_scores_are(store: Store, ola: Actor) -> None:
    """Else the answers of all, less the scores of those shown, were those of the few that are not."""
    lenders = lending(store, *(f"a{place}" for place in range(LEAST[ANSWERS] - 6)))
    assert look(store, ola).answers is None
    lenders += lending(store, *SIX)
    assert look(store, ola).answers is not None
    sees(store, ola, lenders[0], lenders[-1])
    assert look(store, ola).answers is not None
    sees(store, ola, lenders[-2])
    assert sizes(store, ola) == [LEAST[ANSWERS] - 6]
    assert look(store, ola).answers is None


# ------------------------------------------------------------------ consent
def test_an_office_that_does_not_consent_is_not_in_it(store: Store, ola: Actor) -> None:
    lending(store, *SIX)
    with_assessment(store, "Z")
    assert marks(store, ola) == set(SIX)


def test_consent_is_told_in_the_log_and_in_the_offices_file_and_an_import_gives_none(
    store: Store, kari: Actor, moss: str
) -> None:
    pool.lend(store, kari, office_id=moss)
    pool.lend(store, kari, office_id=moss)
    since = pool.lends_since(store, kari, office_id=moss)
    assert since is not None
    text = export.export_office(store, kari, office_id=moss)
    assert dt.datetime.fromisoformat(json.loads(text)["lends_since"]) == since
    again = importing.import_office(store, kari, text=text)
    assert pool.lends_since(store, kari, office_id=again) is None
    pool.withdraw(store, kari, office_id=moss)
    pool.withdraw(store, kari, office_id=moss)
    assert pool.lends_since(store, kari, office_id=moss) is None
    told = [one.what for one in audit.of_office(store, kari, office_id=moss)]
    assert (told.count("lent"), told.count("withdrawn")) == (1, 1)
    assert json.loads(export.export_office(store, kari, office_id=moss))["lends_since"] is None


def test_many_who_look_at_once_make_one_batch(store: Store, ola: Actor) -> None:
    lending(store, *SIX)
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda _: look(store, ola), range(16)))
    assert {one.scores for one in found} == {look(store, ola).scores}
    assert sizes(store, ola) == [6]
