"""What if: answers tried beside the real ones, and what they do to the result at once."""

from __future__ import annotations

import streamlit as st

from ui import shown, state
from ui.components.whatif_answers import answers_tab
from ui.components.whatif_changes import changes_panel
from ui.components.whatif_head import bottom_bar, empty_page, masthead, result
from ui.components.whatif_measures import measures_tab
from ui.components.whatif_table import criteria_table
from ui.components.whatif_view import Trial, trial

WIDTH = 1120  # pixels, as on the scorecard
TABS = ("measures", "answers")


def criteria(tried: Trial) -> None:
    """The total and the ten criteria, as they are and as they would be."""
    st.header(t("try_out.criteria"), anchor=False)
    criteria_table(tried)


t = state.translator()
if not shown.shown().assessment.answers:
    st.set_page_config(layout="centered")
    empty_page(t)
    st.stop()

st.set_page_config(layout="wide")
with st.container(horizontal_alignment="center"), st.container(width=WIDTH):
    top = st.container()
    left, right = st.columns([3, 2], gap="large")
    with left:
        changes = st.container()
        tabs = st.tabs(
            [t(f"try_out.tab_{name}") for name in TABS], key=state.key("trial.tab"), on_change="rerun"
        )
    if tabs[1].open:
        with tabs[1]:
            answers_tab()
    tried = trial()  # after the answers, so that it knows them
    with top:
        masthead(tried)
        result(tried)
        st.space("xsmall")
    with changes:
        changes_panel(tried)
    if tabs[0].open:
        with tabs[0]:
            measures_tab(tried)
    with right:
        criteria(tried)
bottom_bar(tried)
