"""The links beneath a page to what everyone may read, signed in or not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from ui import state

if TYPE_CHECKING:
    from i18n import Translator

BY_LINK: Final = ("privacy", "accessibility")
"""The pages that are open to everyone, signed in or not."""


def foot(t: Translator) -> None:
    """Draws the links in one line."""
    with st.container(horizontal=True, gap="medium"):
        for name in BY_LINK:
            st.page_link(
                f"ui/pages/{name}.py", label=t(f"app.{name}"), query_params=state.links(), width="content"
            )
