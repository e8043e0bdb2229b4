"""The short form is what the computation says, and it narrows the interval as it claims."""

from __future__ import annotations

import io
from itertools import pairwise

import pandas as pd
import pytest

from scoring import Assessment, encode, load_model, rate
from scoring.assessment import to_table
from scoring.encode import columns_of
from scoring.short_form import load_short_form
from tools.short_form import drawn_offices, only, short_form_file


def test_the_file_is_what_trying_them_all_gives() -> None:
    ((path, text),) = short_form_file(load_model()).items()
    assert path.read_text("utf-8") == text
    assert list(pd.read_csv(io.StringIO(text)).columns) == ["order", "column", "width"]


def test_ten_answers_each_narrowing_the_interval() -> None:
    chosen = load_short_form()
    widths = [100.0, *(one.width for one in chosen)]
    assert len({one.column for one in chosen}) == 10
    assert all(later < earlier for earlier, later in pairwise(widths))


def test_every_office_that_was_drawn_gets_a_total_of_the_ten() -> None:
    model = load_model()
    offices = drawn_offices(model)
    ten = only(offices, [one.column for one in load_short_form()], model=model)
    assert (rate(ten, model=model).total["level"] >= 0).all()


def test_an_office_gets_the_width_that_the_file_promises() -> None:
    """These ten have the same weight whatever is answered, so that one office shows it."""
    model = load_model()
    answers = {one.column: "no" for one in load_short_form()}
    table = encode(to_table([Assessment("o", answers)]), model=model)
    total = rate(table, model=model).total.iloc[0]
    assert total["high"] - total["low"] == pytest.approx(load_short_form()[-1].width, abs=0.01)
    assert set(answers) <= set(columns_of(model))
