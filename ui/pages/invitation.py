"""An invitation: what the link offers, and to whom; taken only when that person says so."""

from __future__ import annotations

from functools import partial

import streamlit as st

from storage import NotFound, Unavailable, invitations
from ui import history_steps, resources, state
from ui.components.sharing_invite import TOKEN
from ui.components.steps import done, not_read
from ui.markdown import as_written
from ui.who import actor


def come_in(token: str) -> None:
    """Takes the offer, and lays the office on the desk."""
    history_steps.open_office(invitations.accept(resources.store(), actor(), token=token))


t = state.translator()
token = state.said_in_address(TOKEN) or ""
st.title(t("invitation.title"), anchor=False)
try:
    offer = invitations.read(resources.store(), actor(), token=token)
except NotFound:
    st.info(t("invitation.gone"), icon=":material/link_off:")
    st.stop()
except Unavailable as error:
    not_read(error, t)
    st.stop()

office = as_written(offer.office) or t("store.unnamed")
st.markdown(t("invitation.text", office=office, role=t(f"role.{offer.role}")))
st.markdown(t(f"role.{offer.role}.text"))
st.caption(t("invitation.as", name=as_written(actor().name) or t("account.unnamed")))
wanted = st.button(t("invitation.accept"), key="accept", type="primary", icon=":material/check:")
if wanted and done(partial(come_in, token), t):
    st.switch_page("ui/pages/history.py", query_params=state.links())
