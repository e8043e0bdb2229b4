"""The parts of the form, and how far each has come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import streamlit as st

from ui import form, resources, state
from ui.components.short_form import short_first
from ui.components.task_status import status_badge

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

    from i18n import Translator


def task_list() -> None:
    """Draws every section with its progress; its name opens it."""
    t, model = state.translator(), resources.model()
    sections = list(form.sections(model))
    _go_on(t)
    groups = {
        "assess.basics": [code for code in sections if code not in model.criteria],
        "assess.criteria": [code for code in sections if code in model.criteria],
    }
    for heading, codes in groups.items():
        st.header(t(heading), anchor=False)
        with st.container(gap="xxsmall", key=f"list_{heading.rpartition('.')[2]}"):
            for code in codes:
                _row(code, t)


def _go_on(t: Translator) -> None:
    """The shortest ways on: to the first part that is not complete, and to the result."""
    model = resources.model()
    part = form.first_open(model, state.assessment())
    with st.container(horizontal=True):
        if part:
            label = t("assess.go_on", part=form.title(model, part, t))
            icon = ":material/arrow_forward:"
            kind: Literal["primary", "secondary"] = "secondary" if short_first() else "primary"
            if st.button(label, key="go_on", type=kind, icon=icon, icon_position="right"):
                state.open_section(part)
        if st.button(t("assess.to_scorecard"), key="to_scorecard", type="secondary" if part else "primary"):
            st.switch_page("ui/pages/scorecard.py", query_params=state.links())


def _row(code: str, t: Translator) -> None:
    model = resources.model()
    with _line():
        if st.button(
            form.title(model, code, t),
            key=f"open_{code}",
            type="tertiary",
            icon=":material/chevron_right:",
            icon_position="right",
        ):
            state.open_section(code)
        status_badge(form.progress(model, state.assessment(), code), t)


def _line() -> DeltaGenerator:
    return st.container(
        horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", gap="small"
    )
