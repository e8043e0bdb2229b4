"""Tjenestetrappa: each field's step beside the nation's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from report.places import place_text
from ui.charts import ladder_picture, rungs_of
from ui.components.scorecard_view import show_picture, show_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.charts.ladder import Level
    from ui.components.scorecard_view import View


def ladder_tab(view: View) -> None:
    """The municipal fields beside those of the state; fields without a ladder say so."""
    t, item = view.t, view.model.items[view.model.method.ladder_item]
    st.header(t("scorecard.ladder.title"), anchor=False)
    st.markdown(t("scorecard.ladder.intro"))
    _steps(view)
    municipal, state = st.columns(2, gap="large")
    with municipal:
        _group("municipal", ["municipal"], view)
    with state:
        _group("state", ["state", "other"], view)
    caution = t("scorecard.indicator.caution", text=t.pick(item.caution)) if item.caution else ""
    caution = f"{caution} {t('scorecard.ladder.unstated')}"
    st.caption(f"{caution} {t('scorecard.source', place=place_text(item.place, t))}")


def _steps(view: View) -> None:
    """The six steps in words; the picture shows them left to right."""
    names = {step: view.t.pick(text) for step, text in view.model.service.steps.items() if step.isdigit()}
    with st.expander(view.t("scorecard.ladder.steps"), type="compact"):
        st.markdown("\n".join(f"{step}. {name}" for step, name in names.items()))


def _group(name: str, levels: Sequence[Level], view: View) -> None:
    t = view.t
    title = t(f"scorecard.ladder.{name}")
    st.subheader(title, anchor=False)
    rungs = rungs_of(view.assessment.answers, levels, model=view.model, figures=view.figures, t=t)
    picture = ladder_picture(rungs, title=title, model=view.model, palette=view.palette, t=t)
    show_picture(picture, key=f"ladder.{name}")
    show_table(picture, t)
