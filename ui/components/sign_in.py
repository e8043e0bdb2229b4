"""The door of a Tikamp for many: who comes without being known is sent to the sign-in, from any address."""

from __future__ import annotations

import streamlit as st

from ui import state
from ui.components.foot import foot
from ui.door import door_trouble
from ui.service.readiness import providers
from ui.service.setup import setup


def sign_in() -> None:
    """Draws the page: what this is, a button for each provider, and what is kept of who signs in."""
    t, trouble = state.translator(), door_trouble()
    st.title(t("sign_in.title"), anchor=False)
    st.markdown(t("sign_in.text"))
    if trouble:
        st.error(t(trouble), icon=":material/error:")
        st.button(t("store.try_again"), key="sign_in_again", icon=":material/refresh:")
        return
    for provider in providers(setup().auth):
        words = t("sign_in.with", provider=provider) if provider else t("sign_in.do")
        if st.button(words, key=f"sign_in_{provider}", type="primary", icon=":material/login:"):
            st.login(provider or None)
    st.caption(t("sign_in.kept"))
    foot(t)
