"""Start: what this is, two doors, and what is behind them in five lines."""

from __future__ import annotations

import streamlit as st

from i18n.alphabet import name_key
from ui import form, resources, state
from ui.components.foot import foot
from ui.components.shelf import shelf
from ui.components.short_form import begin_words, short_first, short_progress

ASSESS = "ui/pages/assess.py"


def five_lines() -> None:
    """What a person gets here."""
    st.header(t("start.get"), anchor=False)
    facts = {
        "questions": t.number(len(model.asked)),
        "criteria": t.number(len(model.criteria)),
        "respondents": t.number(model.method.respondents),
    }
    st.markdown("\n".join(f"- {t(f'start.line_{line}', **facts)}" for line in range(1, 6)))


def own_door() -> None:
    """The way to the form."""
    progress = form.progress(model, state.assessment())
    with st.container():
        st.header(t("start.own"), anchor=False)
        if short_first():
            st.markdown(t("short.start", number=t.number(short_progress().asked)))
        st.markdown(t("start.own_text"))
        if progress.answered:
            st.markdown(
                t("start.answered", answered=t.number(progress.answered), asked=t.number(progress.asked))
            )
    with st.container(gap="xsmall"):
        _ways_in(t("start.own_go_on") if progress.answered else t("short.all_parts"))


def _ways_in(all_parts: str) -> None:
    """The short form first, until it is done or the whole form is begun."""
    first = short_first()
    if first and st.button(begin_words(t), key="begin_short", type="primary", width="stretch"):
        st.switch_page(ASSESS, query_params=state.links(section=form.SHORT))
    if st.button(all_parts, key="begin", type="secondary" if first else "primary", width="stretch"):
        st.switch_page(ASSESS, query_params=state.links())


def example_door() -> None:
    """The way to the scorecard of a synthetic office."""
    with st.container():
        st.header(t("start.example"), anchor=False)
        st.markdown(t("start.example_text"))
    with st.container():
        names = [one.office for one in resources.examples()]
        listed = sorted(names, key=name_key)
        first = listed.index(names[0])
        office = st.selectbox(t("start.example_choose"), listed, first, key=state.key("example"))
        if st.button(t("start.example_open"), key="open_example", width="stretch"):
            st.switch_page("ui/pages/scorecard.py", query_params=state.links(example=office))


def ten_criteria() -> None:
    """The names of the criteria, in two columns on a wide screen."""
    st.header(t("start.criteria"), anchor=False)
    lines = [f"{one.number}. {t.pick(one.title)}" for one in model.criteria.values()]
    half = (len(lines) + 1) // 2
    for column, part in zip(st.columns(2, gap="medium"), (lines[:half], lines[half:]), strict=True):
        column.markdown("\n".join(part))


t, model = state.translator(), resources.model()
st.title(t("start.title"), anchor=False)
st.markdown(t("start.lead"))
for column, door in zip(st.columns(2, gap="medium"), (own_door, example_door), strict=True):
    with column.container(border=True, height="stretch", vertical_alignment="distribute"):
        door()
st.page_link(
    "ui/pages/compare.py",
    label=t("start.compare"),
    icon=":material/compare_arrows:",
    query_params=state.links(),
)
shelf(t)
five_lines()
ten_criteria()
st.caption(t("start.source", respondents=t.number(model.method.respondents)))
foot(t)
