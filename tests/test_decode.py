"""The way back from codes to answers."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring import Model, columns_of, encode, load_model
from scoring.decode import decode
from tests.strategies import offices


@pytest.fixture(scope="module")
def model() -> Model:
    return load_model()


def test_the_four_kinds_of_no_answer_stay_apart(model: Model) -> None:
    words = ["", "do_not_know", "does_not_apply", "12,5"]
    rows = [{"office": str(place), "setup_cost": word} for place, word in enumerate(words)]
    table = decode(encode(rows, model=model), model=model)
    assert list(table.columns) == columns_of(model)
    assert table["setup_cost"].tolist() == [None, "do_not_know", "does_not_apply", 12.5]


@given(data=st.data())
@settings(max_examples=25, deadline=None)
def test_decoding_is_the_way_back(data: st.DataObject, model: Model) -> None:
    given_texts = data.draw(st.lists(offices(model), min_size=1, max_size=2))
    rows = [{"office": f"K{place}", **texts} for place, texts in enumerate(given_texts)]
    coded = encode(rows, model=model)
    again = encode(decode(coded, model=model), model=model)
    np.testing.assert_array_equal(again.steps, coded.steps)
    for code, states in coded.states.items():
        np.testing.assert_array_equal(again.states[code], states)
    for code, numbers in coded.values.items():
        np.testing.assert_array_equal(again.values[code], numbers)
    for code, marks in coded.marked.items():
        np.testing.assert_array_equal(again.marked[code], marks)
