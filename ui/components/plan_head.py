"""The top of the plan page: whose plan it is, where it leads, what is next."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ui import resources, state
from ui.charts.projection import projection_picture
from ui.components.empty import nothing_yet
from ui.components.prose import boxed_line, prose, small_print
from ui.components.scorecard_view import show_picture
from ui.components.scorecard_words import signed
from ui.markdown import as_written

if TYPE_CHECKING:
    from i18n import Translator
    from scoring.plan import Milestone
    from ui.components.plan_view import PlanView

TRY_OUT = "ui/pages/try_out.py"


def empty_page(t: Translator) -> None:
    """The way on for a person without answers; an example has no plan, so it is tried out."""
    if nothing_yet("plan", t):
        st.switch_page(TRY_OUT, query_params=state.links(example=resources.examples()[0].office))


def masthead(plan: PlanView) -> None:
    """Whose plan it is, and how it is kept."""
    t = plan.view.t
    st.title(t("plan.title"), anchor=False)
    st.markdown(f"**{as_written(plan.view.assessment.office)}**")
    prose(t("plan.kept"))
    if plan.lines:
        score, measures = st.columns(2, gap="medium")
        with score:
            _score(plan)
        with measures:
            _measures(plan)
        return
    with boxed_line():
        st.markdown(t("plan.none_yet"), width="content")
        if st.button(t("plan.try_first"), key="plan_try_first", type="tertiary"):
            st.switch_page(TRY_OUT, query_params=state.links())


def projection(plan: PlanView) -> None:
    """The stair, its table and what it does not tell; nothing while there is no plan or no total."""
    view, t = plan.view, plan.view.t
    now = view.card.total.score
    picture = projection_picture(now, plan.steps, model=view.model, palette=view.palette, t=t)
    if picture is None or not plan.lines:
        return
    st.header(t("plan.chart"), anchor=False)
    show_picture(picture, key="projection")
    ring = f"{t('plan.ring')} " if plan.steps[0].score != now else ""
    small_print(f"{ring}{t('plan.caveat')}")
    with st.expander(t("plan.table"), type="compact"):
        st.table(picture.table, border="horizontal", alt=t("plan.table_alt"))


def _score(plan: PlanView) -> None:
    t, first, last = plan.view.t, plan.steps[0], plan.steps[-1]
    now = plan.view.card.total.score
    if now is None or last.score is None:
        st.metric(t("plan.then"), t("scorecard.not_rated"))
        st.caption(t("report.plan_not_rated"))
        return
    same = t.number(now) == t.number(last.score)
    words = t.number(now) if same else t("plan.from_to", before=t.number(now), after=t.number(last.score))
    st.metric(t("plan.then"), words)
    st.markdown(f"**{t('plan.points', points=signed(last.score - now, t, 1))}**")
    st.caption(_when(last, t) if last is not first else t("plan.as_now"))


def _when(last: Milestone, t: Translator) -> str:
    return t("plan.by_day", date=t.date(last.day)) if last.day else t("plan.by_end")


def _measures(plan: PlanView) -> None:
    t, open_lines = plan.view.t, [one for one in plan.lines if one.open]
    late = len(plan.late)
    ahead = [one.planned.deadline for one in open_lines if one not in plan.late and one.planned.deadline]
    st.metric(t("plan.measures"), t.number(len(plan.lines)))
    st.markdown(f"**{t.plural('plan.open', len(open_lines))}**")
    parts = [t.plural("plan.overdue", late)] if late else []
    parts += [t("plan.next", date=t.date(min(ahead)))] if ahead else []
    if parts:
        st.caption(" · ".join(parts))
