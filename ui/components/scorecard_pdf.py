"""The scorecard as a PDF to take away, made only when someone asks for it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Literal

import streamlit as st

from report.file_names import file_name
from report.pdf import scorecard_pdf

if TYPE_CHECKING:
    from ui.components.scorecard_view import View


def pdf_button(view: View, *, kind: Literal["primary", "secondary"] = "primary") -> None:
    """The same result on paper, in the language of the screen."""
    st.download_button(
        view.t("scorecard.pdf"),
        partial(scorecard_pdf, view.case),
        file_name=file_name(view.assessment.office, "pdf"),
        mime="application/pdf",
        key="scorecard.pdf",
        type=kind,
        on_click="ignore",
        icon=":material/picture_as_pdf:",
    )
