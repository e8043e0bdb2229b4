"""The assessments that are stored: each with its way back in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from storage import Unavailable, offices
from ui import form, resources, state
from ui.arriving import open_stored
from ui.components.prose import boxed_line
from ui.components.steps import done, not_read
from ui.history_steps import open_office
from ui.markdown import as_written
from ui.who import actor

if TYPE_CHECKING:
    from i18n import Translator
    from storage import AssessmentInfo, OfficeInfo


def shelf(t: Translator) -> None:
    """Draws the person's offices, each with its newest assessment; nothing while there is none."""
    try:
        found = [one for one in offices.overview(resources.store(), actor()) if one.latest]
    except Unavailable as error:
        not_read(error, t)
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
    with boxed_line():
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
    wanted = st.button(t("store.to_history"), key=f"shelf_history_{one.id}", type="tertiary")
    if wanted and done(lambda: open_office(one.id), t):
        st.switch_page("ui/pages/history.py", query_params=state.links())
