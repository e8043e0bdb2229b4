"""The offices of files that are in the comparison, and what became of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd
import streamlit as st

from ui import bringing, held_files, state

if TYPE_CHECKING:
    from i18n import Translator

COMPARE: Final = "ui/pages/compare.py"
ROWS, ROW = 8, 36
"""Rows that are seen at once, and pixels of each."""


def held(t: Translator) -> None:
    """Draws the offices, the way on to compare them, and the way to let go of them."""
    offices = held_files.files()
    if not offices:
        return
    st.header(t("files.held"), anchor=False)
    st.markdown(t.plural("files.held_count", len(offices)))
    with st.container(horizontal=True, gap="small"):
        if st.button(t("files.compare"), key="bring_compare", type="primary"):
            st.switch_page(COMPARE, query_params=state.links())
        st.button(
            t.plural("files.forget", len(offices)),
            key="bring_forget",
            icon=":material/delete:",
            on_click=bringing.forget,
        )
    table = _table(t)
    st.dataframe(
        table,
        height=ROW * (min(len(table), ROWS) + 1) + 2,
        row_height=ROW,
        hide_index=True,
        key="bring_held",
        alt=t("files.held_alt"),
    )


def _table(t: Translator) -> pd.DataFrame:
    fates = bringing.fates()
    rows = []
    for office in held_files.files():
        file, replaced = fates.get(office.code, ("", False))
        fate = t("files.fate_replaced" if replaced else "files.fate_new")
        rows.append((office.name or t("app.unnamed"), file, fate))
    return pd.DataFrame(rows, columns=[t(f"files.held_{name}") for name in ("office", "file", "fate")])
