"""The mean of the offices of today, as a line of its own beside a score: never in a picture of 2003."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from storage import NotFound, Unavailable
from ui.pool import seen

if TYPE_CHECKING:
    from i18n import Translator


def today_line(name: str, t: Translator) -> None:
    """Draws the line of the total or a criterion, where there is anything to show.

    Args:
        name: ``total`` or the criterion's code.
        t: The language.
    """
    try:
        scores = seen().scores
    except (Unavailable, NotFound):  # it is beside the point, so nothing is said in its place
        return
    if scores is not None:
        st.markdown(t("pool.line", score=t.number(scores.scores[name]), n=t.number(scores.n)))
