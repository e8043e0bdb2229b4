"""What a page shows to a person who has not answered anything yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ui import state
from ui.components.closed import stop_at_other_model

if TYPE_CHECKING:
    from i18n import Translator

ASSESS = "ui/pages/assess.py"


def nothing_yet(page: str, t: Translator) -> bool:
    """A friendly way on: to the form, or to an example; or why the answers are not shown.

    Args:
        page: Its texts are ``<page>.title``, ``<page>.empty`` and ``<page>.to_example``.
        t: The language.

    Returns:
        Whether the person asks for the example; each page has its own.
    """
    stop_at_other_model(t(f"{page}.title"), t)
    st.title(t(f"{page}.title"), anchor=False)
    st.markdown(t(f"{page}.empty"))
    with st.container(horizontal=True, gap="small"):
        if st.button(t("empty.assess"), type="primary", key=f"{page}_assess"):
            st.switch_page(ASSESS, query_params=state.links())
        return st.button(t(f"{page}.to_example"), key=f"{page}_example")
