"""The scorecard: how the office does, against whom, what first; then everything behind it."""

import streamlit as st

from ui import state
from ui.components.scorecard_context import context_tab
from ui.components.scorecard_criteria import criteria_tab
from ui.components.scorecard_head import empty_page, headline, masthead
from ui.components.scorecard_ladder import ladder_tab
from ui.components.scorecard_measures import measures_tab
from ui.components.scorecard_overview import overview
from ui.components.scorecard_view import view_of

WIDTH = 1120  # pixels: wide enough for words beside a picture, narrow enough to read
TABS = {"measures": measures_tab, "criteria": criteria_tab, "ladder": ladder_tab, "context": context_tab}

st.set_page_config(layout="wide")
t = state.translator()
assessment, is_example = state.shown()
if not assessment.answers:
    empty_page(t)
    st.stop()

view = view_of(assessment, example=is_example)
with st.container(horizontal_alignment="center"), st.container(width=WIDTH):
    masthead(view)
    st.space("xsmall")
    headline(view)
    st.space("xsmall")
    overview(view)
    labels = [t(f"scorecard.tab.{name}") for name in TABS]
    tabs = st.tabs(labels, key=state.key("scorecard.tab"), on_change="rerun")
    for tab, draw in zip(tabs, TABS.values(), strict=True):
        if tab.open:
            with tab:
                draw(view)
