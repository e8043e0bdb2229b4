"""Plan: what the office will do, who does it by when, and the score that it leads to."""

from __future__ import annotations

import streamlit as st

from ui import shown, state
from ui.components.plan_add import plan_add
from ui.components.plan_downloads import plan_downloads
from ui.components.plan_head import empty_page, masthead, projection
from ui.components.plan_list import plan_list
from ui.components.plan_view import plan_view
from ui.components.saved import arrival_notes, saved_line

WIDTH = 860  # pixels: wide enough for four fields beside each other

t = state.translator()
shown.choose_own()
if not state.assessment().answers and not state.assessment().plan:
    empty_page(t)
    st.stop()

st.set_page_config(layout="wide")
plan = plan_view()
with st.container(horizontal_alignment="center"), st.container(width=WIDTH):
    arrival_notes()
    masthead(plan)
    projection(plan)
    plan_list(plan)
    plan_add(plan)
    if plan.lines:
        plan_downloads(plan)
saved_line()
