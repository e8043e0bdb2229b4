"""How sure a rank is: worked examples, and what must hold for any offices."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring import ranks
from scoring.ranks import competition_ranks, rank_uncertainty
from scoring.weightings import draw_weights
from tests.given_ratings import CRITERIA, given_rating, partly_open, tables

if TYPE_CHECKING:
    from random import Random

    from tests.given_ratings import Ends, Table

FEW = settings(max_examples=60, deadline=None)
DRAWS = 40


def _even(*scores: float) -> Table:
    """Offices with one score on all criteria."""
    return np.repeat(np.array(scores, dtype=float)[:, None], len(CRITERIA), axis=1)


def test_who_tie_share_the_better_rank_and_the_next_one_is_left_out() -> None:
    assert list(rank_uncertainty(given_rating(_even(40, 70, 40, 10))).table["rank"]) == [2, 1, 2, 4]


def test_a_rank_interval_worked_out_by_hand() -> None:
    """60 (50-70), 55 (55-55), 30 (20-52): the last can pass the first at its worst, never the second."""
    rating = given_rating(_even(60, 55, 30), _even(50, 55, 20), _even(70, 55, 52))
    table = rank_uncertainty(rating).table
    assert list(table["rank"]) == [1, 2, 3]
    assert list(table["best"]) == [1, 1, 2]
    assert list(table["worst"]) == [3, 2, 3]


def test_an_office_without_a_total_has_no_rank_and_stands_in_nobodys_way() -> None:
    score = _even(90, 50, 70)
    score[0, 5:] = np.nan
    uncertainty = rank_uncertainty(given_rating(score), draws=DRAWS)
    assert uncertainty.table.isna().all(axis=1).tolist() == [True, False, False]
    assert uncertainty.table["rank"].dropna().tolist() == [2, 1]
    assert uncertainty.table["best"].dropna().tolist() == [2, 1]
    assert uncertainty.among_best(1).tolist() == pytest.approx([np.nan, 0, 1], nan_ok=True)
    assert uncertainty.quantile(0.5).isna().tolist() == [True, False, False]


def test_offices_without_any_total_are_told_so() -> None:
    uncertainty = rank_uncertainty(given_rating(np.full((2, 10), np.nan)), draws=DRAWS)
    assert uncertainty.table.isna().all(axis=None)
    assert uncertainty.among_best(1).isna().all()
    assert all(np.isnan(shift) for shift in uncertainty.average_shift().values())


def test_the_geometric_mean_makes_up_less_for_a_weakness() -> None:
    uneven = np.where(np.arange(10) % 2, 100.0, 0.0)
    one_zero = np.where(np.arange(10) == 0, 0.0, 90.0)
    rating = given_rating(np.stack([uneven, _even(50)[0], one_zero, _even(10)[0], _even(9.08)[0]]))
    table = rank_uncertainty(rating).table
    assert list(table["rank"]) == [2, 2, 1, 4, 5]
    # On a scale of 1-100, 10 is 10.9 and 9.08 is 9.99; the geometric mean of 1 and 100 is 10.
    assert list(table["geometric"]) == [4, 2, 1, 3, 5]


def test_own_weights_decide_the_total_and_the_rank() -> None:
    score = _even(10, 50, 90)
    score[:, 0] = [80, 20, np.nan]
    uncertainty = rank_uncertainty(
        given_rating(score), weights={**dict.fromkeys(CRITERIA, 0.0), CRITERIA[0]: 1.0}, draws=DRAWS
    )
    assert uncertainty.table["total"].tolist() == pytest.approx([80, 20, np.nan], nan_ok=True)
    assert uncertainty.table["rank"].dropna().tolist() == [1, 2]
    assert (uncertainty.drawn == [[1], [2]]).all()


def test_a_quantile_is_the_rank_that_so_many_weightings_do_not_exceed() -> None:
    rating = given_rating(_even(50))
    hundred = ranks.RankUncertainty(
        rank_uncertainty(rating, draws=1).table, np.arange(1, 101, dtype=np.int32)[None]
    )
    for percent in range(1, 101):
        assert hundred.quantile(percent / 100).iloc[0] == percent
    assert hundred.among_best(7).iloc[0] == pytest.approx(0.07)
    assert hundred.average_shift() == {"weights": 49.5, "geometric": 0}


@FEW
@given(partly_open(), st.floats(0.5, 200), st.integers(0, 9))
def test_the_drawn_ranks_are_those_of_a_plain_sum(ends: Ends, concentration: float, seed: int) -> None:
    """Office by office and draw by draw, without any of the engine's shared pieces."""
    found = rank_uncertainty(given_rating(*ends), draws=5, concentration=concentration, seed=seed)
    weights = draw_weights(np.ones(10), draws=5, concentration=concentration, seed=seed)
    offices = [one for one in zip(*ends, strict=True) if np.count_nonzero(~np.isnan(one[0])) >= 6]
    plain = np.array([[_plain(*one, column) for column in weights.T] for one in offices]).reshape(-1, 5)
    above = (plain > plain[:, None] + 5e-10).sum(axis=1)
    assert (found.drawn == np.sort(above + 1, axis=1)).all()


def _plain(score: Table, low: Table, high: Table, weights: Table) -> float:
    rated = ~np.isnan(score)
    mean = np.average(score[rated], weights=weights[rated])
    least, most = (np.average(end, weights=weights) for end in (low, high))
    return round(min(max(mean, least), most), 9)


