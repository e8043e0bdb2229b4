"""Assess: the parts of the form with the score so far; then one part at a time."""

from __future__ import annotations

from functools import partial

import streamlit as st

from scoring.encode import NAME_LENGTH
from storage import Action
from ui import form, own, resources, shown, state
from ui.components.about_office import about_office
from ui.components.closed import stop_at_other_model
from ui.components.files import files
from ui.components.question import question
from ui.components.saved import arrival_notes, saved_line
from ui.components.score_strip import score_strip
from ui.components.section_bar import neighbour_buttons, section_bar
from ui.components.short_form import short_card, short_form
from ui.components.task_list import task_list
from ui.components.top import to_the_top
from ui.desk import desk


def overview() -> None:
    """The whole form at a glance: the office, the score, the parts, the file."""
    st.title(t("assess.title"), anchor=False)
    st.markdown(t("assess.intro"))
    office_name()
    about_office()
    score_strip()
    short_card()
    task_list()
    st.header(t("assess.files"), anchor=False)
    files()
    st.header(t("views.title"), anchor=False)
    st.markdown(t("views.from_form"))
    st.page_link(
        "ui/pages/views.py",
        label=t("views.from_form_link"),
        icon=":material/compare_arrows:",
        query_params=state.links(),
    )


def office_name() -> None:
    """The name, kept while it is typed."""
    key = state.key("office")
    take = partial(take_name, key)
    st.text_input(
        t("assess.office"),
        state.assessment().office,
        NAME_LENGTH,
        key=key,
        placeholder=t("assess.office_hint"),
        live=True,
        on_change=take,
        disabled=not desk().may(Action.RENAME),
    )
    take()


def take_name(key: str) -> None:
    """Keeps what the field says, where that differs from what is held."""
    name = (state.given(key) or "").strip()
    if name != state.assessment().office:
        own.set_office(name)


def part(code: str) -> None:
    """One part: its questions, with the strip above them drawn last, so that it knows the answers."""
    section = form.sections(model)[code]
    section_bar(code)
    st.title(form.title(model, code, t), anchor=False)
    progress = st.empty()
    st.markdown(t.pick(section.intro))
    strip = st.container()
    for item in form.items(model, code):
        st.space("small")
        question(item)
    st.divider()
    neighbour_buttons(code)
    done = form.progress(model, state.assessment(), code)
    progress.caption(t("assess.progress_part", answered=t.number(done.answered), asked=t.number(done.asked)))
    with strip:
        score_strip()


t, model = state.translator(), resources.model()
shown.choose_own()
state.put_in_address(state.ASSESSMENT, state.place())
stop_at_other_model(t("assess.title"), t)
arrival_notes()
chosen = state.section([form.SHORT, *form.sections(model)])
if chosen is None:
    overview()
elif chosen == form.SHORT:
    short_form()
else:
    part(chosen)
saved_line()
to_the_top(chosen or "overview")
