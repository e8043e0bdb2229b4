"""From the comparison to one office."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from ui import state
from ui.components.steps import done
from ui.history_steps import lay_open

if TYPE_CHECKING:
    from i18n import Translator
    from ui.comparing import Office

SCORECARD = "ui/pages/scorecard.py"


def open_office(office: Office, t: Translator) -> None:
    """Shows one office.

    Its scorecard: of a stored one, which lies on the desk then, of an example, or of an office of a file,
    which stays in this session.
    """
    if office.source == "example":
        st.switch_page(SCORECARD, query_params=state.links(example=office.name))
    if office.source == "file":
        st.switch_page(SCORECARD, query_params=state.links(file=office.code))
    if done(partial(lay_open, office.place), t):
        st.switch_page(SCORECARD, query_params=state.links())
