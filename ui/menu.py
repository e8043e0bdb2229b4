"""Which pages there are for whom: those of the menu, those that a link leads to, and the door."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from ui.components.foot import BY_LINK
from ui.components.sign_in import sign_in
from ui.who import hosted

if TYPE_CHECKING:
    from streamlit.navigation.page import StreamlitPage

    from i18n import Translator

MENU: Final = (
    "start",
    "assess",
    "views",
    "scorecard",
    "try_out",
    "plan",
    "history",
    "compare",
    "nation",
    "method",
)
"""The order of the menu; the first is at /."""

FROM_A_PAGE: Final = ("files",)
"""Opened by a button on the page that they belong to: files from the comparison."""

FOR_PEOPLE: Final = ("sharing", "invitation", "people")
"""Only where people sign in."""


def pages(t: Translator, *, inside: bool) -> list[StreamlitPage]:
    """The pages for st.navigation.

    Args:
        t: The language.
        inside: Whether the person may see the app. Where not, each address asks for the sign-in.
    """
    hidden = (*BY_LINK, *FROM_A_PAGE, *(FOR_PEOPLE if hosted() else ()))
    return [
        st.Page(
            f"ui/pages/{name}.py" if inside or name in BY_LINK else sign_in,
            title=t(f"app.{name}") if inside or name in BY_LINK else t("sign_in.title"),
            url_path=name,
            default=name == MENU[0],
            visibility="visible" if name in MENU else "hidden",
        )
        for name in (*MENU, *hidden)
    ]
