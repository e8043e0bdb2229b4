"""What every part of the scorecard draws from, and how it draws a picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from report.scorecard import build_scorecard
from ui import resources, state
from ui.charts import DARK, LIGHT, Palette, Picture

if TYPE_CHECKING:
    from i18n import Translator
    from report.scorecard import Scorecard
    from scoring import Assessment, Figures, Model, Nation


@dataclass(frozen=True)
class View:
    """One office's result in one language and theme.

    Args:
        example: Whether the office is a synthetic example.
        population: The offices that it is compared with: ``all``, ``osk`` or ``ksk``.
    """

    assessment: Assessment
    example: bool
    card: Scorecard
    model: Model
    figures: Figures
    nation: Nation
    t: Translator
    palette: Palette
    population: str = "all"


def view_of(assessment: Assessment, *, example: bool, population: str = "all") -> View:
    """Rates an office and gathers all that its scorecard shows.

    Args:
        assessment: The office's answers.
        example: Whether it is a synthetic example.
        population: The offices to compare with: ``all``, ``osk`` or ``ksk``.

    Raises:
        FaultsError: The answers do not fit the model.
    """
    model, nation = resources.model(), resources.nation(population)
    return View(
        assessment=assessment,
        example=example,
        card=build_scorecard(assessment, model=model, nation=nation),
        model=model,
        figures=resources.figures(),
        nation=nation,
        t=state.translator(),
        palette=DARK if st.context.theme.type == "dark" else LIGHT,
        population=population,
    )


def show_picture(picture: Picture, *, key: str) -> None:
    """A chart with its alternative text. Its table is drawn by ``show_table``.

    Args:
        picture: The chart.
        key: Unlike any other on the page.
    """
    st.altair_chart(
        picture.chart, theme=None, width="stretch", height=picture.height, key=key, alt=picture.alt
    )


def show_table(picture: Picture, t: Translator) -> None:
    """The same numbers as a table, folded away beneath the chart."""
    with st.expander(t("scorecard.table"), type="compact"):
        st.table(picture.table, border="horizontal", alt=t("scorecard.table_alt"))
