"""The pictures of the comparison: every office is drawn once, said in words and written in the table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from i18n import LANGUAGES, Language, Translator
from ui.charts import DARK, LIGHT, Picture
from ui.charts.rank_bars import RankBar, ranks_picture
from ui.charts.strips import DOT, LINE, RISE, ROW, Strip, strips_picture
from ui.compare_weights import used

if TYPE_CHECKING:
    from collections.abc import Sequence

T = Translator("nb")
SCORES = st.lists(st.floats(0, 100), max_size=40).map(tuple)


def strips(*several: Strip, own: str = "", t: Translator = T) -> Picture:
    return strips_picture(several, own=own, palette=LIGHT, t=t)


def rows(picture: Picture, *names: str) -> list[dict[str, Any]]:
    """The rows of the chart that hold all of these."""
    drawn = picture.chart.to_dict()
    layers = [*drawn.get("datasets", {}).values(), *(one["data"].get("values", []) for one in drawn["layer"])]
    return [row for layer in layers for row in layer if set(names) <= row.keys()]


def dots(picture: Picture) -> list[dict[str, Any]]:
    return [row for row in rows(picture, "at", "y") if len(row) == 2]


# ------------------------------------------------------------------ where the offices lie
@settings(max_examples=20, deadline=None)  # each draws a chart
@given(SCORES)
def test_every_office_is_drawn_once_at_its_whole_points_and_inside_its_row(scores: tuple[float, ...]) -> None:
    picture = strips(Strip("Samlet", scores))
    drawn = [one["at"] for one in dots(picture)]
    drawn += [at for one in rows(picture, "count") for at in [one["at"]] * one["count"]]
    assert sorted(drawn) == sorted(map(round, scores))
    assert all(LINE - RISE - DOT < one["y"] < LINE for one in dots(picture))
    assert all(LINE - RISE - 1 < one["top"] < LINE for one in rows(picture, "count"))
    assert picture.height == ROW


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_distribution_is_said_in_words_and_numbers(language: Language) -> None:
    t = Translator(language)
    one = Strip("Samlet", (10.0, 20.0, 60.0), own=20.0, mean=45.0, middle=(30.0, 55.0), unrated=2)
    picture = strips(one, Strip("Andre", ()), own="Moss", t=t)
    assert t("compare.spread_alt_own", office="Moss", score="20") in picture.alt
    assert t("compare.spread_alt_none", name="Andre") in picture.alt
    assert list(picture.table.iloc[0]) == ["20", "10", "20", "60", "2", "45", "30–55"]
    assert list(picture.table.iloc[1]) == ["–", "–", "–", "–", "0", "–", "–"]


# ------------------------------------------------------------------ how far ranks move
BARS = (
    RankBar("Moss", 1, (1, 2), (1, 1), 1.0),
    RankBar("Bergen", 2, (1, 3), (2, 3), 0.87),
    RankBar("Fjell", 3, (3, 3), (2, 3), 0.2),
)


def ranks(bars: Sequence[RankBar], last: int) -> Picture:
    return ranks_picture(bars, last=last, palette=DARK, t=T)


def test_the_ranks_are_said_in_words_and_numbers() -> None:
    picture = ranks(BARS, 3)
    assert "Bergen: plass 2, 1–3 med andre vekter, 2–3 når alt er besvart." in picture.alt
    assert list(picture.table.loc["Bergen"]) == ["2", "1–3", "2–3", "87\N{NO-BREAK SPACE}%"]
    assert list(picture.table.loc["Fjell"])[:3] == ["3", "3", "2–3"]


def test_a_better_rank_stands_to_the_left_and_all_of_them_inside() -> None:
    drawn = rows(ranks(BARS, 3), "at", "low")
    places = {row["name"]: row["at"] for row in drawn}
    assert 0 < places["Moss"] < places["Bergen"] < places["Fjell"] < 100
    assert all(0 < row[end] < 100 for row in drawn for end in ("low", "high"))
    assert {row["best"] for row in drawn if row["name"] == "Moss"} == {None}


def test_a_single_office_can_be_drawn() -> None:
    assert ranks(BARS[:1], 1).height > 0


# ------------------------------------------------------------------ own weights
@given(st.lists(st.integers(0, 9), min_size=10, max_size=10))
def test_weights_that_are_all_alike_are_the_models_own(weights: list[int]) -> None:
    given_weights = dict(zip("abcdefghij", weights, strict=True))
    found = used(given_weights)
    assert (found is None) == (len(set(weights)) == 1)
    assert found is None or found == given_weights
