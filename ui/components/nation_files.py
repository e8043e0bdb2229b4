"""The figures as files: one figure, or everything, with its description."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from ui import resources
from ui.components.prose import prose

if TYPE_CHECKING:
    from i18n import Translator
    from ui.components.nation_figures import Entry

FILES = {
    "national.csv": "text/csv",
    "derived.csv": "text/csv",
    "national_means.csv": "text/csv",
    "datapackage.json": "application/json",
}
"""What can be taken away, in the order of the page."""


def figure_download(entry: Entry, t: Translator) -> None:
    """A button that gives the rows of one question."""
    st.download_button(
        t("nation.files.figure"),
        figure_csv(entry.question),
        f"tikamp-2003-question-{entry.question}.csv",
        "text/csv",
        icon=":material/download:",
        key=f"nation_csv_{entry.question}",
        on_click="ignore",
    )


def figure_csv(question: str) -> bytes:
    """The printed rows of a question, then those that follow from them, marked as such."""
    printed, derived = resources.table("national.csv"), resources.table("derived.csv")
    taken = printed[printed["question"] == question].assign(basis="printed")
    follows = derived[derived["question"] == question].rename(columns={"reason": "note"})
    follows = follows.assign(basis="derived: " + follows["rule"]).drop(columns="rule")
    whole = pd.concat([taken, follows]).fillna("")
    return whole.to_csv(index=False, lineterminator="\n").encode()


def all_files(t: Translator) -> None:
    """The whole collection to take away."""
    st.header(t("nation.files.title"), anchor=False)
    prose(t("nation.files.text"))
    with st.container(horizontal=True):
        for name, kind in FILES.items():
            st.download_button(
                t(f"nation.files.{name.partition('.')[0]}", file=name),
                resources.data_file(name),
                name,
                kind,
                icon=":material/download:",
                key=f"nation_{name}",
                on_click="ignore",
            )
