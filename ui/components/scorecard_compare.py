"""Which offices of 2003 to compare with: all, or those of one type where the report tells them apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ui import resources, state
from ui.charts import populations

if TYPE_CHECKING:
    from i18n import Translator

POPULATIONS = ("all", "osk", "ksk")
ADDRESS = "compare"


def choose_population(t: Translator) -> str:
    """The choice, kept in the address; a note says which figures it changes."""
    now = state.in_address(ADDRESS, POPULATIONS) or POPULATIONS[0]
    chosen = st.segmented_control(
        t("scorecard.compare.label"),
        POPULATIONS,
        default=now,
        format_func=lambda one: t(f"scorecard.compare.{one}"),
        required=True,
        key=state.key("scorecard.compare"),
    )
    population = chosen or now
    state.put_in_address(ADDRESS, None if population == POPULATIONS[0] else population)
    if population != POPULATIONS[0]:
        st.caption(t("scorecard.compare.note", items=t.listing(_split(t))))
    return population


def _split(t: Translator) -> list[str]:
    """The indicators that the report splits by type of office."""
    model, figures = resources.model(), resources.figures()
    return [
        t.pick(one.title)
        for code, one in model.indicators.items()
        if len(populations(code, model=model, figures=figures)) > 1
    ]
