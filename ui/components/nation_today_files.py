"""The figures of today as files: exactly what is shown, and nothing that is not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from report.pool_table import pool_table
from report.ratings_table import table_bytes
from ui import resources

if TYPE_CHECKING:
    from i18n import Translator
    from report.ratings_table import Format
    from ui.pool import Seen

FORMS: Final[dict[Format, str]] = {
    "csv": "text/csv",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def files_part(found: Seen, t: Translator) -> None:
    """Draws a button for each form."""
    st.subheader(t("pool.files.title"), anchor=False)
    with st.container(horizontal=True):
        for form, kind in FORMS.items():
            st.download_button(
                t(f"pool.files.{form}"),
                file_of(found, form),
                f"tikamp-today.{form}",
                kind,
                icon=":material/download:",
                key=f"pool_{form}",
                on_click="ignore",
            )


def file_of(found: Seen, form: Format) -> bytes:
    """The figures in a form."""
    table = pool_table(
        found.scores,
        found.answers,
        model=resources.model(),
        nation=resources.nation(),
        figures=resources.figures(),
    )
    return table_bytes(table, form)
