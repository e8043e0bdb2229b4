"""The two ways on from a measure: to try what it gives, and to plan it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from storage import Action
from ui import plan_state, state
from ui.desk import desk
from ui.trial_state import sandbox, try_measure

if TYPE_CHECKING:
    from scoring import Measure
    from ui.components.scorecard_view import View

TRY_OUT, PLAN = "ui/pages/try_out.py", "ui/pages/plan.py"


def measure_ways(measure: Measure, view: View, *, place: str) -> None:
    """Draws the buttons; another office's measures can be tried but not planned.

    Args:
        measure: One that gives points.
        view: The office.
        place: Where on the page they stand, for their keys.
    """
    t, code = view.t, measure.code
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        if st.button(t("scorecard.measures.try"), key=f"{place}.try.{code}", icon=":material/science:"):
            if code not in sandbox().measures:
                try_measure(code)
            st.switch_page(TRY_OUT, query_params=state.links())
        if view.source != "own" or not desk().may(Action.PLAN):
            return
        if code in {one.code for one in plan_state.plan()}:
            st.page_link(
                PLAN,
                label=t("scorecard.measures.planned"),
                icon=":material/check:",
                query_params=state.links(),
            )
        elif st.button(t("scorecard.measures.plan"), key=f"{place}.plan.{code}", icon=":material/add:"):
            plan_state.add([code])
            st.rerun()
