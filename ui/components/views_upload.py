"""Where the leader adds the staff's files, and reads what became of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from report.faults import fault_text
from ui import resources, staff_views, state
from ui.components.files import KINDS, MEGABYTES
from ui.markdown import as_written

if TYPE_CHECKING:
    from i18n import Translator

_RECEIPTS = "views.receipts"


def upload(t: Translator) -> None:
    """Draws the field for files. What is added empties the field, so that nothing is read twice."""
    files = st.file_uploader(
        t("views.upload"),
        KINDS,
        accept_multiple_files=True,
        key=state.key("views_upload"),
        max_upload_size=MEGABYTES,
        help=t("views.upload_help"),
    )
    if files:
        model = resources.model()
        receipts = [staff_views.add(file.getvalue(), name=file.name, model=model) for file in files]
        state.remember(_RECEIPTS, receipts)
        state.renew("views_upload")
        st.rerun()
    _receipts(t)


def clear_receipts() -> None:
    """Takes the messages about the last files away."""
    state.remember(_RECEIPTS, None)


def _receipts(t: Translator) -> None:
    receipts: list[staff_views.Receipt] = state.recall(_RECEIPTS) or []
    added = [one for one in receipts if one.reason == "added"]
    if added:
        st.success(t.plural("views.added", len(added)), icon=":material/check:")
    for one in receipts:
        if one.other_office:
            words = {"number": one.number, "office": as_written(one.other_office)}
            st.warning(t("views.other_office", **words), icon=":material/help:")
        if one.reason != "added":
            st.error(_refusal(one, t), icon=":material/block:")


def _refusal(one: staff_views.Receipt, t: Translator) -> str:
    reason = t(f"views.refused_{one.reason}", number=t.number(one.number), most=t.number(staff_views.MOST))
    lines = [f"- {as_written(fault_text(fault, t))}" for fault in one.faults]
    return "\n".join([f"**{as_written(one.file)}**: {reason}", "", *lines])
