"""One line for other pages: how many answers differ between leader and staff."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ui import resources, shown, staff_views, state

if TYPE_CHECKING:
    from i18n import Translator

VIEWS = "ui/pages/views.py"


def views_note(t: Translator) -> None:
    """Draws the line with a link to the views; nothing without views, or while another office is shown."""
    if not staff_views.held() or shown.shown().source != "own":
        return
    parted = staff_views.parted(resources.model())
    settled = staff_views.agreements().keys() & {one.column for one in parted}
    with st.container(
        border=True,
        horizontal=True,
        horizontal_alignment="distribute",
        vertical_alignment="center",
        key="views_note",
    ):
        words = t.plural("views.differ", len(parted))
        if settled:
            words = f"{words} {t('views.note_settled', settled=t.number(len(settled)))}"
        st.markdown(f":material/group: {words}", width="content")
        st.page_link(
            VIEWS, label=t("views.open"), icon=":material/compare_arrows:", query_params=state.links()
        )
