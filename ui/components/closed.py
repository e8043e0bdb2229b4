"""Why the assessment on the desk cannot be answered, and the ways on: it is locked, or of another model."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from storage import Action, assessments
from ui import history_steps, resources, state
from ui.components.steps import done
from ui.desk import desk
from ui.markdown import as_written
from ui.who import actor

if TYPE_CHECKING:
    from i18n import Translator

ASSESS, HISTORY = "ui/pages/assess.py", "ui/pages/history.py"


def locked_note(t: Translator) -> None:
    """Says that it is locked and offers to unlock it; draws nothing where it is not."""
    since = desk().locked
    if since is None:
        return
    st.info(t("store.locked", date=t.date(since.astimezone().date())), icon=":material/lock:")
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        unlock = partial(assessments.unlock, resources.store(), actor(), assessment_id=state.place())
        if desk().may(Action.LOCK) and st.button(t("store.unlock"), key="unlock") and done(unlock, t):
            st.rerun()
        _to_history(t)


def stop_at_other_model(title: str, t: Translator) -> None:
    """Ends the page where the assessment was made with another model: neither answered nor rated by this one.

    Args:
        title: Of the page.
        t: The language.
    """
    version = desk().model
    if version is None or not desk().other_model:
        return
    st.title(title, anchor=False)
    versions = {"version": as_written(version), "current": as_written(resources.model().version)}
    rated = [t("store.other_model_rated")] if resources.model_of(version) else []
    st.info(" ".join([t("store.other_model", **versions), *rated]), icon=":material/history:")
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        copy, label = partial(history_steps.begin_copy, state.place()), t("store.copy_new_model")
        may = desk().may(Action.START)
        if may and st.button(label, key="copy_new_model", type="primary") and done(copy, t):
            st.switch_page(ASSESS, query_params=state.links())
        _to_history(t)
    st.stop()


def _to_history(t: Translator) -> None:
    st.page_link(HISTORY, label=t("store.to_history"), icon=":material/history:", query_params=state.links())
