"""Whatever happens in whatever order: of all that a viewer was ever shown, nothing can be subtracted down to
fewer than five offices that the viewer cannot see.

A figure is a sum over the offices of some batches. What one can work out from sums are the sums of multiples
of them, so the test looks at all of these, exactly, and at how many offices each still holds. Answers that
were locked again count as the same, and so does an assessment less than half a year younger. Scores and
answers are taken for sums of the same thing, as a criterion with one question is.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete

from storage import LOCAL, NotFound, assessments, offices, open_store, pool, pool_book
from storage.pool_book import ANEW, ANSWERS, SCORES, Book
from storage.tables import Base
from tests.storage.lenders import DAY, MODEL, Lender, locked, look, sees, stranger, with_assessment
from tests.storage.worked_out import fewest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from storage import Actor, Store
    from tests.storage.worked_out import Unknown

OFFICES: Final = 16
SEEN: Final = 2
"""How many of them the viewer can see."""

ACTS: Final = (
    "lend",
    "lend",
    "withdraw",
    "lock again",
    "delete",
    "restore",
    "close",
    "open",
    "renew",
    "hurry",
)

steps = st.lists(
    st.tuples(
        st.sampled_from(ACTS), st.sets(st.integers(0, OFFICES - 1), min_size=1, max_size=8), st.booleans()
    ),
    min_size=3,
    max_size=12,
)


# ------------------------------------------------------------------ what can be worked out
def test_the_smallest_group_is_found() -> None:
    def of(*numbers: int) -> frozenset[Unknown]:
        return frozenset((one, 0) for one in numbers)

    six = of(*range(6))
    assert fewest([], set()) is None
    assert fewest([six], set()) is None
    assert fewest([six], {0, 1}) == 4
    assert fewest([six, of(*range(5), 6)], set()) == 2
    assert fewest([six, six | of(6)], set()) == 1
    assert fewest([six, six | of(*range(6, 12))], set()) is None
    assert fewest([of(0, 1, 2, 3, 4, 5), of(0, 1, 2, 6, 7, 8), of(3, 4, 5, 6, 7, 8, 9)], set()) == 4


# ------------------------------------------------------------------ the world goes on
@dataclass
class World:
    """Some offices, one who looks, and all that was shown so far."""

    store: Store
    viewer: Actor
    lenders: list[Lender]
    latest: dict[int, tuple[str, dt.date]] = field(default_factory=dict)
    said: dict[str, Unknown] = field(default_factory=dict)
    shown: set[frozenset[Unknown]] = field(default_factory=set)

    def __post_init__(self) -> None:
        for place, one in enumerate(self.lenders):
            self.latest[place] = (one.assessment, DAY)
            self.said[one.assessment] = (place, 0)

    def act(self, what: str, place: int) -> None:
        office, (assessment, date) = self.lenders[place].office, self.latest[place]
        match what:
            case "lend":
                pool.lend(self.store, LOCAL, office_id=office)
            case "withdraw":
                pool.withdraw(self.store, LOCAL, office_id=office)
            case "lock again":
                assessments.unlock(self.store, LOCAL, assessment_id=assessment)
                assessments.lock(self.store, LOCAL, assessment_id=assessment)
            case "delete":
                assessments.delete(self.store, LOCAL, assessment_id=assessment)
            case "restore":
                assessments.restore(self.store, LOCAL, assessment_id=assessment)
            case "close":
                offices.delete(self.store, LOCAL, office_id=office)
            case "open":
                offices.restore(self.store, LOCAL, office_id=office)
            case _:
                self._next(place, date + (ANEW if what == "renew" else dt.timedelta(days=1)))

    def _next(self, place: int, date: dt.date) -> None:
        """Another assessment: news, or too soon after the one before to be sure that it is."""
        made = locked(self.store, self.lenders[place].office, date=date)
        number = self.said[self.latest[place][0]][1]
        self.said[made] = (place, number + (date - self.latest[place][1] >= ANEW))
        self.latest[place] = (made, date)

    def look(self) -> None:
        found = look(self.store, self.viewer)
        seen = {one.id for one in (*found.scores, found.answers) if one}
        with self.store.read() as session:
            book = Book(session, MODEL)
            for batch in seen:
                self.shown.add(frozenset(self.said[one.assessment_id] for one in book.members(batch)))
            inside = [one.office_id for batch in book.whole(SCORES) for one in book.members(batch)]
        assert len(inside) == len(set(inside)), "an office is counted twice"


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = open_store(f"sqlite:///{tmp_path_factory.mktemp('law')}/store.db")
    yield store
    store.close()


def begin(store: Store) -> World:
    with store.write() as session:
        for table in reversed(Base.metadata.sorted_tables):
            session.execute(delete(table))
    lenders = [with_assessment(store, str(place)) for place in range(OFFICES)]
    viewer = stranger(store)
    sees(store, viewer, *lenders[:SEEN])
    return World(store, viewer, lenders)


def run(world: World, course: Iterable[tuple[str, set[int], bool]]) -> None:
    for what, places, looks in course:
        for place in sorted(places):
            try:
                world.act(what, place)
            except NotFound:  # it is deleted just now, or is not
                continue
        if looks:
            world.look()
    world.look()


@settings(
    max_examples=25,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(course=steps)
def test_no_group_under_five_can_ever_be_worked_out(
    base: Store, course: list[tuple[str, set[int], bool]]
) -> None:
    world = begin(base)
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(pool_book.LEAST, ANSWERS, 8)  # so that there are some, with so few offices
        run(world, [("lend", set(range(9)), True), *course, ("lend", set(range(OFFICES)), True)])
    assert world.shown, "nothing was ever shown"
    assert fewest(world.shown, set(range(SEEN))) is None


CAREFUL: Final = [
    ("lend", set(range(10)), True),
    ("lock again", {2, 3, 4, 5, 6}, True),
    ("lend", {10, 11}, True),
    ("withdraw", {7}, True),
]


def test_with_a_lower_threshold_one_office_can_be_worked_out(
    base: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The law above would notice: with batches of one, the newcomer is the difference."""
    monkeypatch.setitem(pool_book.LEAST, SCORES, 1)
    monkeypatch.setattr(pool, "FLOOR", 1)
    world = begin(base)
    run(world, CAREFUL)
    assert fewest(world.shown, set(range(SEEN))) is not None


def test_if_answers_that_were_locked_again_were_news_one_office_could_be_worked_out(
    base: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Five who only open and close, and one newcomer."""
    monkeypatch.setattr(
        pool_book,
        "_is_news",
        lambda one, past: all(
            (one.assessment_id, one.locked_at) != (before.assessment_id, before.locked_at) for before in past
        ),
    )
    world = begin(base)
    run(world, CAREFUL)
    assert fewest(world.shown, set(range(SEEN))) is not None


def test_if_answers_were_of_others_than_the_scores_two_offices_could_be_worked_out(
    base: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ten whose scores are shown, and twelve whose answers are."""
    monkeypatch.setitem(pool_book.LEAST, ANSWERS, 11)
    monkeypatch.setattr(Book, "_candidates", lambda book, _: book.newest)
    monkeypatch.setattr(Book, "made_of", lambda _, __: set())
    world = begin(base)
    run(world, [("lend", set(range(10)), True), ("lend", {10, 11}, True)])
    assert fewest(world.shown, set(range(SEEN))) == 2
