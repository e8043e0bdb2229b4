"""The office's assessments by year, and what can be done with each."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import streamlit as st

from storage import Action, assessments
from ui import form, history_steps, resources, state
from ui.charts.style import GLYPHS
from ui.components.history_view import line_name
from ui.components.interval import interval_bar
from ui.components.steps import done, take_step
from ui.desk import desk
from ui.markdown import as_written
from ui.who import actor

if TYPE_CHECKING:
    from collections.abc import Callable

    from i18n import Translator
    from scoring import Model
    from scoring.change import Mark
    from ui.components.history_view import HistoryView, Line

ASSESS = "ui/pages/assess.py"
TITLE_LENGTH = 200


def begin(view: HistoryView) -> None:
    """Begins a new assessment: with the answers of the last one, or without."""
    t = view.t
    if not view.may(Action.START):
        return
    with st.container(horizontal=True, gap="small", key="history_begin"):
        if view.lines and st.button(t("history.begin_copy"), key="history_begin_copy", type="primary"):
            _go(lambda: history_steps.begin_copy(view.lines[0].info.id), t)
        if st.button(t("history.begin_empty"), key="history_begin_empty"):
            _go(lambda: history_steps.begin_empty(view.office.id), t)
    st.caption(t("history.begin_text"))


def history_list(view: HistoryView) -> None:
    """Draws the assessments, newest first, under their years."""
    for year, lines in groupby(view.lines, key=lambda line: line.info.date.year):
        st.header(str(year), anchor=False)
        for line in lines:
            _line(line, view)


def _line(line: Line, view: HistoryView) -> None:
    t, info = view.t, line.info
    with st.container(border=True, key=f"history_{info.id}", gap="xsmall"):
        with st.container(gap=None):
            st.markdown(_heading(line, t))
            st.markdown(mark_words(line.result.total, line.model, t) if line.result else _no_score(line, t))
        if line.result:
            _bar(line.result.total, view)
        with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
            st.caption(" ".join(_facts(line, t)), width="content")
            _ways(line, view)


def _ways(line: Line, view: HistoryView) -> None:
    t, info = view.t, line.info
    with st.container(horizontal=True, gap="small", width="content"):
        if line.current and st.button(t("store.open"), key=f"history_open_{info.id}"):
            _go(lambda: history_steps.lay_open(info.id), t)
        if view.may(Action.START):
            with st.popover(t("history.more"), key=state.key(f"history_more_{info.id}")):
                _more(line, view)


def _bar(mark: Mark, view: HistoryView) -> None:
    if mark.low is not None and mark.high is not None:
        words = range_words(mark, view.t)
        st.html(interval_bar(mark.score, mark.low, mark.high, alt=words, palette=view.palette))


def _heading(line: Line, t: Translator) -> str:
    here = desk().begun and state.place() == line.info.id
    name = f"**{line_name(line.info, t)}**"
    parts = [name, *([t("history.here")] if here else [])]
    return " · ".join([*parts, *([f":material/lock: {t('history.locked')}"] if line.info.locked_at else [])])


def mark_words(mark: Mark, model: Model | None, t: Translator) -> str:
    """The score and its level, or that it is not rated."""
    if mark.score is None or mark.level is None or model is None:
        return t("strip.not_rated")
    level = model.method.levels[mark.level]
    return f"{t('strip.score', score=t.number(mark.score))} · {GLYPHS[level.shape]} {t.pick(level.title)}"


def range_words(mark: Mark, t: Translator) -> str:
    """Between which scores it can end."""
    low, high = t.number(mark.low or 0), t.number(mark.high or 0)
    return t("strip.settled") if low == high else t("strip.between", low=low, high=high)


def _no_score(line: Line, t: Translator) -> str:
    key = "history.no_fit" if line.model else "history.no_model"
    return t(key, version=as_written(line.info.model_version))


def _facts(line: Line, t: Translator) -> list[str]:
    facts = []
    answered = t.number(line.info.answered)
    if line.result:
        facts.append(f"{range_words(line.result.total, t)}.")
    if line.model:
        asked = t.number(form.progress(line.model, state.blank()).asked)
        facts.append(t("history.answered", answered=answered, asked=asked))
    facts.append(t("history.model", version=as_written(line.info.model_version)))
    if line.info.locked_at:
        facts.append(t("history.locked_since", date=t.date(line.info.locked_at.astimezone().date())))
    return facts


# ------------------------------------------------------------------ what can be done with one
def _more(line: Line, view: HistoryView) -> None:
    t, info = view.t, line.info
    if not info.locked_at:
        _describe(line, view)
    same = info.model_version == resources.model().version
    copy = t("history.copy") if same else t("history.copy_new_model")
    if st.button(copy, key=f"history_copy_{info.id}", width="stretch"):
        _go(lambda: history_steps.begin_copy(info.id), t)
    if view.may(Action.LOCK):
        _lock(line, t)
    if view.may(Action.DELETE) and not info.locked_at:
        if st.button(t("history.delete"), key=f"history_delete_{info.id}", width="stretch"):
            take_step(lambda: history_steps.delete(info.id, view.office.id), t)
        st.caption(t("history.delete_text"))


def _describe(line: Line, view: HistoryView) -> None:
    t, info = view.t, line.info
    with st.form(state.key(f"history_form_{info.id}"), border=False):
        title = st.text_input(
            t("history.title_field"), info.title, max_chars=TITLE_LENGTH, key=state.key(f"title_{info.id}")
        )
        date = st.date_input(
            t("history.date_field"),
            info.date,
            format="DD.MM.YYYY",
            key=state.key(f"date_{info.id}"),
        )
        kept = st.form_submit_button(t("history.keep"), key=f"history_keep_{info.id}", width="stretch")
    if kept:
        take_step(lambda: history_steps.describe(info.id, title, date), t)


def _lock(line: Line, t: Translator) -> None:
    info = line.info
    step = assessments.unlock if info.locked_at else assessments.lock
    words = t("store.unlock") if info.locked_at else t("history.lock")
    if st.button(words, key=f"history_lock_{info.id}", width="stretch"):
        take_step(lambda: step(resources.store(), actor(), assessment_id=info.id), t)
    st.caption(t("history.unlock_text") if info.locked_at else t("history.lock_text"))


def _go(step: Callable[[], object], t: Translator) -> None:
    """Takes a step that lays another assessment on the desk, and goes to the form."""
    if done(step, t):
        st.switch_page(ASSESS, query_params=state.links())
