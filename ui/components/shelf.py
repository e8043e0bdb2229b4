"""The assessments that are stored: each with its way back in."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import streamlit as st

from storage import Unavailable, offices
from ui import form, resources, state
from ui.arriving import open_stored
from ui.history_steps import open_office, trouble
from ui.markdown import as_written
from ui.who import actor

if TYPE_CHECKING:
    from i18n import Translator
    from storage import AssessmentInfo, OfficeInfo

_log = logging.getLogger(__name__)


def shelf(t: Translator) -> None:
    """Draws the person's offices, each with its newest assessment; nothing while there is none."""
    try:
        found = [one for one in offices.overview(resources.store(), actor()) if one.latest]
    except Unavailable as error:
        _log.warning("not read: %s", error)
        st.warning(t("store.trouble_read"), icon=":material/error:")
        return
    if not found:
        return
    st.header(t("store.mine"), anchor=False)
    st.markdown(t("store.mine_text"))
    with st.container(gap="xsmall", key="shelf"):
        for one in sorted(found, key=_changed, reverse=True):
            _line(one, t)


def _changed(one: OfficeInfo) -> float:
    return one.latest.changed.timestamp() if one.latest else 0.0


def _line(one: OfficeInfo, t: Translator) -> None:
    if one.latest is None:
        return
    with st.container(
        border=True, horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
    ):
        with st.container(gap=None, width="content"):
            st.markdown(f"**{as_written(one.name) or t('store.unnamed')}**")
            asked = form.progress(resources.model(), state.blank()).asked
            numbers = {"answered": t.number(one.latest.answered), "asked": t.number(asked)}
            st.caption(t("store.line", date=t.date(one.latest.changed.astimezone().date()), **numbers))
        with st.container(horizontal=True, gap="small", width="content"):
            _ways(one, one.latest, t)


def _ways(one: OfficeInfo, latest: AssessmentInfo, t: Translator) -> None:
    """To the form, which knows the current model only, and to all the assessments of the office."""
    if latest.model_version == resources.model().version and st.button(
        t("store.open"), key=f"shelf_{latest.id}"
    ):
        open_stored(latest.id)
        st.switch_page("ui/pages/assess.py", query_params=state.links())
    if st.button(t("store.to_history"), key=f"shelf_history_{one.id}", type="tertiary"):
        problem = trouble(lambda: open_office(one.id))
        if problem:
            st.error(t(problem), icon=":material/error:")
        else:
            st.switch_page("ui/pages/history.py", query_params=state.links())
