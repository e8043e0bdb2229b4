"""Whether an office lends its latest locked assessment to the pool of today, and how that is taken back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from storage import Action, allowed, assessments, pool
from ui import resources
from ui.components.prose import boxed_line, prose, small_print
from ui.components.steps import take_step
from ui.overtaken import whole
from ui.who import actor

if TYPE_CHECKING:
    import datetime as dt

    from i18n import Translator
    from ui.components.sharing_view import Shared


def lend(office: Shared, t: Translator) -> None:
    """Draws what is lent and to whom, and for an owner the button; who has no role sees none of it."""
    if office.role is None:
        return
    store, who = resources.store(), actor()
    since = pool.lends_since(store, who, office_id=office.id)
    st.header(t("pool.lend.title"), anchor=False)
    prose(t("pool.lend.text"))
    with boxed_line("lending"):
        st.markdown(_state(since, t), width="content")
        if allowed(office.role, Action.LEND):
            _button(office.id, since, t)
    small_print(t("pool.lend.back"))
    infos = assessments.of_office(store, who, office_id=office.id)
    if not any(one.locked_at for one in infos):
        small_print(t("pool.lend.nothing"))


def _state(since: dt.datetime | None, t: Translator) -> str:
    if since is None:
        return t("pool.lend.not")
    return t("pool.lend.since", date=t.date(since.astimezone().date()))


def _button(office_id: str, since: dt.datetime | None, t: Translator) -> None:
    if since is None and st.button(t("pool.lend.do"), key="lend", icon=":material/volunteer_activism:"):
        take_step(partial(_agree, office_id), t)
    if since is not None and st.button(t("pool.lend.undo"), key="lend_undo", icon=":material/undo:"):
        take_step(partial(_take_back, office_id), t)


@whole
def _agree(office_id: str) -> None:
    pool.lend(resources.store(), actor(), office_id=office_id)


@whole
def _take_back(office_id: str) -> None:
    pool.withdraw(resources.store(), actor(), office_id=office_id)
