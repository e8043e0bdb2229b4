"""What the office is called: on the overview of the form, and beside a first result."""

from __future__ import annotations

from functools import partial

import streamlit as st

from scoring.encode import NAME_LENGTH
from storage import Action
from ui import own, state
from ui.desk import desk


def office_name() -> None:
    """The name, kept while it is typed."""
    t, key = state.translator(), state.key("office")
    take = partial(_take_name, key)
    st.text_input(
        t("assess.office"),
        state.assessment().office,
        NAME_LENGTH,
        key=key,
        placeholder=t("assess.office_hint"),
        live=True,
        on_change=take,
        disabled=not desk().may(Action.RENAME),
    )
    take()


def _take_name(key: str) -> None:
    """Keeps what the field says, where that differs from what is held."""
    name = (state.given(key) or "").strip()
    if name != state.assessment().office:
        own.set_office(name)
