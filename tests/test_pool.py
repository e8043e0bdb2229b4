"""The figures of the pool: over all or nobody, and no cell from which fewer than five can be worked out."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring import Answers, Model, Nation, build_nation, load_figures, load_model
from scoring.pool import FLOOR, LIKE, NO_ANSWER, Lent, Part, Spread, average, cut, lent, spread, today

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from scoring.pool import Marks

SIX = ({"contact_person": "yes"},) * 6


@pytest.fixture(scope="module")
def model() -> Model:
    return load_model()


@pytest.fixture(scope="module")
def nation(model: Model) -> Nation:
    return build_nation(model, load_figures())


def marks(*values: bool) -> Marks:
    return np.array(values, dtype=bool)


def part_of(rated: Lent, own: int = 0, stale: int = 0) -> Part:
    """All fresh but the last ``stale``; the first ``own`` the viewer's."""
    count = len(rated.scores)
    places = np.arange(count)
    return Part(rated, places < count - stale, places < own)


def unanswered(scores: pd.DataFrame) -> Lent:
    """Offices of which only the scores are looked at."""
    nothing = Answers(np.array([], dtype=object), {}, {}, np.zeros((0, 0), np.int8), {})
    return Lent(nothing, scores)


def scored(*totals: float) -> Part:
    return part_of(unanswered(pd.DataFrame({"total": totals})))


# ------------------------------------------------------------------ scores
@pytest.mark.parametrize(("own", "shown"), [(0, True), (1, True), (2, False), (6, False)])
def test_the_viewers_own_offices_do_not_count_as_others(own: int, shown: bool) -> None:  # noqa: FBT001
    part = scored(10, 20, 30, 40, 50, 60)
    found = today([Part(part.lent, part.fresh, np.arange(6) < own)])
    assert (found is not None) is shown
    if found:
        assert (found.n, dict(found.scores)) == (6, {"total": 35})


def test_an_office_without_a_score_is_in_no_figure_and_nobody_learns_that_it_is_there() -> None:
    frame = pd.DataFrame({"total": [10.0, 20, 30, 40, 50, 90], "a": [10.0, 20, 30, 40, 50, np.nan]})
    found = today([part_of(unanswered(frame))])
    assert found is not None
    assert (found.n, dict(found.scores)) == (5, {"total": 30, "a": 30})
    frame.loc[4, "a"] = np.nan
    assert today([part_of(unanswered(frame))]) is None


def test_a_part_that_holds_too_few_complete_ones_is_left_out_of_all_figures() -> None:
    thin = scored(99, 99, 99, 99, np.nan, np.nan)
    found = today([scored(*[40.0] * 6), thin])
    assert found is not None
    assert (found.n, dict(found.scores)) == (6, {"total": 40})


totals = st.lists(st.lists(st.integers(0, 100).map(float), min_size=1, max_size=9), max_size=4)


@settings(deadline=None)  # pandas is slow at its first call
@given(groups=totals, data=st.data())
def test_the_order_is_irrelevant_and_a_withdrawal_takes_whole_parts_away(
    groups: list[list[float]], data: st.DataObject
) -> None:
    parts = [scored(*group) for group in groups]
    shuffled = [scored(*data.draw(st.permutations(group))) for group in data.draw(st.permutations(groups))]
    assert today(parts) == today(shuffled)
    counted = [group for group in groups if len(group) >= FLOOR]
    found = today(parts)
    assert (found.n if found else 0) == len([*chain(*counted)])
    if found:
        assert found.scores["total"] == pytest.approx(np.mean([*chain(*counted)]), abs=0.51)
    for place in range(len(parts)):
        rest = [group for other, group in enumerate(groups) if other != place]
        assert today(parts[:place] + parts[place + 1 :]) == today([scored(*group) for group in rest])


# ------------------------------------------------------------------ cells
answers = st.lists(st.integers(0, 5), min_size=1, max_size=60)
NAMES = tuple("abcdef")


def cells_of(chosen: Sequence[int]) -> Mapping[str, Marks]:
    return {name: np.array(chosen) == place for place, name in enumerate(NAMES)}


def drawn(chosen: Sequence[int], stale: int, own: int) -> Part:
    places = np.arange(len(chosen))
    frame = pd.DataFrame({"total": np.zeros(len(chosen))})
    return Part(
        unanswered(frame),
        places >= stale,
        places % 7 < own,
    )


def groups_of(found: Spread, cells: Mapping[str, Marks]) -> list[Marks]:
    """Whoever a shown number tells of."""
    hidden = [cells[name] for name, share in found.shares.items() if share is None]
    alone = [cells[name] for name, share in found.shares.items() if share is not None]
    return alone + ([np.logical_or.reduce(hidden)] if hidden else [])


