"""What must hold for any office whatever it answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from scoring import Answers, Model, Outcome, Rating, encode, load_model, rank_measures, rate
from scoring.assessment import Assessment, from_json, to_rows, to_table
from scoring.rule_types import AnswersRule
from tests.strategies import offices

if TYPE_CHECKING:
    from random import Random

MODEL: Model = load_model()
TABLES = ("points", "outcomes", "score", "low", "high", "coverage", "levels", "total")
OFFICES = offices(MODEL)
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
FEW = settings(max_examples=60, deadline=None, phases=PHASES)
"""No shrinking: an office has some 80 cells, and to shrink one takes minutes."""


def _encode(*answers: dict[str, str]) -> Answers:
    return encode(to_table([Assessment(f"o{place}", one) for place, one in enumerate(answers)]), model=MODEL)


def _rate(*answers: dict[str, str]) -> Rating:
    return rate(_encode(*answers), model=MODEL)


def _between(table: pd.DataFrame, most: float) -> None:
    assert (((table >= 0) & (table <= most)) | table.isna()).all(axis=None)


@FEW
@given(OFFICES)
def test_ranges(office: dict[str, str]) -> None:
    rating = _rate(office)
    _between(rating.points, 1)
    _between(rating.coverage, 1)
    for table in (rating.score, rating.low, rating.high, rating.total[["score", "low", "high"]]):
        _between(table, 100)


@FEW
@given(OFFICES)
def test_a_score_lies_in_its_interval(office: dict[str, str]) -> None:
    rating = _rate(office)
    rated = rating.score.notna()
    assert ((rating.low <= rating.score + 1e-6) | ~rated).all(axis=None)
    assert ((rating.score <= rating.high + 1e-6) | ~rated).all(axis=None)
    total = rating.total.dropna(subset="score")
    assert ((total["low"] <= total["score"]) & (total["score"] <= total["high"])).all()


@FEW
@given(OFFICES)
def test_only_a_scored_cell_has_points(office: dict[str, str]) -> None:
    rating = _rate(office)
    assert ((rating.outcomes == Outcome.SCORED) == rating.points.notna()).all(axis=None)
    assert ((rating.criterion_outcomes == Outcome.SCORED) == rating.score.notna()).all(axis=None)


@FEW
@given(st.lists(OFFICES, min_size=2, max_size=5), st.randoms())
def test_alone_and_in_any_order_as_in_a_batch(batch: list[dict[str, str]], random: Random) -> None:
    together = _rate(*batch)
    order = list(range(len(batch)))
    random.shuffle(order)
    mixed = rate(_encode(*batch).part(np.array(order)), model=MODEL)
    alone = [_rate(one) for one in batch]
    for name in TABLES:
        table = getattr(together, name)
        pd.testing.assert_frame_equal(getattr(mixed, name), table.iloc[order])
        single = pd.concat([getattr(one, name) for one in alone])
        pd.testing.assert_frame_equal(single.reset_index(drop=True), table.reset_index(drop=True))


@FEW
@given(OFFICES, OFFICES)
def test_a_few_offices_are_read_as_a_table_of_them_is(one: dict[str, str], other: dict[str, str]) -> None:
    assessments = [Assessment("one", one), Assessment("other", other)]
    few = encode(to_rows(assessments), model=MODEL)
    table = encode(to_table(assessments), model=MODEL)
    np.testing.assert_equal(vars(few), vars(table))


@FEW
@given(OFFICES, st.randoms())
def test_the_order_of_columns_is_irrelevant(office: dict[str, str], random: Random) -> None:
    table = to_table([Assessment("o", office)])
    columns = list(table.columns)
    random.shuffle(columns)
    mixed = rate(encode(table[columns], model=MODEL), model=MODEL)
    pd.testing.assert_frame_equal(mixed.total, rate(encode(table, model=MODEL), model=MODEL).total)


@FEW
@given(OFFICES, st.data())
def test_a_better_answer_never_lowers_a_score(office: dict[str, str], data: st.DataObject) -> None:
    """From one scored answer of a question to another with more points."""
    indicator = data.draw(
        st.sampled_from([c for c, i in MODEL.indicators.items() if isinstance(i.rule, AnswersRule)])
    )
    rule = MODEL.indicators[indicator].rule
    assert isinstance(rule, AnswersRule)
    table = MODEL.method.three_point if rule.points is None else rule.points
    worse, better = sorted(
        data.draw(st.lists(st.sampled_from(list(table)), min_size=2, max_size=2)), key=table.__getitem__
    )
    if rule.item == "gains":
        worse = (
            better  # "no" also takes another indicator out, which is no better answer to the same questions
        )
    before, after = _rate({**office, rule.item: worse}), _rate({**office, rule.item: better})
    for old, new in ((before.score, after.score), (before.low, after.low), (before.high, after.high)):
        assert ((new >= old - 1e-6) | old.isna()).all(axis=None)
    for name in ("low", "high", "score"):
        assert not (after.total[name] < before.total[name] - 1e-6).any()


@FEW
@given(OFFICES, st.data())
def test_any_answer_to_a_blank_stays_inside_the_interval(office: dict[str, str], data: st.DataObject) -> None:
    """What the interval promises: whatever is answered later, the fully answered score lies in it."""
    indicator = data.draw(
        st.sampled_from([c for c, i in MODEL.indicators.items() if isinstance(i.rule, AnswersRule)])
    )
    rule = MODEL.indicators[indicator].rule
    assert isinstance(rule, AnswersRule)
    scored = MODEL.method.three_point if rule.points is None else rule.points
    answer = data.draw(st.sampled_from(list(scored)))
    before, after = _rate({**office, rule.item: ""}), _rate({**office, rule.item: answer})
    if rule.item != "gains":
        for table in ("low", "high"):
            assert ((getattr(after, table) >= before.low - 1e-6) | before.low.isna()).all(axis=None)
            assert ((getattr(after, table) <= before.high + 1e-6) | before.high.isna()).all(axis=None)


@FEW
@given(OFFICES)
def test_no_measure_loses_and_the_gain_is_what_the_engine_says(office: dict[str, str]) -> None:
    measures = rank_measures(_encode(office), model=MODEL)
    gains = [one.weight for one in measures]
    assert all(gain >= -1e-9 for gain in gains)
    assert gains == sorted(gains, reverse=True)


@FEW
@given(
    OFFICES,
    st.text(min_size=1, max_size=200).filter(str.strip),
    st.dictionaries(st.sampled_from(["relief"]), st.text()),
)
def test_a_file_reads_back_the_same(office: dict[str, str], name: str, notes: dict[str, str]) -> None:
    saved = Assessment(
        name.strip(), {c: t for c, t in office.items() if t}, {i: t for i, t in notes.items() if t}
    )
    assert from_json(saved.to_json(model_version="x")) == [saved]


def test_full_points_everywhere_need_no_measure() -> None:
    best = {item.rule.item: "yes" for item in MODEL.indicators.values() if isinstance(item.rule, AnswersRule)}
    best |= {"working_model": "mixed", "service_descriptions": "all", "published_online": "both"}
    assert [one for one in rank_measures(_encode(best), model=MODEL) if one.gain > 0] == []


@pytest.mark.parametrize("blank", ["", " ", "\N{NO-BREAK SPACE}"])
def test_a_blank_is_never_a_no(blank: str) -> None:
    rating = _rate({"contact_person": blank})
    assert rating.outcomes["contact_person"].iloc[0] == Outcome.NOT_ANSWERED
