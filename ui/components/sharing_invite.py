"""Ways into an office: a link that works once, and those that nobody has used yet."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import streamlit as st

from storage import invitations
from ui import resources, state
from ui.components.prose import boxed_line, prose, small_print
from ui.components.sharing_members import ROLE_WIDTH, ROLES
from ui.components.steps import take_step
from ui.service.readiness import home
from ui.service.setup import setup
from ui.who import actor

if TYPE_CHECKING:
    import datetime as dt

    from i18n import Translator
    from storage import Role
    from ui.components.sharing_view import Shared

TOKEN = "invitation"  # noqa: S105 - the name of the field in the address
_MADE = "sharing.made"
"""Remembers the link that was made last: the store knows only its hash, and cannot show it again."""


def invite(office: Shared, t: Translator) -> None:
    """Draws how a link is made, the link that was just made, and the open ones."""
    st.header(t("sharing.invite"), anchor=False)
    prose(t("sharing.invite_text", days=invitations.VALID.days))
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        role = st.selectbox(
            t("sharing.invite_as"),
            ROLES,
            ROLES.index("member"),
            format_func=lambda one: t(f"role.{one}"),
            key=state.key("sharing.invite_role"),
            width=ROLE_WIDTH,
        )
        if st.button(t("sharing.invite_do"), key="invite", type="primary", icon=":material/link:"):
            take_step(partial(_make, office.id, role), t)
    _made(office, t)
    _open_ones(office, t)


def address(token: str) -> str:
    """The link that an invitation is sent as."""
    return f"{home(setup().auth)}/invitation?{urlencode({TOKEN: token})}"


def _make(office_id: str, role: Role) -> None:
    invited = invitations.make(resources.store(), actor(), office_id=office_id, role=role)
    state.remember(_MADE, (office_id, invited.id, role, address(invited.token)))


def _made(office: Shared, t: Translator) -> None:
    made = state.recall(_MADE)
    if made is None or made[0] != office.id:
        return
    st.success(t("sharing.made", role=t(f"role.{made[2]}")), icon=":material/check:")
    st.code(made[3], language=None, wrap_lines=True)
    small_print(t("sharing.made_text"))


def _open_ones(office: Shared, t: Translator) -> None:
    found = invitations.open_ones(resources.store(), actor(), office_id=office.id)
    if not found:
        return
    st.subheader(t("sharing.open"), anchor=False)
    for one in found:
        with boxed_line():
            with st.container(gap=None, width="content"):
                st.markdown(f"**{t(f'role.{one.role}')}**")
                st.caption(t("sharing.open_line", made=_day(one.created, t), until=_day(one.expires, t)))
            if st.button(t("sharing.revoke"), key=f"revoke_{one.id}"):
                _forget(one.id)
                take_step(partial(invitations.revoke, resources.store(), actor(), invitation_id=one.id), t)


def _forget(invitation_id: str) -> None:
    """A link that works no more is not shown any longer."""
    made = state.recall(_MADE)
    if made is not None and made[1] == invitation_id:
        state.remember(_MADE, None)


def _day(moment: dt.datetime, t: Translator) -> str:
    return t.date(moment.astimezone().date())
