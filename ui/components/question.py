"""One question of the form: what is asked, the answer, where it comes from, and a note."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from report.places import place_text
from scoring.encode import NOTE
from ui import form, own, resources, state
from ui.components.answers import answer_widget
from ui.components.ladder import stand_in_note
from ui.components.saved import clash_note
from ui.sheet import OWN

if TYPE_CHECKING:
    from i18n import Translator
    from scoring.model_types import Item


def question(code: str) -> None:
    """Draws one item of the model and keeps what is answered."""
    t, item = state.translator(), resources.model().items[code]
    with st.container(key=f"question_{code}", gap=12):
        _ask(code)
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.caption(_source(code, item, t), width="content")
            _ways(code)


def short_question(code: str) -> None:
    """The same, without where it comes from: nothing to read that a first answer does not need."""
    with st.container(key=f"question_{code}", gap=12):
        _ask(code)
        _ways(code)


def _ask(code: str) -> None:
    t, model = state.translator(), resources.model()
    item = model.items[code]
    st.markdown(f"**{t.pick(item.text)}**")
    st.caption(t.pick(item.help))
    clash_note(code)
    answer_widget(code)
    if code == model.method.demanded_item:
        stand_in_note()
    if state.assessment().answers.get(code, "") == "does_not_apply":
        _reason(code, t)


def _ways(code: str) -> None:
    """A note to it, and back to no answer."""
    t, held = state.translator(), state.assessment().answers.get(code, "")
    with st.container(horizontal=True, width="content", gap="small"):
        if held != "does_not_apply":
            _note(code, t)
        if held and not OWN.closed:
            _clear(code, t)


def _source(code: str, item: Item, t: Translator) -> str:
    place = place_text(item.place, t)
    text = t("assess.source" if item.place.question else "assess.own", place=place)
    return text if code in form.scored_items(resources.model()) else f"{text} {t('assess.not_scored')}"


def _note(code: str, t: Translator) -> None:
    """A note that is kept while it is typed: Streamlit's larger field forgets it on Escape."""
    held = state.assessment().notes.get(code, "")
    label = t("assess.note_kept" if held else "assess.note")
    with st.popover(label, type="tertiary", icon=":material/edit_note:", key=f"note_{code}"):
        _keep_note(code, t("assess.note_label"), "note")


def _reason(code: str, t: Translator) -> None:
    """The note again, asked for in the open: an exception needs a reason."""
    _keep_note(code, t("assess.reason"), "reason")


def _keep_note(code: str, label: str, name: str) -> None:
    held, key = state.assessment().notes.get(code, ""), state.key(f"{name}.{code}")
    take = partial(_take_note, code, key)
    clash_note(f"{NOTE}{code}")
    st.text_input(label, held, key=key, live=True, on_change=take, disabled=OWN.closed)
    take()
    if bool(state.assessment().notes.get(code)) != bool(held):
        st.rerun()  # the button above says whether there is a note


def _take_note(code: str, key: str) -> None:
    """Keeps the note as it is typed."""
    text = (state.given(key) or "").strip()
    if text != state.assessment().notes.get(code, ""):
        own.set_note(code, text)


def _clear(code: str, t: Translator) -> None:
    pressed = st.button(t("assess.clear"), key=f"clear_{code}", type="tertiary", icon=":material/backspace:")
    if pressed:
        own.set_answer(code, "")
        state.renew(code, f"{code}.special")
        st.rerun()
