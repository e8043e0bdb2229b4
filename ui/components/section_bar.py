"""The way through the form: back to the list, straight to a part, on to the next."""

from __future__ import annotations

import streamlit as st

from ui import form, resources, state


def section_bar(current: str) -> None:
    """Draws the way back to the list and the choice of a section; the short form comes first."""
    t, model = state.translator(), resources.model()
    sections = [form.SHORT, *form.sections(model)]
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        if st.button(t("assess.all_parts"), type="tertiary", icon=":material/arrow_back:", key="all_parts"):
            state.open_section(None)
        chosen = st.selectbox(
            t("assess.choose_part"),
            sections,
            index=sections.index(current),
            format_func=lambda code: form.title(model, code, t),
            key=state.key(f"section.{current}"),
            label_visibility="collapsed",
            width=280,
        )
    if chosen != current:
        state.open_section(chosen)


def neighbour_buttons(current: str) -> None:
    """Draws the ways to the section before and after; from the last one back to the list."""
    t, model = state.translator(), resources.model()
    before, after = form.neighbours(model, current)
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        label = form.title(model, before, t) if before else t("assess.all_parts")
        if st.button(label, icon=":material/arrow_back:", key="previous"):
            state.open_section(before)
        label = form.title(model, after, t) if after else t("assess.finish")
        if st.button(
            label, icon=":material/arrow_forward:", icon_position="right", key="next", type="primary"
        ):
            state.open_section(after)
