"""Where the offices lie on each criterion, one office against them, over the nation of 2003."""

from __future__ import annotations

import math
from statistics import median
from typing import TYPE_CHECKING

import streamlit as st

from scoring.comparison import TOTAL, compare
from ui import comparing, resources, state
from ui.charts.strips import Strip, strips_picture
from ui.components.compare_view import in_step, plain, whole
from ui.components.prose import small_print
from ui.components.scorecard_view import show_picture, show_table
from ui.markdown import as_written

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from scoring import Nation
    from ui.components.compare_view import CompareView

MARKED = "office"
"""The name in the address."""


def spread_tab(view: CompareView) -> None:
    """Draws the choice of an office, how it does against the others, and the picture with its numbers."""
    t, nation = view.t, resources.nation()
    marked = _marked(view)
    strips = _strips(view, nation, marked)
    own = view.labels[marked] if marked else ""
    if marked:
        st.markdown(against_words(marked, strips, view))
    key = t("compare.spread_key_own", office=as_written(own)) if own else ""
    st.caption(f"{t('compare.spread_key')}{key}")
    picture = strips_picture(strips, own=own, palette=view.palette, t=t)
    show_picture(picture, key="compare_spread")
    compared = len(nation.criteria)
    small_print(t("compare.spread_like", compared=compared, total=len(view.model.criteria)))
    show_table(plain(picture), t)


def against_words(marked: str, strips: Sequence[Strip], view: CompareView) -> str:
    """How one office does against the offices that the filters leave, whether it is one of them or not."""
    t, group = view.t, view.group
    office = f"**{as_written(view.labels[marked])}**"
    parts = [t.plural("compare.spread_against", len(group.codes), office=office)]
    parts += [] if marked in group.codes else [t("compare.spread_outside")]
    rated = [(one, one.own, median(one.scores)) for one in strips if one.own is not None and one.scores]
    total, *_ = strips
    for one, own, middle in rated:
        if one is total:
            parts.append(t("compare.spread_total", score=t.number(own), middle=t.number(middle)))
    sides = {
        "above": [one.name for one, own, middle in rated if whole(own) > whole(middle) and one is not total],
        "below": [one.name for one, own, middle in rated if whole(own) < whole(middle) and one is not total],
    }
    parts += [
        t(f"compare.spread_{side}", criteria=t.listing(names)) for side, names in sides.items() if names
    ]
    return " ".join(parts)


def _marked(view: CompareView) -> str | None:
    """Any office: one that the filters leave out can be held against those that they leave."""
    t, codes = view.t, view.compared.group.codes
    options = [None, *codes]

    def draw(default: str | None, key: str) -> str | None:
        return st.selectbox(
            t("compare.spread_office"),
            options,
            options.index(default),
            format_func=lambda code: t("compare.none_chosen") if code is None else view.labels[code],
            key=key,
            width=360,
        )

    return in_step(MARKED, state.in_address(MARKED, codes), draw, said=lambda code: code)


def _strips(view: CompareView, nation: Nation, marked: str | None) -> list[Strip]:
    """The nation stands only beside scores on the very questions that it was asked."""
    whole_group, group = view.compared.group, view.group
    every = comparing.kept("like_all", whole_group.key, lambda: compare(whole_group.rating, nation).score)
    like = comparing.kept("like", group.key, lambda: compare(group.rating, nation).score)
    composites = {TOTAL: nation.total, **nation.criteria}
    names = {TOTAL: view.t("compare.total")} | {code: view.criterion(code) for code in view.model.criteria}
    strips = []
    for code, name in names.items():
        column: pd.Series[float] = like[code] if code in composites else group.rating.score[code]
        mine = every[code] if code in composites else whole_group.rating.score[code]
        own = float(mine[marked]) if marked else math.nan
        beside = composites.get(code)
        strips.append(
            Strip(
                name=name,
                scores=tuple(column.dropna()),
                own=None if math.isnan(own) else own,
                mean=beside.mean if beside else None,
                middle=beside.middle if beside else None,
                unrated=int(column.isna().sum()),
            )
        )
    return strips
