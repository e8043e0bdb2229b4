"""The plan to take along; each file is made only when someone asks for it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

import streamlit as st

from i18n import LANGUAGES, Translator
from report.case_document import case_document
from report.file_names import file_name
from report.pdf import scorecard_pdf
from report.plan_files import plan_calendar, plan_workbook
from ui import state

if TYPE_CHECKING:
    from collections.abc import Callable

    from i18n import Language
    from ui.components.plan_view import PlanView

_OFFICE: Final = "application/vnd.openxmlformats-officedocument"
SHEET, WORD = f"{_OFFICE}.spreadsheetml.sheet", f"{_OFFICE}.wordprocessingml.document"
LANGUAGE: Final = 220
"""Pixels: as high as the button beside it, which segments are not."""

_ICONS: Final = {
    "pdf": ":material/picture_as_pdf:",
    "sheet": ":material/table:",
    "calendar": ":material/event:",
    "case": ":material/description:",
}


def plan_downloads(plan: PlanView) -> None:
    """Paper, spreadsheet and calendar in the language of the page; the case document in any."""
    view, t = plan.view, plan.view.t
    st.header(t("plan.files"), anchor=False)
    st.markdown(t("plan.files_intro"))
    with st.container(horizontal=True, gap="small"):
        _file("pdf", partial(scorecard_pdf, view.case), ("pdf", "application/pdf"), plan)
        book = partial(plan_workbook, view.card, model=view.model, translator=t)
        _file("sheet", book, ("xlsx", SHEET), plan)
        if any(one.open and one.planned.deadline for one in plan.lines):
            dates = partial(plan_calendar, view.card, model=view.model, translator=t)
            _file("calendar", dates, ("ics", "text/calendar"), plan)
    st.markdown(t("plan.case_intro"))
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        spoken = replace(view.case, t=Translator(_language(t)))
        _file("case", partial(case_document, spoken), ("docx", WORD), plan)


def _language(t: Translator) -> Language:
    return st.selectbox(
        t("plan.case_language"),
        LANGUAGES,
        index=LANGUAGES.index(t.language),
        format_func=lambda language: t(f"app.language_{language}"),
        key=state.key("plan.case_language"),
        width=LANGUAGE,
    )


def _file(name: str, make: Callable[[], bytes], kind: tuple[str, str], plan: PlanView) -> None:
    """A button for one file; ``kind`` is its ending and its media type."""
    t = plan.view.t
    st.download_button(
        t(f"plan.{name}"),
        make,
        file_name(plan.view.assessment.office, kind[0], prefix=t(f"plan.file_{name}")),
        kind[1],
        key=f"plan_file_{name}",
        icon=_ICONS[name],
        on_click="ignore",
    )
