"""The parts of the form, and how far each has come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import streamlit as st

from ui import form, resources, state

if TYPE_CHECKING:
    from i18n import Translator


_LOOKS: dict[tuple[bool, bool], tuple[str, Literal["gray", "primary"]]] = {
    (False, False): (":material/radio_button_unchecked:", "gray"),
    (True, False): (":material/timelapse:", "primary"),
    (True, True): (":material/check_circle:", "primary"),
}
"""Icon and colour of a section's badge, by whether it is begun and whether it is done."""


def task_list() -> None:
    """Draws every section with its progress; its name opens it."""
    t, model = state.translator(), resources.model()
    with st.container(border=True, gap="xxsmall", key="task_list"):
        for number, (code, section) in enumerate(form.sections(model).items(), start=1):
            done = form.progress(model, state.assessment(), code)
            with st.container(
                horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
            ):
                if st.button(f"{number}. {t.pick(section.title)}", key=f"open_{code}", type="tertiary"):
                    state.open_section(code)
                _status(done, t)


def _status(done: form.Progress, t: Translator) -> None:
    if not done.asked:
        st.caption(t("assess.none_asked"), width="content")
        return
    icon, color = _LOOKS[bool(done.answered), done.done]
    text = t("assess.progress", answered=t.number(done.answered), asked=t.number(done.asked))
    st.badge(text, icon=icon, color=color)
