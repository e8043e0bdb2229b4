"""The list of every figure: search, a section at a time, one line each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from scoring.picture import main_figure
from ui import resources, state
from ui.components.nation_figures import base_words, entries, figure_rows, search, several

if TYPE_CHECKING:
    from i18n import Translator
    from ui.components.nation_figures import Entry

SEARCH, SECTION = "nation.search", "nation.section"
"""What the session remembers while a figure is open."""

QUESTION: Final = 620
"""Pixels for the questions: the answers begin beneath each other, near what they answer."""


def figure_list() -> None:
    """Draws the search, the choice of a section, and the figures that fit both."""
    t, model = state.translator(), resources.model()
    found = entries(model, resources.figures(), t)
    sections = list(dict.fromkeys(one.section for one in found.values()))
    order = [section for section in model.survey.sections if section in sections]
    text, section = _search(order, t)
    fitting = search(found.values(), text, section)
    st.caption(t.plural("nation.list.found", len(fitting)) if fitting else t("nation.list.nothing"))
    for code in order:
        here = [one for one in fitting if one.section == code]
        if here:
            st.header(t.pick(model.survey.sections[code].title), anchor=False)
            with st.container(gap="xsmall", key=f"nation_{code}"):
                for one in here:
                    _line(one, t)


def _search(order: list[str], t: Translator) -> tuple[str, str | None]:
    """The words and the section; both are remembered for the way back to the list."""
    model = resources.model()
    words, filters = st.columns([3, 2], gap="medium")
    text = words.text_input(
        t("nation.list.search"),
        state.recall(SEARCH) or "",
        key=state.key(SEARCH),
        icon=":material/search:",
        placeholder=t("nation.list.hint"),
        live=True,
    )
    held = state.recall(SECTION)
    section = filters.selectbox(
        t("nation.list.section"),
        [None, *order],
        index=([None, *order]).index(held if held in order else None),
        format_func=lambda code: (
            t("nation.list.all") if code is None else t.pick(model.survey.sections[code].title)
        ),
        key=state.key(SECTION),
    )
    state.remember(SEARCH, text or "")
    state.remember(SECTION, section)
    return text or "", section


def _line(entry: Entry, t: Translator) -> None:
    """The question, which opens it, and the commonest answer beside it; on a phone beneath it."""
    with st.container(horizontal=True, vertical_alignment="center", gap=None):
        label = t("nation.list.line", question=entry.question.replace("-", "–"), title=entry.title)
        with st.container(width=QUESTION):
            if st.button(label, key=f"figure_{entry.question}", type="tertiary", wrap=True):
                state.open_figure(entry.question)
        st.caption(headline(entry, t), width="content")


def headline(entry: Entry, t: Translator) -> str:
    """The commonest answer where it is sure which that is, else how many answered."""
    model, figures = resources.model(), resources.figures()
    main = main_figure(entry.question, figures)
    if main is None or main[1].n is None:
        return t("nation.list.ladder")
    population, figure = main
    n = figure.n or 1
    rows = figure_rows(entry, population, model=model, figures=figures, t=t)
    known = [row for row in rows if row.count is not None]
    top = max(known, key=lambda row: row.count or 0)
    left = n - sum(row.count or 0 for row in known)
    if several(entry, model) or (top.count or 0) > left or not left:
        share = t.percent((top.count or 0) / n)
        return t("nation.list.most", answer=top.label, share=share, n=t.number(n))
    return base_words(population, n, t)
