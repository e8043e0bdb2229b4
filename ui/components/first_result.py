"""The end of the short form: a first result, how sure it is, and what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import streamlit as st

from ui import form, resources, state
from ui.components.office_name import office_name
from ui.components.score_strip import score_line, standing
from ui.components.scorecard_pdf import pdf_button
from ui.components.scorecard_view import view_of

if TYPE_CHECKING:
    from i18n import Translator
    from ui.components.score_strip import Standing


def first_result(done: form.Progress) -> None:
    """Draws the score so far, says in words what it is, and offers the ways on.

    Args:
        done: How far the person has come in the short form.
    """
    t, now = state.translator(), standing(state.assessment(), model=resources.model())
    # One element of the page, however much it holds: what comes after keeps its place and is not run again.
    with st.container(key="first_result"):
        st.header(t("short.result"), anchor=False)
        with st.container(border=True, gap="xsmall"):
            score_line(now, t)
        st.markdown(_words(now, done, t))
        there = now.score is not None
        if there:
            st.markdown(t("short.next"))
            office_name()
        with st.container(horizontal=True):
            if there:
                _to_scorecard(t)
                own = state.named(state.assessment())
                pdf_button(view_of(own, source="own"), kind="secondary")
            _go_on("primary" if done.done and not there else "secondary", t)


def _words(now: Standing, done: form.Progress, t: Translator) -> str:
    """What the score so far is; before there is one, what it still takes."""
    model, low, high = resources.model(), t.number(now.low), t.number(now.high)
    if low == high:
        return t("short.settled")
    numbers = {"rated": t.number(now.rated)}
    if now.score is not None:
        criteria = t.number(len(model.criteria))
        return t("short.first", low=low, high=high, criteria=criteria, **numbers)
    if not done.done:
        return t.plural("short.to_go", done.asked - done.answered)
    least = t.number(model.method.rated_criteria)
    return t("short.too_few", number=t.number(done.asked), least=least, **numbers)


def _to_scorecard(t: Translator) -> None:
    if st.button(t("short.scorecard"), key="short_result", type="primary"):
        st.switch_page("ui/pages/scorecard.py", query_params=state.links())


def _go_on(kind: Literal["primary", "secondary"], t: Translator) -> None:
    """To the rest of the form, or to its overview where nothing is left."""
    part = form.first_open(resources.model(), state.assessment())
    label, icon = t("short.go_on" if part else "assess.finish"), ":material/arrow_forward:"
    if st.button(label, key="short_go_on", type=kind, icon=icon, icon_position="right"):
        state.open_section(part)
