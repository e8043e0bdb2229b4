"""Where the compared offices come from: the way to files, away from the examples, and what is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from ui import comparing, resources, state
from ui.markdown import as_written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from i18n import Translator
    from ui.comparing import LeftOut

FILES: Final = "ui/pages/files.py"


def to_files(t: Translator) -> None:
    """The way to the page where offices of files are brought and looked through."""
    if st.button(t("compare.to_files"), key="compare_files", icon=":material/upload_file:"):
        st.switch_page(FILES, query_params=state.links())


def example_line(t: Translator) -> None:
    """Says that the offices are none, with the way back."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.badge(t("compare.synthetic"), color="orange")
        st.markdown(t("compare.synthetic_text"), width="content")
        if st.button(t("compare.own"), key="compare_own", type="tertiary"):
            state.put_in_address(comparing.FROM, None)
            st.rerun()


def left_out_words(left_out: Sequence[LeftOut], t: Translator, *, named: bool = True) -> None:
    """Names the offices that were assessed with another model; only how many where names are hidden."""
    if not left_out:
        return
    text = t.plural("compare.left_out", len(left_out), version=as_written(resources.model().version))
    shown = [
        t(
            "compare.left_out_one",
            office=as_written(one.name or t("app.unnamed")),
            version=as_written(one.model),
        )
        for one in left_out
    ]
    st.caption(f"{text} {'; '.join(shown)}." if named else text)
