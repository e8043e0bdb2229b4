"""Two views of one office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from scoring import Assessment, Model, load_model
from scoring.views import differences

if TYPE_CHECKING:
    from random import Random

MODEL: Model = load_model()
answers = st.dictionaries(
    st.sampled_from(["relief", "contact_person", "team_building"]),
    st.sampled_from(["", "yes", "partly", "no"]),
)


def _view(given: dict[str, str]) -> Assessment:
    return Assessment("o", given)


@given(answers, st.lists(answers, max_size=5), st.randoms())
def test_order_of_staff_and_empty_views_change_nothing(
    leader: dict[str, str], staff: list[dict[str, str]], random: Random
) -> None:
    found = differences(_view(leader), [_view(one) for one in staff], model=MODEL)
    mixed = [_view({}), *(_view(one) for one in random.sample(staff, len(staff)))]
    assert differences(_view(leader), mixed, model=MODEL) == found


def test_where_they_part_ways_most_comes_first() -> None:
    leader = _view({"relief": "yes", "contact_person": "yes", "team_building": "no"})
    staff = [
        _view({"relief": "no", "contact_person": "partly", "team_building": "no"}),
        _view({"relief": "yes", "contact_person": "no"}),
    ]
    found = differences(leader, staff, model=MODEL)
    assert [(one.column, one.against) for one in found] == [("contact_person", 2), ("relief", 1)]
    assert found[0].staff == {"no": 1, "partly": 1}


def test_a_blank_does_not_disagree() -> None:
    assert differences(_view({"relief": "no"}), [_view({"relief": ""})], model=MODEL) == []
    assert differences(_view({}), [_view({"relief": "no"})], model=MODEL) == []


def test_the_staff_may_disagree_among_themselves() -> None:
    (found,) = differences(_view({}), [_view({"relief": "no"}), _view({"relief": "yes"})], model=MODEL)
    assert found.leader == ""
    assert found.against == 2