@given(chosen=answers, stale=st.integers(0, 20), own=st.integers(0, 3))
def test_no_shown_cell_holds_fewer_than_five_others(chosen: list[int], stale: int, own: int) -> None:
    cells, part = cells_of(chosen), drawn(chosen, stale, own)
    found = cut(cells, part)
    if found is None:
        return
    for those in groups_of(found, cells):
        assert not those.any() or np.count_nonzero(those & part.unknown) >= FLOOR
    assert (found.rest is None) == all(share is not None for share in found.shares.values())
    whole = sum(share or 0 for share in found.shares.values()) + (found.rest or 0)
    assert whole == pytest.approx(1, abs=0.05)  # each is a whole percent


@given(chosen=answers, stale=st.integers(0, 20), one=st.integers(0, 3), other=st.integers(0, 3))
def test_of_two_viewers_one_is_shown_what_the_other_could_add_up(
    chosen: list[int], stale: int, one: int, other: int
) -> None:
    """So nobody learns more by being given, or losing, sight of an office."""
    cells = cells_of(chosen)
    found = [cut(cells, drawn(chosen, stale, own)) for own in sorted((one, other))]
    if None in found:
        return
    few, many = ([tuple(those) for those in groups_of(each, cells)] for each in found if each)
    for those in many:
        inside = [group for group in few if np.logical_and(group, those).any()]
        assert (np.logical_or.reduce(inside or [those]) == those).all()


@given(chosen=st.permutations([0] * 9 + [1] * 7 + [2] * 3 + [3] * 2))
def test_the_order_of_offices_is_irrelevant_to_a_cell(chosen: list[int]) -> None:
    found = cut(cells_of(chosen), drawn(chosen, 0, 0))
    assert found == Spread({"a": 0.43, "b": 0.33, "c": None, "d": None, "e": 0.0, "f": 0.0}, rest=0.24)


def test_the_smallest_shown_cell_joins_the_others_where_they_are_too_few() -> None:
    found = cut(cells_of([0] * 9 + [1] * 7 + [2] * 3), drawn([0] * 19, 0, 0))
    assert found is not None
    assert (found.shares["a"], found.shares["b"], found.shares["c"]) == (0.47, None, None)
    assert found.rest == pytest.approx(0.53)


@pytest.mark.parametrize("chosen", [[0] * 4, [0] * 4 + [1] * 4, [0] * 6 + [1]])
def test_where_too_few_are_left_nothing_is_shown(chosen: list[int]) -> None:
    assert cut(cells_of(chosen), drawn(chosen, 0, 0)) is None


# ------------------------------------------------------------------ items of the model
def of(model: Model, nation: Nation, *given: Mapping[str, str]) -> Part:
    return part_of(lent(given, model=model, nation=nation))


def test_not_answering_is_a_cell_of_its_own(model: Model, nation: Nation) -> None:
    item = next(code for code, one in model.items.items() if one.kind == "three_point")
    word = next(iter(model.alternatives(item)))
    found = spread(of(model, nation, *[{item: word}] * 14, *[{}] * 6), item, model=model)
    assert found is not None
    assert (found.shares[word], found.shares[NO_ANSWER], found.rest) == (0.7, 0.3, None)
    assert spread(of(model, nation, *[{item: word}] * 14, *[{}] * 4), item, model=model) is None


def test_of_several_answers_each_stands_by_itself(model: Model, nation: Nation) -> None:
    item = next(code for code, one in model.asked.items() if one.kind == "multi")
    first, second, third, *_ = model.alternatives(item)
    given_both = [{item: f"{first}|{second}"}] * 6
    found = spread(of(model, nation, *given_both, *[{item: first}] * 5, {item: third}), item, model=model)
    assert found is not None
    assert found.shares[second] == 0.5
    assert (found.shares[first], found.shares[third]) == (None, None), "all but one, and one, are too few"


def test_a_number_is_shown_as_a_mean_of_two_digits_or_not_at_all(model: Model, nation: Nation) -> None:
    item = next(code for code, one in model.asked.items() if one.kind == "amount")
    rows = [{item: str(1_000_000 + 12_345 * place)} for place in range(5)]
    assert average(of(model, nation, *rows), item, model=model) == 1_000_000
    assert average(of(model, nation, *rows[:4], {}, {}), item, model=model) is None
    assert spread(of(model, nation, *rows), item, model=model) is None


def test_answers_that_do_not_fit_the_model_count_as_none(model: Model, nation: Nation) -> None:
    item = next(code for code, one in model.items.items() if one.kind == "three_point")
    word = next(iter(model.alternatives(item)))
    found = spread(of(model, nation, *[{item: word}] * 9, *[{item: "nonsense"}] * 5), item, model=model)
    assert found is not None
    assert found.shares[NO_ANSWER] == pytest.approx(0.36)


def test_a_score_stands_beside_what_2003_asked_about(model: Model, nation: Nation) -> None:
    rated = lent(SIX, model=model, nation=nation)
    beside = {f"{LIKE}{name}" for name in ("total", *nation.criteria)}
    assert {*rated.scores} == {"total", *model.criteria, *beside}
    assert today([part_of(rated)]) is None, "nobody has every score"
