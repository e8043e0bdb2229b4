"""Choosing files of offices, and reading them while one sees how far it is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from report.answer_form import answer_form
from report.file_names import file_name
from scoring.tables import LARGEST
from ui import bringing, resources, state
from ui.components import under_way
from ui.components.prose import prose
from ui.markdown import as_written

if TYPE_CHECKING:
    from i18n import Translator
    from ui.brought import Step

WORK = "bring"
"""The name of the reading, as work that takes long."""

_KEY = "bring_upload"


def upload(t: Translator) -> None:
    """Draws the field for files and the blank form; files that are chosen begin to be read."""
    prose(t("files.kinds"))
    files = st.file_uploader(
        t("files.upload"),  # of any kind: what cannot be read is told why in the person's own language
        accept_multiple_files=True,
        key=state.key(_KEY),
        max_upload_size=LARGEST,
        label_visibility="collapsed",
    )
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.download_button(
            t("files.form"),
            partial(answer_form, resources.model(), t),
            file_name=file_name(t("files.form_name"), "xlsx", prefix="tikamp"),
            key="bring_form",
            on_click="ignore",
            icon=":material/download:",
        )
        st.caption(t("files.form_text"), width="content")
    if files:
        bringing.begin([(file.name, file.getvalue()) for file in files])
        under_way.begin(WORK)
        state.renew(_KEY)
        st.rerun()


def reading(t: Translator) -> None:
    """Reads what was chosen, step by step; a run that is broken off goes on where it was."""
    if not under_way.wanted(WORK):
        if bringing.reading():
            bringing.stop()
            st.info(t("files.stopped"), icon=":material/info:")
        return
    with under_way.under_way(WORK, t("files.step_begin"), t) as told:
        while step := bringing.go_on():
            told(step.done, _words(step, t))
    under_way.end(WORK)


def _words(step: Step, t: Translator) -> str:
    """What is done now, of which file, and how far it is."""
    numbers = {"rows": t.number(step.rows), "all": t.number(step.of)}
    return t(f"files.step_{step.stage}", file=as_written(step.file), **numbers)
