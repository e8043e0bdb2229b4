"""Where the compared offices come from: files in, examples away, and what is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from report.faults import fault_text
from scoring import FaultsError
from scoring.tables import ENDINGS, LARGEST
from ui import comparing, resources, state
from ui.markdown import as_written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from i18n import Translator
    from scoring import Fault
    from ui.comparing import LeftOut

MOST_FAULTS: Final = 50
"""Faults of one file that are listed; of a long file with one wrong column there are thousands."""

_RECEIPTS = "compare.receipts"
_KEY = "compare_upload"

Receipt = tuple[str, int, tuple["Fault", ...]]
"""A file's name, how many offices were taken, and what is wrong in it."""


def upload(t: Translator) -> None:
    """Offers to take offices from files; they are held for this session only."""
    with st.popover(t("compare.upload"), icon=":material/upload_file:", key="compare_upload_open"):
        st.markdown(t("compare.upload_text"))
        files = st.file_uploader(
            t("compare.upload_label"),
            [ending.removeprefix(".") for ending in ENDINGS],
            accept_multiple_files=True,
            key=state.key(_KEY),
            max_upload_size=LARGEST,
            label_visibility="collapsed",
        )
        held = len(comparing.files())
        if held and st.button(t.plural("compare.forget", held), key="compare_forget"):
            comparing.forget_files()
            state.remember(_RECEIPTS, None)
            st.rerun()
    if files:
        state.remember(_RECEIPTS, [_take(file.getvalue(), file.name) for file in files])
        state.put_in_address(comparing.FROM, None)
        state.renew(_KEY)
        st.rerun()


def receipts(t: Translator) -> None:
    """What became of the files that were brought last."""
    done: list[Receipt] = state.recall(_RECEIPTS) or []
    for name, taken, faults in done:
        if taken:
            st.success(t.plural("compare.taken", taken, file=as_written(name)), icon=":material/check:")
        elif faults:
            st.error(_refusal(name, faults, t), icon=":material/block:")
        else:
            most = t.number(comparing.MOST)
            st.error(t("compare.too_many", file=as_written(name), most=most), icon=":material/block:")


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


def _take(data: bytes, name: str) -> Receipt:
    try:
        return name, comparing.add_file(data, name=name), ()
    except FaultsError as error:
        return name, 0, tuple(error.faults)


def _refusal(name: str, faults: Sequence[Fault], t: Translator) -> str:
    lines = [f"- {as_written(fault_text(fault, t))}" for fault in faults[:MOST_FAULTS]]
    if len(faults) > MOST_FAULTS:
        lines.append(f"- {t('compare.more_faults', count=t.number(len(faults) - MOST_FAULTS))}")
    return "\n".join([t("compare.refused", file=f"**{as_written(name)}**"), "", *lines])
