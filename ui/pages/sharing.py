"""Sharing: who belongs to an office, as what, how others come in, and what was done."""

from __future__ import annotations

import streamlit as st

from storage import Unavailable, audit
from ui import resources, state
from ui.components.audit_log import audit_log
from ui.components.prose import CARD, prose
from ui.components.sharing_invite import invite
from ui.components.sharing_lend import lend
from ui.components.sharing_members import leave, member_list, roles_told
from ui.components.sharing_view import Shared, choose, shared_offices
from ui.components.steps import not_read
from ui.who import actor


def look_after(office: Shared) -> None:
    """All that one who may change who belongs to the office sees."""
    member_list(office, t)
    invite(office, t)
    lend(office, t)
    st.header(t("sharing.done"), anchor=False)
    audit_log(audit.of_office(resources.store(), actor(), office_id=office.id), t)


def belong_to(office: Shared) -> None:
    """What everyone else sees: the own role."""
    prose(t("sharing.own_role", role=t(f"role.{office.role}")))
    roles_told(t)
    lend(office, t)


t = state.translator()
st.set_page_config(layout="wide")
with st.container(horizontal_alignment="center"), st.container(width=CARD):
    st.title(t("sharing.title"), anchor=False)
    try:
        found = shared_offices(t)
        if not found:
            st.markdown(t("sharing.none"))
            st.stop()
        office = choose(found, t)
        if office.shares:
            look_after(office)
        else:
            belong_to(office)
        leave(office, t)
    except Unavailable as error:
        not_read(error, t)
