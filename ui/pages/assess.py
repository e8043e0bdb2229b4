"""Assess: the parts of the form with the score so far; then one part at a time."""

from __future__ import annotations

import streamlit as st

from ui import form, resources, shown, state
from ui.components.about_office import about_office
from ui.components.closed import stop_at_other_model
from ui.components.files import files
from ui.components.office_name import office_name
from ui.components.question import question
from ui.components.saved import arrival_notes, saved_line
from ui.components.score_strip import score_strip
from ui.components.section_bar import neighbour_buttons, section_bar
from ui.components.short_form import short_card, short_form
from ui.components.task_list import task_list
from ui.components.top import to_the_top


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
