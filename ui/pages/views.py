"""Several views of one office: the leader's and the staff's answers side by side, and what is agreed."""

from __future__ import annotations

import streamlit as st

from ui import shown, staff_views, state
from ui.components.closed import stop_at_other_model
from ui.components.saved import saved_line
from ui.components.views_list import views_list
from ui.components.views_summary import views_summary
from ui.components.views_upload import upload


def how() -> None:
    """What staff and leader do, in order; folded away once there is something to see."""
    steps = "\n".join(f"{place}. {t(f'views.step_{place}')}" for place in range(1, 4))
    if staff_views.held():
        st.expander(t("views.how")).markdown(steps)
    else:
        st.markdown(steps)


def side_by_side() -> None:
    """The totals and the differences; the totals are drawn last, so that they know what was agreed."""
    st.header(t("views.totals"), anchor=False)
    st.markdown(t("views.totals_text"))
    totals = st.container()
    st.header(t("views.differences"), anchor=False)
    st.markdown(t("views.differences_text"))
    views_list(t)
    with totals:
        views_summary(t)


t = state.translator()
shown.choose_own()
stop_at_other_model(t("views.title"), t)
st.title(t("views.title"), anchor=False)
st.markdown(t("views.lead"))
how()
if not state.assessment().answers:
    st.info(t("views.no_own"), icon=":material/info:")
    st.page_link(
        "ui/pages/assess.py",
        label=t("views.to_form"),
        icon=":material/arrow_forward:",
        query_params=state.links(),
    )
upload(t)
st.caption(t("views.privacy"))
if staff_views.held():
    side_by_side()
saved_line()
