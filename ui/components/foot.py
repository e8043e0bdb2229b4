"""The links beneath a page to what everyone may read, signed in or not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from ui import state
from ui.components.script import run_script

if TYPE_CHECKING:
    from i18n import Translator

BY_LINK: Final = ("privacy", "accessibility")
"""The pages that are open to everyone, signed in or not."""


def foot(t: Translator) -> None:
    """Draws the links in one line, a landmark of its own."""
    with st.container(horizontal=True, gap="medium", key="foot"):
        for name in BY_LINK:
            st.page_link(
                f"ui/pages/{name}.py", label=t(f"app.{name}"), query_params=state.links(), width="content"
            )
        run_script("foot", called=t("app.foot"))
