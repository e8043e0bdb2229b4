"""Answers out of the session and into it: a file to keep, a file to go on with, a fresh start."""

from __future__ import annotations

import dataclasses
import re

import streamlit as st

from i18n import LANGUAGES, Translator
from report.faults import fault_text
from scoring import Assessment, FaultsError, Model, encode
from scoring.assessment import from_json
from scoring.tables import read_bytes
from ui import resources, state
from ui.markdown import as_written

MEGABYTES = 1
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


def read(data: bytes, *, name: str, model: Model) -> list[Assessment]:
    """Reads the assessments of a JSON file and checks every answer.

    Returns:
        At least one. A name that only stands in for a missing one is taken away again.

    Raises:
        FaultsError: With every fault of the file.
    """
    table, faults = read_bytes(data, name=name)
    encode(table, model=model, file=name)
    if faults:
        raise FaultsError(faults)
    return [_tidy(one) for one in from_json(data.decode("utf-8-sig"), file=name)]


def file_name(assessment: Assessment) -> str:
    """A name for the downloaded file, of letters and digits that every system takes."""
    office = re.sub(r"[^\w]+", "-", assessment.office.lower()).strip("-")[:60]
    return f"tikamp-{office or 'office'}-{assessment.date.isoformat()}.json"


def _tidy(one: Assessment) -> Assessment:
    """Answers as the widgets hold them, and no stand-in for a name."""
    stand_ins = {Translator(language)("app.unnamed") for language in LANGUAGES}
    answers = {column: answer.strip() for column, answer in one.answers.items() if answer.strip()}
    return dataclasses.replace(one, answers=answers, office="" if one.office in stand_ins else one.office)


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
        ["json"],
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
    st.markdown(t("assess.upload_found", office=office, answers=t.number(len(found.answers))))
    if state.assessment().answers:
        st.warning(t("assess.upload_replaces", answers=t.number(len(state.assessment().answers))))
    if st.button(t("assess.upload_take"), key="upload_take", type="primary"):
        _put(found)


def _faults(error: FaultsError, t: Translator) -> None:
    lines = "\n".join(f"- {as_written(fault_text(fault, t))}" for fault in error.faults)
    st.error(f"{t('assess.upload_faults')}\n\n{lines}")


def _reset(t: Translator) -> None:
    st.markdown(t("assess.reset_sure"))
    if st.button(t("assess.reset_do"), key="reset", type="primary"):
        _put(state.blank())


def _put(new: Assessment) -> None:
    state.remember(_BEFORE, state.assessment())
    state.replace(new)
    st.rerun()


def _undo(t: Translator) -> None:
    """Offers back what was just replaced, until the next page."""
    before: Assessment | None = state.recall(_BEFORE)
    if before is None or not before.answers:
        return
    with st.container(
        border=True, horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
    ):
        st.markdown(t("assess.replaced"), width="content")
        if st.button(t("assess.undo"), key="files_undo"):
            state.remember(_BEFORE, None)
            state.replace(before)
            st.rerun()
