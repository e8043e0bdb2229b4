"""All faults of a file at once: by sheet, row and column, with what stands there and what is expected."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import streamlit as st

from report.fault_list import fault_list, fault_list_csv
from report.file_names import file_name
from ui.components.prose import small_print
from ui.markdown import as_written

if TYPE_CHECKING:
    import pandas as pd

    from i18n import Translator
    from ui.brought import Brought

SHOWN: Final = 500
"""Faults in the table; of a long file with one wrong column there are thousands."""

READABLE: Final = 25
"""Faults that are read from top to bottom, each with its whole text; more are scrolled through."""

ROWS: Final = 8
"""Faults of a long list that are seen at once."""

ROW: Final = 36  # pixels

FEW: Final = 10
"""So many faults are taken in at a glance; of more, it is told where most of them are."""


def fault_table(one: Brought, t: Translator) -> None:
    """Draws how many faults there are, where most of them stand, each of them, and the whole list to keep."""
    faults = one.faults
    st.markdown(f"**{t.plural('files.faults', len(faults))}**")
    _most(one, t)
    shown, alt = fault_list(faults[:SHOWN], t), t("files.faults_alt", file=one.name)
    if len(shown) <= READABLE:
        st.table(_as_written(shown), border="horizontal", alt=alt)
    else:
        _scrolled(shown, f"bring_faults_{one.number}", alt, t)
    if len(faults) > SHOWN:
        small_print(t("files.faults_shown", shown=t.number(SHOWN), all=t.number(len(faults))))
    st.download_button(
        t("files.faults_download"),
        partial(fault_list_csv, faults, t),
        file_name=file_name(t("files.faults_name", file=one.name.rpartition(".")[0]), "csv"),
        key=f"bring_faults_csv_{one.number}",
        on_click="ignore",
        type="tertiary",
        icon=":material/download:",
    )


def _as_written(faults: pd.DataFrame) -> pd.DataFrame:
    """The table with nothing in it read as Markdown, and the first column as the heading of its row."""
    texts = faults.astype("string").fillna("").map(as_written)
    return texts.set_index(texts.columns[0])


def _scrolled(faults: pd.DataFrame, key: str, alt: str, t: Translator) -> None:
    st.dataframe(
        faults,
        height=ROW * (ROWS + 1) + 2,
        row_height=ROW,
        hide_index=True,
        column_config=_columns(t),
        key=key,
        alt=alt,
    )


def _most(one: Brought, t: Translator) -> None:
    """One wrong answer in a column is often wrong in all its rows."""
    by_column = Counter(fault.column for fault in one.faults if fault.column)
    if len(one.faults) <= FEW or not by_column:
        return
    told = [
        t("files.faults_most_one", column=as_written(column), count=t.number(count))
        for column, count in by_column.most_common(3)
    ]
    small_print(t("files.faults_most", columns="; ".join(told)))


def _columns(t: Translator) -> dict[str, Any]:
    config = st.column_config
    return {
        t("files.fault_row"): config.NumberColumn(width=70, format="%d"),
        t("files.fault_sheet"): config.TextColumn(width=90),
        t("files.fault_column"): config.TextColumn(width=220),
        t("files.fault_found"): config.TextColumn(width=120),
        t("files.fault_expected"): config.TextColumn(width=560),
    }
