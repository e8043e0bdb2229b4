"""Where the offices lie on each criterion, one of them marked, over the nation of 2003, like with like."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import streamlit as st

from scoring.comparison import TOTAL, compare
from ui import comparing, resources, state
from ui.charts.strips import Strip, strips_picture
from ui.components.compare_view import in_step, plain
from ui.components.prose import small_print
from ui.components.scorecard_view import show_picture, show_table
from ui.markdown import as_written

if TYPE_CHECKING:
    import pandas as pd

    from scoring import Nation
    from ui.components.compare_view import CompareView

MARKED = "office"
"""The name in the address."""


def spread_tab(view: CompareView) -> None:
    """Draws the choice of an office, the picture with its key, and its numbers."""
    t, nation = view.t, resources.nation()
    marked = _marked(view)
    strips = _strips(view, nation, marked)
    own = view.labels[marked] if marked else ""
    key = t("compare.spread_key_own", office=as_written(own)) if own else ""
    st.caption(f"{t('compare.spread_key')}{key}")
    picture = strips_picture(strips, own=own, palette=view.palette, t=t)
    show_picture(picture, key="compare_spread")
    compared = len(nation.criteria)
    small_print(t("compare.spread_like", compared=compared, total=len(view.model.criteria)))
    show_table(plain(picture), t)


def _marked(view: CompareView) -> str | None:
    t, codes = view.t, view.group.codes
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
    rating = view.group.rating
    like = comparing.kept("like", view.group.key, lambda: compare(rating, nation).score)
    place = view.group.codes.index(marked) if marked else None
    composites = {TOTAL: nation.total, **nation.criteria}
    names = {TOTAL: view.t("compare.total")} | {code: view.criterion(code) for code in view.model.criteria}
    strips = []
    for code, name in names.items():
        column: pd.Series[float] = like[code] if code in composites else rating.score[code]
        own = None if place is None else float(column.iloc[place])
        beside = composites.get(code)
        strips.append(
            Strip(
                name=name,
                scores=tuple(column.dropna()),
                own=None if own is None or math.isnan(own) else own,
                mean=beside.mean if beside else None,
                middle=beside.middle if beside else None,
                unrated=int(column.isna().sum()),
            )
        )
    return strips
