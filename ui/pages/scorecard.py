"""The scorecard: how the office does, against whom, what first; then everything behind it."""

from functools import partial

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
from ui.components.tabs import tabs
from ui.components.views_note import views_note

WIDTH = 1120  # pixels: wide enough for words beside a picture, narrow enough to read
TABS = {"measures": measures_tab, "criteria": criteria_tab, "ladder": ladder_tab, "context": context_tab}


def draw(name: str) -> None:
    """What one tab holds."""
    if name != "criteria":
        leave_criterion()
    TABS[name](view)


st.set_page_config(layout="wide")
t = state.translator()
office = shown.shown()
if shown.lost():
    st.info(t("scorecard.file.lost"), icon=":material/info:")
if not office.assessment.answers and office.source != "file":
    empty_page(t)
    st.stop()

wanted = "criteria" if state.in_address("criterion", resources.model().criteria) else None
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
    drawn = {name: partial(draw, name) for name in TABS}
    tabs("scorecard.tab", drawn, labels=labels, place="tab", wanted=wanted)
