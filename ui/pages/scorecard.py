"""The scorecard: how the office does, against whom, what first; then everything behind it."""

import streamlit as st

from ui import resources, shown, state
from ui.components.scorecard_compare import choose_population
from ui.components.scorecard_context import context_tab
from ui.components.scorecard_criteria import criteria_tab, leave_criterion
from ui.components.scorecard_head import empty_page, headline, masthead
from ui.components.scorecard_ladder import ladder_tab
from ui.components.scorecard_measures import measures_tab
from ui.components.scorecard_overview import overview
from ui.components.scorecard_view import view_of
from ui.components.views_note import views_note

WIDTH = 1120  # pixels: wide enough for words beside a picture, narrow enough to read
TABS = {"measures": measures_tab, "criteria": criteria_tab, "ladder": ladder_tab, "context": context_tab}

st.set_page_config(layout="wide")
t = state.translator()
office = shown.shown()
if shown.lost():
    st.info(t("scorecard.file.lost"), icon=":material/info:")
if not office.assessment.answers and office.source != "file":
    empty_page(t)
    st.stop()

wanted = state.in_address("criterion", resources.model().criteria)
tab_name = "criteria" if wanted else state.in_address("tab", TABS) or next(iter(TABS))
with st.container(horizontal_alignment="center"), st.container(width=WIDTH):
    top = st.container()
    view = view_of(office.assessment, source=office.source, population=choose_population(t))
    with top:
        masthead(view)
        views_note(t)
    headline(view)
    st.space("xsmall")
    overview(view)
    labels = {name: t(f"scorecard.tab.{name}") for name in TABS}
    first = labels[state.steady("scorecard.tab", tab_name)]
    tabs = st.tabs(list(labels.values()), default=first, key=state.key("scorecard.tab"), on_change="rerun")
    for name, tab in zip(TABS, tabs, strict=True):
        if tab.open:
            state.put_in_address("tab", None if name == next(iter(TABS)) else name)
            state.remember("scorecard.tab", name)
            if name != "criteria":
                leave_criterion()
            with tab:
                TABS[name](view)
