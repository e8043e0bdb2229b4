"""A step in the store that a button asks for, and what is told where the store does not do it."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import streamlit as st

from ui.history_steps import trouble

if TYPE_CHECKING:
    from collections.abc import Callable

    from i18n import Translator
    from storage import Unavailable

_log = logging.getLogger(__name__)


def done(step: Callable[[], object], t: Translator) -> bool:
    """Takes a step in the store, and tells why where it is not done."""
    problem = trouble(step)
    if problem:
        st.error(t(problem), icon=":material/error:")
    return problem is None


def take_step(step: Callable[[], object], t: Translator) -> None:
    """Takes a step; the page is drawn anew when it is done."""
    if done(step, t):
        st.rerun()


def not_read(error: Unavailable, t: Translator) -> None:
    """Tells that what is stored cannot be shown now."""
    _log.warning("not read: %s", error)
    st.warning(t("store.trouble_read"), icon=":material/error:")
