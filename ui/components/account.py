"""Who is signed in, at the top of every page, with what belongs to a person and to no office's work."""

from __future__ import annotations

import streamlit as st

from ui import state, who
from ui.markdown import as_written

SHARING, PEOPLE, PRIVACY, ACCESS = (
    f"ui/pages/{name}.py" for name in ("sharing", "people", "privacy", "accessibility")
)


def account() -> None:
    """Draws the person's name with what lies behind it; nothing where nobody signs in."""
    actor, t = who.actor(), state.translator()
    if actor.person_id is None:
        return
    name = as_written(actor.name) or t("account.unnamed")
    with st.popover(name, icon=":material/account_circle:", type="tertiary", key="account"):
        st.page_link(SHARING, label=t("app.sharing"), icon=":material/group:", query_params=state.links())
        if actor.administrator:
            st.page_link(PEOPLE, label=t("app.people"), icon=":material/badge:", query_params=state.links())
        st.page_link(PRIVACY, label=t("app.privacy"), icon=":material/shield:", query_params=state.links())
        st.page_link(
            ACCESS,
            label=t("app.accessibility"),
            icon=":material/accessibility_new:",
            query_params=state.links(),
        )
        if st.button(t("account.sign_out"), key="sign_out", icon=":material/logout:"):
            who.sign_out()
