"""Whether what the person gave is stored: said only when it is, and loudly when it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from report.answer_words import item_answer
from scoring import Assessment
from scoring.encode import NOTE
from storage import Action
from ui import own, resources, state
from ui.arriving import MISSING
from ui.components.closed import locked_note
from ui.desk import desk
from ui.markdown import as_written
from ui.storing import store_waiting

if TYPE_CHECKING:
    import datetime as dt

    from i18n import Translator
    from ui.desk import Clash

SECONDS = 3
"""Between two tries while the database does not answer."""


def saved_line() -> None:
    """Draws the line at the lower edge of the window; draw it last, so that it knows this run's answers."""
    t, held = state.translator(), desk()
    with st.bottom, st.container(key="say_saved", gap=None):  # static/announce.js tells of a change
        _news(t)
        if held.trouble and (held.waiting or held.unsaved):
            _trouble(held.trouble, t)
        elif held.stored and held.begun:
            st.caption(f":material/check_circle: {_when(held.stored, t)}", text_alignment="center")
        else:
            st.caption(t("store.nothing_yet"), text_alignment="center")


def _news(t: Translator) -> None:
    """What came from elsewhere meanwhile, told once; here it is seen wherever the person is on the page."""
    if news := desk().news:
        words = t.plural("store.news", len(news))
        st.caption(f":material/sync: {words}", text_alignment="center")
        news.clear()


def arrival_notes() -> None:
    """What a person should know on coming to the assessment: it is locked, and ``arrival_news``."""
    locked_note(state.translator())
    arrival_news()


def arrival_news() -> None:
    """What a person should know on coming here: a link to nothing, a place to read only."""
    t, held = state.translator(), desk()
    if state.recall(MISSING) == state.place() and not held.begun:
        st.info(t("store.missing"), icon=":material/info:")
    if not held.may(Action.ANSWER):
        st.info(t("store.reader", role=t(f"role.{held.role}")), icon=":material/visibility:")


def clash_note(column: str) -> None:
    """Two answered the same: what stands there now, what this person answered, and the choice."""
    clash, t = desk().clashes.get(column), state.translator()
    if clash is None:
        return
    with st.container(border=True, key=f"clash_{column}", gap="xsmall"):
        st.markdown(f":material/sync_problem: {_clash_words(column, clash, t)}")
        with st.container(horizontal=True, gap="small"):
            if st.button(t("store.clash_take"), key=f"clash_take_{column}"):
                own.set_text(column, clash.mine)
                st.rerun()
            if st.button(t("store.clash_leave"), key=f"clash_leave_{column}"):
                del desk().clashes[column]
                st.rerun()


def _clash_words(column: str, clash: Clash, t: Translator) -> str:
    return t(
        "store.clash",
        who=as_written(clash.theirs.name) or t("store.another_window"),
        time=_clock(clash.theirs.when),
        theirs=_words(column, clash.theirs.text, t),
        mine=_words(column, clash.mine, t),
    )


def _words(column: str, text: str, t: Translator) -> str:
    """An answer as the person knows it; a field of the ladder by its step."""
    model = resources.model()
    item, _, field = column.partition(".")
    if not text:
        return t("store.blank")
    if column.startswith(NOTE):
        return f"«{as_written(text)}»"
    if field:
        return t.pick(next(words for step, words in model.service.steps.items() if step == text))
    return item_answer(item, assessment=Assessment("", {column: text}), model=model, t=t)


def _trouble(reason: str, t: Translator) -> None:
    st.error(f"{t(f'store.trouble.{reason}')} {t('store.trouble_kept')}", icon=":material/error:")
    _again()


@st.fragment(run_every=SECONDS)
def _again() -> None:
    """Tries again by itself, and when asked to."""
    st.button(state.translator()("store.try_again"), key="store_again", icon=":material/refresh:")
    if store_waiting():
        st.rerun()


def _when(moment: dt.datetime, t: Translator) -> str:
    if moment.astimezone().date() == state.today():
        return t("store.saved", time=_clock(moment))
    return t("store.saved_before", date=t.date(moment.astimezone().date()), time=_clock(moment))


def _clock(moment: dt.datetime) -> str:
    return f"{moment.astimezone():%H:%M:%S}"
