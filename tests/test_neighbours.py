"""The nearest of every office at once are those that each office has alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring import neighbours
from scoring.groups import nearest
from scoring.neighbours import NOBODY, nearest_of_all

if TYPE_CHECKING:
    from random import Random

Row = tuple[str | None, float | None, str | None]

WEIGHTS = {"office_type": 1.0, "fte": 2.0, "county": 1.0}
ROWS = st.lists(
    st.tuples(
        st.sampled_from(["osk", "ksk", None]),
        st.one_of(st.none(), st.integers(0, 40).map(lambda tenths: tenths / 10)),
        st.sampled_from(["03", "46", None]),
    ),
    min_size=1,
    max_size=9,
)


@settings(max_examples=150, deadline=None)
@given(ROWS, st.randoms(), st.integers(1, 6), st.integers(1, 30))
def test_everyone_has_the_nearest_that_they_have_alone(
    rows: list[Row], random: Random, count: int, block: int
) -> None:
    names = [f"Åse {place}" for place in range(len(rows))]
    random.shuffle(names)
    profile = pd.DataFrame(rows, columns=list(WEIGHTS), index=names)
    profile = profile.astype({"office_type": "category", "fte": float, "county": "string"})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(neighbours, "BLOCK", block)
        found = nearest_of_all(profile, weights=WEIGHTS, count=count)
    assert found.shape == (len(rows), count)
    for place, own in enumerate(found):
        alone = nearest(profile, place, weights=WEIGHTS, count=count)
        assert [names[one] for one in own if one != NOBODY] == list(alone.index)
        assert not np.any(own[len(alone) :] != NOBODY)


def test_no_offices_have_no_nearest() -> None:
    blank = pd.DataFrame({name: pd.Series(dtype=float) for name in WEIGHTS})
    assert nearest_of_all(blank, weights=WEIGHTS).shape == (0, 5)


def test_a_variable_that_the_profile_lacks_is_refused() -> None:
    with pytest.raises(KeyError, match="inhabitants"):
        nearest_of_all(pd.DataFrame({"fte": [1.0, 2.0]}), weights={"inhabitants": 1.0})
