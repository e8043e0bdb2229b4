"""An invitation: what the link offers, and to whom; taken only when that person says so."""

from __future__ import annotations

import logging
from functools import partial

import streamlit as st

from storage import NotFound, Unavailable, invitations
from ui import history_steps, resources, state
from ui.components.sharing_invite import TOKEN
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
    logging.getLogger(__name__).warning("not read: %s", error)
    st.warning(t("store.trouble_read"), icon=":material/error:")
    st.stop()

office = as_written(offer.office) or t("store.unnamed")
st.markdown(t("invitation.text", office=office, role=t(f"role.{offer.role}")))
st.markdown(t(f"role.{offer.role}.text"))
st.caption(t("invitation.as", name=as_written(actor().name) or t("account.unnamed")))
if st.button(t("invitation.accept"), key="accept", type="primary", icon=":material/check:"):
    problem = history_steps.trouble(partial(come_in, token))
    if problem:
        st.error(t(problem), icon=":material/error:")
    else:
        st.switch_page("ui/pages/history.py", query_params=state.links())
