"""The history of a person who has no office on the desk: the ways to one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from storage import offices
from ui import history_steps, resources, state
from ui.components.history_office import deleted_offices, import_office
from ui.components.prose import boxed_line
from ui.components.steps import take_step
from ui.markdown import as_written
from ui.who import actor

if TYPE_CHECKING:
    from i18n import Translator

ASSESS = "ui/pages/assess.py"


def empty_page(t: Translator) -> None:
    """What will stand here, the form, the offices that there are, and those that can be got back."""
    st.title(t("history.title"), anchor=False)
    st.markdown(t("history.empty"))
    with st.container(horizontal=True, gap="small"):
        if st.button(t("empty.assess"), type="primary", key="history_assess"):
            st.switch_page(ASSESS, query_params=state.links())
        import_office(t)
    _offices(t)
    deleted_offices(t)


def _offices(t: Translator) -> None:
    found = offices.overview(resources.store(), actor())
    if not found:
        return
    st.header(t("history.offices"), anchor=False)
    for one in found:
        with boxed_line():
            st.markdown(f"**{as_written(one.name) or t('store.unnamed')}**", width="content")
            if st.button(t("store.to_history"), key=f"history_see_{one.id}"):
                take_step(partial(history_steps.open_office, one.id), t)
