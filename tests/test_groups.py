"""Whom to compare with: groups, and the nearest offices by profile."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring import encode, load_model
from scoring.assessment import Assessment, to_table
from scoring.groups import VARIABLES, Group, gower, group_like, members, nearest, profiles, size_classes
from tests.strategies import offices
from tests.test_laws import PHASES

if TYPE_CHECKING:
    from random import Random

MODEL = load_model()
FEW = settings(max_examples=60, deadline=None)
WEIGHTS = {"office_type": 1.0, "fte": 2.0, "county": 1.0}

Row = tuple[str | None, float | None, str | None]
ROWS = st.lists(
    st.tuples(
        st.sampled_from(["osk", "ksk", None]),
        st.one_of(st.none(), st.integers(0, 40).map(lambda half: half / 2)),
        st.sampled_from(["03", "46", None]),
    ),
    min_size=2,
    max_size=7,
)


def _profile(rows: list[Row]) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=list(WEIGHTS), index=[f"o{place}" for place in range(len(rows))])
    return table.astype({"office_type": "string", "fte": float, "county": "string"})


FIVE = _profile([("osk", 2, "03"), ("osk", 12, "03"), ("ksk", 2, "46"), ("ksk", None, None), (None, 7, "46")])


def test_a_profile_holds_answers_and_leaves_out_what_is_none() -> None:
    answers = {"office_type": "osk", "fte": "4,5", "pay": "do_not_know", "leader_meetings": "partly"}
    table = profiles(encode(to_table([Assessment("A", answers)]), model=MODEL), model=MODEL)
    assert table.loc["A"].dropna().to_dict() == {
        "office_type": "osk",
        "fte": 4.5,
        "leader_meetings": "partly",
    }


def test_the_usual_variables_are_context_items_of_the_model() -> None:
    blank = profiles(encode(to_table([Assessment("A", {})]), model=MODEL), model=MODEL)
    assert set(VARIABLES) <= set(blank.columns)
    assert "challenges" not in blank.columns
    assert not {"contact_person", "ladder"} & set(blank.columns)


def test_a_group_takes_those_of_whom_all_is_known_and_holds() -> None:
    assert members(FIVE, Group()).all()
    assert members(FIVE, Group(words={"county": ["46"]})).tolist() == [False, False, True, False, True]
    assert members(FIVE, Group(words={"office_type": ["osk", "ksk"]})).tolist() == [True] * 4 + [False]
    both = Group(words={"office_type": ["osk"]}, sizes={"fte": (2, 12)})
    assert members(FIVE, both).tolist() == [True, False, False, False, False]


def test_size_classes_leave_no_gap() -> None:
    assert size_classes([10, 5]) == [(0, 5), (5, 10), (10, math.inf)]
    for number, expected in ((0, 0), (5, 1), (9.99, 1), (10, 2), (200, 2)):
        assert [low <= number < high for low, high in size_classes([5, 10])].index(True) == expected


def test_a_group_like_an_office() -> None:
    like = group_like(FIVE, 0, words=["office_type"], sizes={"fte": [5, 10]})
    assert like == Group({"office_type": ["osk"]}, {"fte": (0, 5)})
    assert members(FIVE, group_like(FIVE, 4, sizes={"fte": [5, 10]})).tolist() == [False] * 4 + [True]


def test_nobody_is_like_an_office_of_which_it_is_not_known() -> None:
    assert not members(FIVE, group_like(FIVE, 3, words=["county"])).any()
    assert not members(FIVE, group_like(FIVE, 3, sizes={"fte": [5]})).any()


@FEW
@given(ROWS, st.data())
def test_another_condition_never_lets_an_office_in(rows: list[Row], data: st.DataObject) -> None:
    profile = _profile(rows)
    place = data.draw(st.integers(0, len(rows) - 1))
    wide, narrow = (
        group_like(profile, place, words=words) for words in (["county"], ["county", "office_type"])
    )
    assert (members(profile, narrow) <= members(profile, wide)).all()
    assert members(profile, wide)[place] == profile["county"].notna().iloc[place]


def test_distances_worked_out_by_hand() -> None:
    """Full-time equivalents range over 10, and weigh twice: from o0, which is an OSK of 2 in county 03."""
    found = gower(FIVE, 0, weights=WEIGHTS)
    assert found["distance"].tolist() == pytest.approx([0, 2 / 4, 2 / 4, 1, (2 * 0.5 + 1) / 3])
    assert found["compared"].tolist() == pytest.approx([1, 1, 1, 1 / 4, 3 / 4])


def test_the_nearest_come_first_and_the_unknown_not_at_all() -> None:
    found = nearest(FIVE, 0, weights=WEIGHTS)
    assert list(found.index) == ["o1", "o2", "o4"]
    assert list(nearest(FIVE, 0, weights=WEIGHTS, count=1).index) == ["o1"]
    turned = FIVE.iloc[::-1]
    assert list(nearest(turned, 4, weights=WEIGHTS).index) == ["o1", "o2", "o4"]
    assert list(nearest(turned, 4, weights=WEIGHTS, count=1).index) == ["o1"]


def test_offices_of_which_nothing_is_known_are_near_to_nobody() -> None:
    blank = _profile([(None, None, None)] * 3)
    assert gower(blank, 0, weights=WEIGHTS)["distance"].isna().all()
    assert nearest(blank, 0, weights=WEIGHTS).empty


def test_a_variable_that_the_profile_lacks_is_refused() -> None:
    with pytest.raises(KeyError, match="inhabitants"):
        nearest(FIVE, 0, weights={"inhabitants": 1})


@settings(FEW, phases=PHASES)
@given(st.lists(offices(MODEL), min_size=2, max_size=4))
def test_any_offices_can_be_compared_by_their_answers_and_scores(batch: list[dict[str, str]]) -> None:
    table = to_table([Assessment(f"o{place}", one) for place, one in enumerate(batch)])
    profile = profiles(encode(table, model=MODEL), model=MODEL)
    found = gower(profile, 0, weights=dict.fromkeys(profile.columns, 1.0))
    assert found["compared"].between(0, 1).all()
    assert (found["distance"].between(0, 1) | (found["compared"] == 0)).all()


@FEW
@given(ROWS, st.randoms(), st.floats(0.01, 100))
def test_neither_order_nor_unit_moves_a_distance(rows: list[Row], random: Random, unit: float) -> None:
    profile = _profile(rows)
    order = list(range(len(rows)))
    random.shuffle(order)
    mixed = profile.iloc[order].assign(fte=lambda table: table["fte"] * unit)
    one = gower(profile, 0, weights=WEIGHTS)
    other = gower(mixed, order.index(0), weights=WEIGHTS).loc[one.index]
    pd.testing.assert_frame_equal(one, other)


@FEW
@given(ROWS)
def test_distances_are_the_same_both_ways_and_none_to_itself(
    rows: list[Row],
) -> None:
    profile = _profile(rows)
    table = np.stack([gower(profile, place, weights=WEIGHTS)["distance"] for place in range(len(rows))])
    assert np.array_equal(table, table.T, equal_nan=True)
    own = np.diag(table)
    assert ((own == 0) | profile.isna().all(axis=1).to_numpy()).all()
