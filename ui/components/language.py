"""The language switch at the top of every page."""

from __future__ import annotations

import streamlit as st

from i18n import LANGUAGES, Translator
from ui import state
from ui.components.script import run_script

_SHOWN, _TURN = "language.shown", "language.turn"
"""Remember which language the switch shows, and how often another way was taken to choose one."""


def language_switch() -> None:
    """Draws the three languages; choosing one changes the page that is being drawn."""
    t = state.translator()
    if state.recall(_SHOWN) != t.language:  # by the address: only a new switch shows that
        state.remember(_TURN, int(state.recall(_TURN) or 0) + 1)
    told = st.empty()  # to the left of the switch, where what has no size moves nothing
    chosen = st.segmented_control(
        t("app.language"),
        LANGUAGES,
        default=t.language,
        required=True,
        format_func=lambda language: t(f"app.language_{language}"),
        key=f"language#{state.recall(_TURN)}",
        label_visibility="collapsed",
    )
    if chosen != t.language:
        state.choose_language(chosen)
    state.remember(_SHOWN, chosen)
    with told:  # and what Streamlit's own widgets say, which by themselves speak English only
        run_script("language", lang=chosen, **Translator(chosen).under("widgets."))
