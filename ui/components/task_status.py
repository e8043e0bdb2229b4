"""How far a part has come, as a badge: a shape and numbers, never colour alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import streamlit as st

if TYPE_CHECKING:
    from i18n import Translator
    from ui.form import Progress

_LOOKS: dict[tuple[bool, bool], tuple[str, Literal["gray", "green"]]] = {
    (False, False): (":material/radio_button_unchecked:", "gray"),
    (True, False): (":material/timelapse:", "gray"),
    (True, True): (":material/check_circle:", "green"),
}
"""Icon and colour of a section's badge, by whether it is begun and whether it is done."""


def status_badge(done: Progress, t: Translator) -> None:
    """Draws how many of a part's cells are answered, or that it asks nothing of its own."""
    if not done.asked:
        st.caption(t("assess.none_asked"), width="content")
        return
    icon, color = _LOOKS[bool(done.answered), done.done]
    text = t("assess.progress", answered=t.number(done.answered), asked=t.number(done.asked))
    st.badge(text, icon=icon, color=color)
