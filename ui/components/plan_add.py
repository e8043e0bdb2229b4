"""What can be planned: the measures by gain for the effort, and single indicators of larger ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from report.measure_words import gain_text, measure_title
from scoring.plan import SINGLE, by_gain_per_effort, default_effort, indicators_of
from storage import Action
from ui import plan_state, state
from ui.components.prose import prose
from ui.desk import desk

if TYPE_CHECKING:
    from scoring import Measure
    from ui.components.plan_view import PlanView

FIRST, TITLE = 5, 480
"""How many are shown at once; pixels for a title beside its button."""


def plan_add(plan: PlanView) -> None:
    """The measures that are not planned yet, best first, then single points."""
    t, model = plan.view.t, plan.view.model
    if not desk().may(Action.PLAN):
        return
    planned = {one.code for one in plan_state.plan()}
    left = [one for one in plan.view.card.measures if one.code not in planned]
    found = by_gain_per_effort(left, {}, model=model)
    st.header(t("plan.add"), anchor=False)
    if not found:
        st.markdown(t("plan.add_none"))
    else:
        weights = {name: t.number(weight) for name, weight in model.method.effort.items()}
        prose(t("plan.add_order", **weights))
    for one in found[:FIRST]:
        _row(one, plan)
    if found[FIRST:]:
        with st.expander(t.plural("plan.add_more", len(found) - FIRST)):
            for one in found[FIRST:]:
                _row(one, plan)
    _single(plan)


def _row(measure: Measure, plan: PlanView) -> None:
    t, model = plan.view.t, plan.view.model
    effort = t(f"report.effort.{default_effort(measure.code, model)}").lower()
    key = "plan.add_line" if measure.gain > 0 else "plan.add_line_unknown"
    line = t(key, gain=gain_text(measure, model=model, t=t), effort=effort)
    with st.container(
        border=True,
        horizontal=True,
        horizontal_alignment="distribute",
        vertical_alignment="center",
        gap="xsmall",
    ):
        with st.container(width=TITLE, gap=None):
            st.subheader(measure_title(measure.code, model=model, t=t), anchor=False)
            st.markdown(line)
        if st.button(t("plan.add_button"), key=f"add_{measure.code}", icon=":material/add:"):
            _add(measure.code)


def _single(plan: PlanView) -> None:
    """One indicator of a recommendation that covers several."""
    t, codes = plan.view.t, _single_codes(plan)
    if not codes:
        return
    with st.expander(t("plan.single")):
        st.markdown(t("plan.single_intro"))
        chosen = st.selectbox(
            t("plan.single_label"),
            codes,
            format_func=lambda code: measure_title(code, model=plan.view.model, t=t),
            key=state.key("plan.single"),
        )
        if st.button(t("plan.add_button"), key="add_single", icon=":material/add:"):
            _add(chosen)


def _single_codes(plan: PlanView) -> list[str]:
    """Those without full points, in the order of the criteria, that nothing in the plan brings there."""
    model = plan.view.model
    covered = {code for one in plan_state.plan() for code in indicators_of(one.code, model)}
    results = [one for criterion in plan.view.card.criteria for one in criterion.indicators]
    weak = [one.code for one in results if one.points is not None and one.points < 1]
    codes = [plan_state.code_of(code, model) for code in weak if code not in covered]
    return [code for code in codes if code.startswith(SINGLE)]


def _add(code: str) -> None:
    plan_state.add([code])
    plan_state.forget()
    st.rerun()
