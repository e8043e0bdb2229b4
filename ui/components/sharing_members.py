"""Who belongs to an office, as what, and the way out of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, get_args

import streamlit as st

from i18n.alphabet import name_key
from storage import Role, members
from ui import resources, state
from ui.components.prose import boxed_line
from ui.components.steps import take_step
from ui.markdown import as_written
from ui.who import actor

if TYPE_CHECKING:
    from i18n import Translator
    from storage.members import Member
    from ui.components.sharing_view import Shared

ROLES: Final[tuple[Role, ...]] = get_args(Role)
ROLE_WIDTH: Final = 180  # pixels


def roles_told(t: Translator) -> None:
    """What each role may do."""
    with st.expander(t("sharing.roles")):
        st.markdown("\n".join(f"- **{t(f'role.{role}')}**: {t(f'role.{role}.text')}" for role in ROLES))


def member_list(office: Shared, t: Translator) -> None:
    """Draws the people of the office, each with a role that can be changed."""
    st.header(t("sharing.members"), anchor=False)
    found = members.of_office(resources.store(), actor(), office_id=office.id)
    for one in sorted(found, key=lambda one: name_key(one.name)):
        _line(one, office, t)
    roles_told(t)


def leave(office: Shared, t: Translator) -> None:
    """The way out of an office that one belongs to."""
    if office.role is None:
        return
    with st.popover(t("sharing.leave"), icon=":material/door_open:", key=state.key("sharing_leave")):
        st.markdown(t("sharing.leave_text", office=office.name))
        if st.button(t("sharing.leave_do"), key="sharing_leave_do", type="primary"):
            take_step(partial(members.leave, resources.store(), actor(), office_id=office.id), t)


def _line(one: Member, office: Shared, t: Translator) -> None:
    with boxed_line(f"member_{one.person_id}"):
        with st.container(gap=None, width="content"):
            you = f" · {t('sharing.you')}" if one.person_id == actor().person_id else ""
            st.markdown(f"**{as_written(one.name) or t('account.unnamed')}**{you}")
            st.markdown(_facts(one, t))  # no caption: an e-mail becomes a link, and links are faint there
        with st.container(horizontal=True, gap="small", width="content", vertical_alignment="center"):
            _role(one, office, t)
            if one.person_id != actor().person_id:
                _remove(one, office, t)


def _facts(one: Member, t: Translator) -> str:
    since = t("sharing.since", date=t.date(one.since.astimezone().date()))
    return f"{as_written(one.email)} · {since}" if one.email else since


def _role(one: Member, office: Shared, t: Translator) -> None:
    """The key holds the stored role: a change that is refused shows what is stored again."""
    chosen = st.selectbox(
        t("sharing.role_of", name=as_written(one.name)),
        ROLES,
        ROLES.index(one.role),
        format_func=lambda role: t(f"role.{role}"),
        key=state.key(f"role.{one.person_id}.{one.role}"),
        label_visibility="collapsed",
        width=ROLE_WIDTH,
    )
    if chosen != one.role:
        state.renew(f"role.{one.person_id}.{one.role}")
        change = partial(members.change_role, resources.store(), actor(), office_id=office.id)
        take_step(partial(change, person_id=one.person_id, role=chosen), t)


def _remove(one: Member, office: Shared, t: Translator) -> None:
    with st.popover(t("sharing.remove"), type="tertiary", key=state.key(f"remove_{one.person_id}")):
        st.markdown(t("sharing.remove_text", name=as_written(one.name) or t("account.unnamed")))
        if st.button(t("sharing.remove_do"), key=f"remove_do_{one.person_id}", type="primary"):
            out = partial(members.remove, resources.store(), actor(), office_id=office.id)
            take_step(partial(out, person_id=one.person_id), t)
