"""How sure the ranks are: other weights, one's own weights, open answers, and another kind of mean."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from ui import compare_weights, state
from ui.charts.rank_bars import RankBar, ranks_picture, span
from ui.compare_weights import HIGHEST
from ui.components.compare_pages import page_of
from ui.components.compare_table import BEST
from ui.components.compare_view import plain
from ui.components.prose import prose, small_print
from ui.components.scorecard_view import show_picture, show_table
from ui.markdown import as_written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scoring.ranks import RankUncertainty
    from ui.components.compare_view import CompareView

ROWS = 30
"""Offices on one page."""

MOST_NAMES = 20
"""Names of offices without a rank that are listed; of ten thousand offices there may be thousands."""


def ranks_tab(view: CompareView) -> None:
    """Draws the weights, who is among the best and how surely, and every office's two intervals."""
    t = view.t
    weights = compare_weights.used(_weights(view))
    ranks = view.group.ranks(weights)
    bars = rank_bars(view, ranks)
    if not bars:
        st.info(t("compare.none_rated"), icon=":material/info:")
        return
    prose(_shift_words(ranks, view))
    st.markdown("\n".join(_best_words(bars, view)))
    st.caption(t("compare.ranks_key"))
    shown = page_of(list(bars), view, size=ROWS)
    picture = ranks_picture([bars[code] for code in shown], last=len(bars), palette=view.palette, t=t)
    show_picture(picture, key="compare_ranks")
    _without_rank(view, ranks)
    small_print(t("compare.ranks_how", draws=t.number(ranks.drawn.shape[1])))
    show_table(plain(picture), t)


def rank_bars(view: CompareView, ranks: RankUncertainty) -> dict[str, RankBar]:
    """Code -> its rank and intervals, best first; without those that have no rank."""
    columns = {
        "low": ranks.quantile(0.05),
        "high": ranks.quantile(0.95),
        "among": ranks.among_best(BEST),
        **{name: ranks.table[name] for name in ("rank", "best", "worst")},
    }
    table = pd.DataFrame(columns).dropna(subset="rank").sort_values("rank", kind="stable")
    return {
        str(code): RankBar(
            name=view.labels[str(code)],
            rank=int(row["rank"]),
            weights=(int(row["low"]), int(row["high"])),
            answers=(int(row["best"]), int(row["worst"])),
            among_best=float(row["among"]),
        )
        for code, row in table.iterrows()
    }


def _shift_words(ranks: RankUncertainty, view: CompareView) -> str:
    t, shift = view.t, ranks.average_shift()
    if math.isnan(shift["weights"]):
        return t("compare.none_rated")
    return t(
        "compare.ranks_shift",
        weights=t.number(shift["weights"], 1),
        geometric=t.number(shift["geometric"], 1),
    )


def _best_words(bars: dict[str, RankBar], view: CompareView) -> list[str]:
    """A sentence for each of the best; among five or fewer, all are."""
    t = view.t
    if len(bars) <= BEST:
        key = "compare.ranks_few"
        return [
            f"- {t(key, office=as_written(one.name), rank=t.number(one.rank), span=span(one.weights))}"
            for one in bars.values()
        ]
    return [
        "- "
        + t(
            "compare.ranks_among",
            office=as_written(one.name),
            rank=t.number(one.rank),
            places=t.number(BEST),
            share=t.percent(one.among_best),
        )
        for one in bars.values()
        if one.rank <= BEST
    ]


def _without_rank(view: CompareView, ranks: RankUncertainty) -> None:
    """Names the offices that have too few answers for a total."""
    without = [str(code) for code in ranks.table.index[ranks.table["rank"].isna()]]
    if without:
        named = [as_written(view.labels[code]) for code in without[:MOST_NAMES]]
        rest = len(without) - len(named)
        names = "; ".join(named + ([view.t.plural("compare.more", rest)] if rest else []))
        st.caption(f"{view.t.plural('compare.without_total', len(without))} {names}.")


# ------------------------------------------------------------------ own weights
def _weights(view: CompareView) -> dict[str, int]:
    """Draws a field for each criterion's weight; all of them stand in the address together."""
    t, now = view.t, compare_weights.in_address(view.model)
    with st.expander(t("compare.weights"), expanded=False, type="compact"):
        st.markdown(t("compare.weights_text"))
        weights: dict[str, int] = {}
        codes = list(now)
        for some in (codes[start : start + 2] for start in range(0, len(codes), 2)):
            for column, code in zip(st.columns(2, gap="medium"), some, strict=False):
                with column:
                    weights[code] = _weight(code, now[code], view)
        if weights != dict.fromkeys(weights, compare_weights.USUAL) and st.button(
            t("compare.weights_reset"), key="compare_weights_reset", type="tertiary"
        ):
            compare_weights.put_in_address({})
            st.rerun()
    compare_weights.put_in_address(weights)
    _told(weights, view)
    return weights


def _weight(code: str, now: int, view: CompareView) -> int:
    widget = f"compare.weight.{code}"
    given = st.number_input(
        view.criterion(code),
        min_value=0,
        max_value=HIGHEST,
        value=state.steady(widget, now),
        step=1,
        key=state.key(widget),
    )
    state.remember(widget, given)
    return int(given)


def _told(weights: dict[str, int], view: CompareView) -> None:
    """Says which weights the ranks below go by, where they are not the model's."""
    t = view.t
    if not any(weights.values()):
        st.warning(t("compare.weights_none"), icon=":material/info:")
    elif compare_weights.used(weights):
        whole = sum(weights.values())
        parts: Sequence[str] = [
            f"{view.criterion(code)} {t.percent(weight / whole)}" for code, weight in weights.items()
        ]
        st.info(t("compare.weights_own", weights=", ".join(parts)), icon=":material/balance:")
