"""A step in the store that a button asks for: done and the page drawn anew, or told why not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ui.history_steps import trouble

if TYPE_CHECKING:
    from collections.abc import Callable

    from i18n import Translator


def take_step(step: Callable[[], object], t: Translator) -> None:
    """Takes a step; the page is drawn anew when it is done."""
    problem = trouble(step)
    if problem is None:
        st.rerun()
    st.error(t(problem), icon=":material/error:")
