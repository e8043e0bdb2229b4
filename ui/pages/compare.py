"""Compare: many offices beside each other, and how sure their order is."""

from __future__ import annotations

from functools import partial

import streamlit as st

from storage import Unavailable
from ui import compare_filters, comparing, shown, state
from ui.components.compare_choose import choose, clear
from ui.components.compare_empty import empty_page
from ui.components.compare_heat import heat_tab
from ui.components.compare_pair import pair_tab
from ui.components.compare_ranks import ranks_tab
from ui.components.compare_shared import shared_tab
from ui.components.compare_sources import example_line, left_out_words, to_files
from ui.components.compare_spread import spread_tab
from ui.components.compare_table import table_tab
from ui.components.compare_taken import take_along
from ui.components.compare_view import (
    HIDDEN,
    NAMES,
    CompareView,
    crowded,
    in_step,
    labels,
    names_hidden,
)
from ui.components.nation_figure import palette
from ui.components.prose import prose
from ui.components.steps import not_read
from ui.components.tabs import tabs

CROWDED = {"spread", "shared"}
"""Views that draw or reckon for each office apart, and have room for only so many."""

WIDTH = 1120  # pixels, as on the scorecard
TABS = {
    "table": table_tab,
    "heat": heat_tab,
    "spread": spread_tab,
    "ranks": ranks_tab,
    "pair": pair_tab,
    "shared": shared_tab,
}


def head(everything: comparing.Compared) -> None:
    """What the page is, where the offices come from, and whether their names are shown."""
    st.title(t("compare.title"), anchor=False)
    prose(t("compare.intro"))
    if comparing.with_examples():
        example_line(t)
    with st.container(horizontal=True, gap="medium", vertical_alignment="center"):
        to_files(t)
        in_step(
            NAMES,
            names_hidden(),
            lambda now, key: st.toggle(t("compare.hide"), now, key=key, help=t("compare.hide_help")),
            said=lambda on: HIDDEN if on else None,
        )
    left_out_words(everything.left_out, t, named=not names_hidden())


def narrowed(everything: comparing.Compared) -> CompareView:
    """The filters, how many offices they leave, and the offices."""
    called = labels(everything, t)
    filters = choose(everything.group, called, t)
    codes = compare_filters.through(everything.group, filters, called)
    count = {"shown": t.number(len(codes)), "all": t.number(len(everything.offices))}
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        st.markdown(f"**{t('compare.count', **count)}** {t('compare.count_text')}", width="content")
        if filters.narrow and st.button(t("compare.clear"), key="compare_clear", type="tertiary"):
            clear()
    return CompareView(everything, everything.group.part(codes), called, t, palette(), filters)


def draw(name: str, view: CompareView) -> None:
    """A view of the offices, where there is room for so many."""
    if name not in CROWDED or not crowded(view):
        TABS[name](view)


t = state.translator()
shown.choose_own()
try:
    found, left_out = comparing.gather()
except Unavailable as error:
    st.title(t("compare.title"), anchor=False)
    not_read(error, t)
    st.stop()
if len(found) < comparing.LEAST:
    st.set_page_config(layout="centered")
    empty_page(found, left_out, t)
    st.stop()
st.set_page_config(layout="wide")
with st.container(horizontal_alignment="center"), st.container(width=WIDTH):
    everything = comparing.compared(found, left_out)
    head(everything)
    view = narrowed(everything)
    if len(view.group.codes) < comparing.LEAST:
        st.info(t("compare.too_narrow"), icon=":material/filter_alt:")
        st.stop()
    names = {name: t(f"compare.view.{name}") for name in TABS}
    tabs("compare.view", {name: partial(draw, name, view) for name in TABS}, labels=names)
    take_along(view)
