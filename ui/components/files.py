"""Answers out of the session and into it: a file to keep, a file to go on with, a fresh start."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from report.faults import fault_text
from scoring import FaultsError
from ui import own, resources, staff_views, state
from ui.answer_files import file_name, read
from ui.components.prose import boxed_line
from ui.desk import desk
from ui.markdown import as_written

if TYPE_CHECKING:
    from i18n import Translator
    from scoring import Assessment
    from ui.desk import Desk

MEGABYTES = 1
KINDS = ("json", "xlsx", "csv")
"""Endings of the files that can be read: what was downloaded here, and tables of answers."""
_BEFORE = "files.before"
"""Remembers the assessment that a file or a fresh start replaced."""


def files() -> None:
    """Draws what can be done with the answers as a whole."""
    t = state.translator()
    _undo(t)
    st.markdown(t("assess.files_intro"))
    with st.container(horizontal=True):
        _download(t)
        with st.popover(t("assess.upload"), icon=":material/upload_file:", key="upload_popover"):
            _upload(t)
        if state.assessment() != state.blank():
            with st.popover(t("assess.reset"), icon=":material/restart_alt:", key="reset_popover"):
                _reset(t)


def _download(t: Translator) -> None:
    own = state.named(state.assessment())
    st.download_button(
        t("assess.download"),
        own.to_json(model_version=resources.model().version),
        file_name(own),
        "application/json",
        icon=":material/download:",
        key="download",
        on_click="ignore",
        disabled=state.assessment() == state.blank(),
    )


def _upload(t: Translator) -> None:
    st.markdown(t("assess.upload_help"))
    upload = st.file_uploader(
        t("assess.upload_label"),
        KINDS,
        key=state.key("upload"),
        max_upload_size=MEGABYTES,
        label_visibility="collapsed",
    )
    if upload is None:
        return
    try:
        offices = read(upload.getvalue(), name=upload.name, model=resources.model())
    except FaultsError as error:
        _faults(error, t)
        return
    found = offices[0]
    if len(offices) > 1:
        names = [one.office for one in offices]
        found = offices[
            names.index(st.selectbox(t("assess.upload_choose"), names, key=state.key("upload_choose")))
        ]
    _take(found, t)


def _take(found: Assessment, t: Translator) -> None:
    office = as_written(state.named(found).office)
    st.markdown(t.plural("assess.upload_found", len(found.answers), office=office))
    if state.assessment().answers:
        st.warning(t.plural("assess.upload_replaces", len(state.assessment().answers)))
    if st.button(t("assess.upload_take"), key="upload_take", type="primary"):
        _put(found)


def _faults(error: FaultsError, t: Translator) -> None:
    lines = "\n".join(f"- {as_written(fault_text(fault, t))}" for fault in error.faults)
    st.error(f"{t('assess.upload_faults')}\n\n{lines}")


def _reset(t: Translator) -> None:
    st.markdown(t("assess.reset_sure"))
    if staff_views.held():
        st.markdown(t("views.reset_too"))
    if st.button(t("assess.reset_do"), key="reset", type="primary"):
        staff_views.forget()
        _put(state.blank())


def _put(new: Assessment) -> None:
    state.remember(_BEFORE, (state.assessment(), state.place(), desk()))
    own.replace(new)
    st.rerun()


def _undo(t: Translator) -> None:
    """Offers back what was just replaced, until the next page."""
    before: tuple[Assessment, str, Desk] | None = state.recall(_BEFORE)
    if before is None or not before[0].answers:
        return
    with boxed_line():
        st.markdown(t("assess.replaced"), width="content")
        if st.button(t("assess.undo"), key="files_undo"):
            state.remember(_BEFORE, None)
            own.put_back(*before)
            st.rerun()
