"""The trend over the office's assessments: the total, or a criterion."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ui import resources, state
from ui.charts.trend import Point, trend_picture
from ui.components.prose import small_print
from ui.components.scorecard_view import show_picture, show_table

if TYPE_CHECKING:
    from scoring.change import Mark
    from ui.components.history_view import HistoryView, Line

TOTAL = "total"


def trend(view: HistoryView) -> None:
    """Draws the choice of what is shown, the picture and its table; nothing before there are two."""
    t, model = view.t, resources.model()
    if len(view.rated) <= 1:
        return
    st.header(t("history.trend"), anchor=False)
    names = {TOTAL: t("history.total")}
    names |= {code: t.pick(one.title) for code, one in model.criteria.items()}
    what = st.selectbox(
        t("history.trend_of"), list(names), format_func=names.__getitem__, key=state.key("history_trend_of")
    )
    points = [
        Point(line.info.date, mark, line.model)
        for line in view.rated
        if line.model and (mark := _mark(line, what))
    ]
    if points:
        picture = trend_picture(points, name=names[what], palette=view.palette, t=t)
        show_picture(picture, key=f"history_trend_{what}")
        small_print(t("history.trend_text"))
        show_table(picture, t)
    if len({line.info.model_version for line in view.rated}) > 1:
        small_print(t("history.trend_models"))


def _mark(line: Line, what: str) -> Mark | None:
    if line.result is None:
        return None
    return line.result.total if what == TOTAL else line.result.criteria.get(what)