@FEW
@given(tables(), st.integers(1, 5), st.floats(0.1, 1_000), st.integers(0, 1_000))
def test_who_is_better_at_everything_ranks_before(
    score: Table, step: int, concentration: float, seed: int
) -> None:
    worse = score * 0.9
    rating = given_rating(np.concatenate([worse, worse + step]))
    drawn = rank_uncertainty(rating, draws=1, concentration=concentration, seed=seed).drawn[:, 0]
    assert (drawn[len(score) :] < drawn[: len(score)]).all()


@FEW
@given(partly_open(least=2), st.randoms())
def test_the_order_of_offices_is_irrelevant(ends: Ends, random: Random) -> None:
    rating = given_rating(*ends)
    order = list(range(len(rating.total)))
    random.shuffle(order)
    mixed = given_rating(*(table[order] for table in ends))
    one, other = rank_uncertainty(rating, draws=DRAWS), rank_uncertainty(mixed, draws=DRAWS)
    pd.testing.assert_frame_equal(
        one.table.iloc[order].reset_index(drop=True), other.table.reset_index(drop=True)
    )
    assert one.quantile(0.5).iloc[order].tolist() == other.quantile(0.5).tolist()


@FEW
@given(partly_open())
def test_weights_that_hardly_move_give_the_same_ranks(ends: Ends) -> None:
    rating = given_rating(*ends)
    uncertainty = rank_uncertainty(rating, draws=DRAWS, concentration=1e24)
    rank = uncertainty.table["rank"].dropna().to_numpy(dtype=int)
    assert (uncertainty.drawn == rank[:, None]).all()
    assert uncertainty.average_shift()["weights"] == pytest.approx(0 if len(rank) else np.nan, nan_ok=True)


@FEW
@given(partly_open(), st.floats(0.1, 10))
def test_equal_weights_of_any_size_give_the_models_own_total(ends: Ends, weight: float) -> None:
    rating = given_rating(*ends)
    alike = rank_uncertainty(rating, weights=dict.fromkeys(CRITERIA, weight), draws=1).table["total"]
    model = rank_uncertainty(rating, draws=1).table["total"]
    assert model.tolist() == pytest.approx(rating.total["score"].tolist(), abs=0, nan_ok=True)
    assert alike.tolist() == pytest.approx(model.tolist(), abs=1e-8, nan_ok=True)


@FEW
@given(tables())
def test_where_nothing_is_open_the_interval_is_the_rank(score: Table) -> None:
    table = rank_uncertainty(given_rating(score), draws=1).table
    assert table["best"].tolist() == table["rank"].tolist() == table["worst"].tolist()


@FEW
@given(partly_open(), st.data())
def test_no_answers_lead_out_of_the_rank_interval(ends: Ends, data: st.DataObject) -> None:
    """Whatever totals the open answers lead to; and the ends are reached."""
    rating = given_rating(*ends)
    table = rank_uncertainty(rating, draws=1).table.dropna().astype(float)
    assert ((table["best"] <= table["rank"]) & (table["rank"] <= table["worst"])).all()
    total = rating.total.dropna(subset="score")
    shares = data.draw(st.lists(st.floats(0, 1), min_size=len(total), max_size=len(total)))
    later = competition_ranks((total["low"] + (total["high"] - total["low"]) * shares).to_numpy())
    assert ((table["best"] <= later) & (later <= table["worst"])).all()
    for place in range(len(total)):
        for end, own, others in (("best", "high", "low"), ("worst", "low", "high")):
            there = total[others].to_numpy(copy=True)
            there[place] = total[own].iloc[place]
            assert competition_ranks(there)[place] == table[end].iloc[place]


@FEW
@given(partly_open())
def test_shares_lie_between_0_and_1_and_rise_with_the_places(ends: Ends) -> None:
    rating = given_rating(*ends)
    uncertainty = rank_uncertainty(rating, draws=DRAWS)
    shares = [uncertainty.among_best(places).dropna() for places in range(len(rating.total) + 1)]
    assert (shares[0] == 0).all()
    assert (shares[-1] == 1).all()
    assert all((less <= more).all() for less, more in pairwise(shares))
    low, middle, high = (uncertainty.quantile(share).dropna() for share in (0.05, 0.5, 0.95))
    assert ((low <= middle) & (middle <= high)).all()


@FEW
@given(partly_open())
def test_twins_get_the_same(ends: Ends) -> None:
    twice = given_rating(*(np.repeat(table, 2, axis=0) for table in ends))
    uncertainty = rank_uncertainty(twice, draws=DRAWS)
    rows = uncertainty.table.reset_index(drop=True)
    pd.testing.assert_frame_equal(rows[::2].reset_index(drop=True), rows[1::2].reset_index(drop=True))
    assert (uncertainty.drawn[::2] == uncertainty.drawn[1::2]).all()


@FEW
@given(tables())
def test_the_geometric_ranks_are_those_of_the_product(score: Table) -> None:
    product = np.round(np.log(np.prod((1 + 0.99 * score) ** 0.1, axis=1)), 8)
    geometric = rank_uncertainty(given_rating(score), draws=1).table["geometric"]
    assert geometric.tolist() == competition_ranks(product).tolist()


def test_the_same_seed_gives_the_same_digits_whatever_the_size_of_a_block(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rating = given_rating(np.random.default_rng(1).uniform(0, 100, (20, 10)))
    whole, again, other = (rank_uncertainty(rating, seed=seed).drawn for seed in (1, 1, 2))
    monkeypatch.setattr(ranks, "BLOCK", 7)
    assert (whole == again).all()
    assert (whole == rank_uncertainty(rating, seed=1).drawn).all()
    assert not (whole == other).all()
