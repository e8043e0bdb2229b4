"""The short form: the few answers that tell most, the interval narrowing down the page, a first result."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from ui import form, resources, state
from ui.components.first_result import first_result
from ui.components.ladder import field_question
from ui.components.question import short_question
from ui.components.score_strip import Standing, bar, standings
from ui.components.section_bar import section_bar
from ui.components.task_status import status_badge

if TYPE_CHECKING:
    from collections.abc import Sequence

    from streamlit.delta_generator import DeltaGenerator

    from i18n import Translator
    from scoring import Assessment

METHOD = "ui/pages/method.py"


def columns() -> list[str]:
    """The columns of the short form, the most telling first."""
    return [one.column for one in resources.short_form()]


def short_progress() -> form.Progress:
    """How far the person has come in the short form."""
    return form.progress_in(columns(), state.assessment())


def begin_words(t: Translator) -> str:
    """What the button to the short form says."""
    return t("short.resume" if short_progress().answered else "short.begin")


def short_first() -> bool:
    """Whether the short form is the natural next step: not done, and nothing else is begun."""
    return not short_progress().done and set(state.assessment().answers) <= set(columns())


def short_card() -> None:
    """The short form on the overview: what it is, how far it has come, and the way in."""
    t, done = state.translator(), short_progress()
    with st.container(border=True, key="short_card", gap="small"):
        with st.container(gap="xxsmall"):
            with st.container(horizontal=True, horizontal_alignment="distribute"):
                st.markdown(f"**{t('short.title')}**", width="content")
                status_badge(done, t)
            st.caption(t("short.card", number=t.number(done.asked)))
        if st.button(begin_words(t), key="open_short", type="primary" if short_first() else "secondary"):
            state.open_section(form.SHORT)


def short_form() -> None:
    """Draws the questions and under them the result; what depends on their answers is drawn last."""
    t = state.translator()
    section_bar(form.SHORT)
    st.title(t("short.title"), anchor=False)
    progress = st.empty()
    st.markdown(t("short.intro"))
    places = [_asked(column) for column in columns()]
    st.divider()
    done = short_progress()
    progress.caption(t("short.progress", answered=t.number(done.answered), asked=t.number(done.asked)))
    first_result(done)
    _how(t)
    _trail(places, t)


def down_to(assessment: Assessment, order: Sequence[str]) -> list[Assessment]:
    """The assessment after each of the answers in turn: those that come later are left out."""
    return [
        dataclasses.replace(
            assessment,
            answers={
                column: text
                for column, text in assessment.answers.items()
                if column not in order or order.index(column) <= place
            },
        )
        for place in range(len(order))
    ]


def _asked(column: str) -> DeltaGenerator:
    """One question, and under it a place for the interval after its answer."""
    st.space("small")
    item, _, field = column.partition(".")
    if field:
        field_question(field)
    else:
        short_question(item)
    return st.empty()


def _trail(places: list[DeltaGenerator], t: Translator) -> None:
    """Under each answer the interval as it was narrowed so far."""
    own = state.assessment()
    after = standings(down_to(own, columns()), model=resources.model())
    for column, place, now in zip(columns(), places, after, strict=True):
        if own.answers.get(column):
            with place.container(gap="xxsmall"):
                bar(dataclasses.replace(now, score=None), t)
                st.caption(_after_words(now, t))


def _after_words(now: Standing, t: Translator) -> str:
    """Between which totals the office can end once this is answered."""
    low, high = t.number(now.low), t.number(now.high)
    return t("strip.settled") if low == high else t("short.after", low=low, high=high)


def _how(t: Translator) -> None:
    """How the questions were found, with the width that each of them leaves."""
    model = resources.model()
    with st.expander(t("short.how")):
        st.markdown(t("short.how_text", number=t.number(len(columns()))))
        rows = {_name(one.column, t): [t.number(one.width, 1)] for one in resources.short_form()}
        index = pd.Index(list(rows), name=t("short.question"))
        heading = t("short.left")
        st.table(
            pd.DataFrame(list(rows.values()), index=index, columns=[heading]),
            border="horizontal",
            alt=t(
                "short.alt", number=t.number(len(rows)), typical=t.number(resources.short_form()[-1].width)
            ),
        )
        st.caption(t("short.source", respondents=t.number(model.method.respondents)))
        st.page_link(
            METHOD, label=t("short.method"), icon=":material/arrow_forward:", query_params=state.links()
        )


def _name(column: str, t: Translator) -> str:
    model = resources.model()
    item, _, field = column.partition(".")
    return t.pick(model.fields[field].title if field else model.items[item].text)
