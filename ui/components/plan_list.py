"""The measures in the plan: each a card whose fields are kept the moment they are changed."""

from __future__ import annotations

import dataclasses
import datetime as dt
from functools import partial
from typing import TYPE_CHECKING, Final

import streamlit as st

from report.measure_words import measure_title
from report.plan_lines import LONGEST_NAME, LONGEST_NOTE
from scoring.plan import EFFORTS, STATUSES
from storage import Action
from ui import plan_state, resources, state
from ui.components.prose import boxed_line, small_print
from ui.desk import desk
from ui.markdown import as_written

if TYPE_CHECKING:
    from collections.abc import Callable

    from report.plan_lines import PlanLine
    from scoring.plan import PlannedMeasure
    from ui.components.plan_view import PlanView

FIRST_DAY, LAST_DAY = dt.date(2000, 1, 1), dt.date(2100, 12, 31)
"""Deadlines that the calendar offers; one from a file may lie outside."""

TEXTS: Final = ("responsible", "note")
FIELDS: Final = (*TEXTS, "deadline", "effort", "status")
"""What can be filled in for a measure; each is a field of ``PlannedMeasure``."""

FORMAT: Final = "DD.MM.YYYY"

WHO, WHEN, EFFORT, STATUS = 326, 160, 127, 167
"""Pixels: on a desk side by side and together as wide as the note; on a phone the first fills its line."""


def plan_list(plan: PlanView) -> None:
    """Draws the plan in order, and the way back for a measure that was just taken out."""
    t = plan.view.t
    if plan.lines:
        st.header(t("plan.list"), anchor=False)
        small_print(t("plan.list_order"))
    for line in plan.lines:
        _card(line, plan)
    _put_back()


def _card(line: PlanLine, plan: PlanView) -> None:
    t = plan.view.t
    place = plan_state.place_of(line.planned)
    with st.container(border=True, gap="small", key=f"plan_card_{place}"):
        st.subheader(as_written(line.title), anchor=False)
        late = f":orange-badge[:material/schedule: {t('plan.late')}] " if line in plan.late else ""
        st.markdown(f"{late}{_gain(line, plan)}")
        _fields(place, line.planned, desk().trouble)
        with st.container(
            horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", gap=None
        ):
            st.caption(t("plan.source", place=line.source), width="content")
            if desk().may(Action.PLAN) and st.button(
                t("plan.take_out"), key=f"out_{place}", type="tertiary", icon=":material/close:"
            ):
                plan_state.take_out(place)
                st.rerun()


@st.fragment
def _fields(place: int, shown: PlannedMeasure, trouble: str | None) -> None:
    """The fields of one measure; the whole page is drawn again for another deadline or status, or trouble.

    Args:
        place: Of the measure in the plan as the session holds it.
        shown: The measure as the page around the fields shows it.
        trouble: Why nothing could be stored, as the page around the fields says.
    """
    _draw(plan_state.plan()[place], place, partial(_take, place))
    _take(place)
    now = plan_state.plan()[place]
    if (now.deadline, now.status) != (shown.deadline, shown.status):
        st.rerun()
    if desk().trouble != trouble:
        st.rerun()


def _take(place: int) -> None:
    """Keeps what the fields say, where that differs from what is held."""
    held = plan_state.plan()[place]
    said = {field: state.given(plan_state.key(place, field)) for field in FIELDS}
    texts = {field: (said[field] or "").strip() for field in TEXTS}
    new = dataclasses.replace(held, **{**said, **texts})
    if new != held:
        plan_state.change(place, new)


def _gain(line: PlanLine, plan: PlanView) -> str:
    """What it gives alone, and the total with it and all before it."""
    t = plan.view.t
    if line.total is None:
        return line.gain_text
    known = line.gain is not None and line.gain > 0
    gain = t("plan.gain", gain=line.gain_text) if known else line.gain_text
    return t("plan.line", gain=gain, total=t.number(line.total))


def _draw(planned: PlannedMeasure, place: int, take: Callable[[], None]) -> None:
    t, key, closed = state.translator(), partial(plan_state.key, place), not desk().may(Action.PLAN)
    with st.container(horizontal=True, gap="small"):
        st.text_input(
            t("report.plan_responsible"),
            planned.responsible,
            LONGEST_NAME,
            key=key("responsible"),
            on_change=take,
            placeholder=t("plan.responsible_hint"),
            live=True,
            disabled=closed,
            width=WHO,
        )
        _deadline(planned, key("deadline"), take)
        st.selectbox(
            t("report.plan_effort"),
            EFFORTS,
            EFFORTS.index(planned.effort),
            format_func=lambda one: t(f"report.effort.{one}"),
            key=key("effort"),
            on_change=take,
            disabled=closed,
            width=EFFORT,
        )
        st.selectbox(
            t("report.plan_status"),
            STATUSES,
            STATUSES.index(planned.status),
            format_func=lambda one: t(f"report.plan_status_{one}"),
            key=key("status"),
            on_change=take,
            disabled=closed,
            width=STATUS,
        )
    st.text_input(
        t("report.plan_note"),
        planned.note,
        LONGEST_NOTE,
        key=key("note"),
        on_change=take,
        live=True,
        disabled=closed,
    )


def _deadline(planned: PlannedMeasure, key: str, take: Callable[[], None]) -> None:
    held = planned.deadline
    st.date_input(
        state.translator()("report.plan_deadline"),
        held,
        min(FIRST_DAY, held or FIRST_DAY),
        max(LAST_DAY, held or LAST_DAY),
        key=key,
        on_change=take,
        format=FORMAT,
        disabled=not desk().may(Action.PLAN),
        width=WHEN,
    )


def _put_back() -> None:
    gone, t = plan_state.taken_out(), state.translator()
    if gone is None:
        return
    title = measure_title(gone.code, model=resources.model(), t=t)
    with boxed_line():
        st.markdown(t("plan.taken_out", measure=as_written(title)), width="content")
        if st.button(t("plan.put_back"), key="plan_put_back", icon=":material/undo:"):
            plan_state.put_back()
            st.rerun()
