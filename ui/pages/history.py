"""History: the office's assessments over the years, what changed and why, and all that is kept of it."""

from __future__ import annotations

import streamlit as st

from storage import Unavailable
from ui import shown, state
from ui.components.history_change import change
from ui.components.history_empty import empty_page
from ui.components.history_list import begin, history_list
from ui.components.history_office import deleted_assessments, deleted_offices, own_data
from ui.components.history_trend import trend
from ui.components.history_view import history_view
from ui.components.prose import prose
from ui.components.saved import arrival_news, saved_line
from ui.components.steps import not_read
from ui.desk import desk
from ui.markdown import as_written

WIDTH = 860  # pixels: as the plan, to which it belongs

t = state.translator()
shown.choose_own()
try:
    view = history_view(desk().office_id)
    if view is None:
        st.set_page_config(layout="centered")  # also when the office was deleted on this page, which is wide
        empty_page(t)
        st.stop()
    st.set_page_config(layout="wide")
    with st.container(horizontal_alignment="center"), st.container(width=WIDTH):
        arrival_news()
        st.title(t("history.title"), anchor=False)
        st.markdown(f"**{as_written(view.office.name) or t('store.unnamed')}**")
        prose(t("history.intro"))
        begin(view)
        history_list(view)
        deleted_assessments(view)
        trend(view)
        change(view)
        own_data(view)
        deleted_offices(t)
except Unavailable as error:
    st.title(t("history.title"), anchor=False)
    not_read(error, t)
saved_line()
