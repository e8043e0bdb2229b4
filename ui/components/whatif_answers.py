"""One part of the form in the sandbox: the same widgets, on the answers being tried."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from report.answer_words import item_answer
from ui import form, resources, state
from ui.components.answers import answer_widget
from ui.trial_state import sandbox, trial_sheet

if TYPE_CHECKING:
    from scoring import Model

_PART = "trial.part"
"""Remembers which part of the form is open."""


def answers_tab() -> None:
    """The scored questions of one part; what differs from the real answer says so."""
    t, model = state.translator(), resources.model()
    parts = scored_parts(model)
    held = state.recall(_PART)
    part = st.selectbox(
        t("try_out.part"),
        parts,
        index=parts.index(held) if held in parts else 0,
        format_func=lambda code: form.title(model, code, t),
        key=state.key("trial.part"),
    )
    state.remember(_PART, part)
    for code in form.items(model, part):
        if code in form.scored_items(model):
            st.space("xsmall")
            _question(code)


def scored_parts(model: Model) -> list[str]:
    """The parts of the form with questions that give points, in order."""
    scored = form.scored_items(model)
    return [part for part in form.sections(model) if scored & set(form.items(model, part))]


def _question(code: str) -> None:
    t, model, box = state.translator(), resources.model(), sandbox()
    with st.container(key=f"trial_{code}", gap=12):
        st.markdown(f"**{t.pick(model.items[code].text)}**")
        real = st.empty()
        answer_widget(code, trial_sheet(box))
        columns = form.columns(model, code)
        moved = sum(column in sandbox().changes for column in columns)
    if moved and len(columns) > 1:
        real.caption(t.plural("try_out.fields_changed", moved))
    elif moved:
        answer = item_answer(code, assessment=box.base, model=model, t=t)
        real.caption(t("try_out.real_answer", answer=answer))
