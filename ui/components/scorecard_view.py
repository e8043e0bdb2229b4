"""What every part of the scorecard draws from, and how it draws a picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from report.content_case import Case
from report.scorecard import build_scorecard
from ui import resources, state
from ui.charts import DARK, LIGHT, Palette, Picture
from ui.charts.band import band_picture

if TYPE_CHECKING:
    from i18n import Translator
    from report.scorecard import Band, Scorecard
    from scoring import Assessment, Figures, Model, Nation
    from ui.shown import Source


@dataclass(frozen=True)
class View:
    """One office's result in one language and theme.

    Args:
        source: Where the office is from: the person's ``own``, an ``example``, or a ``file``.
        population: The offices that it is compared with: ``all``, ``osk`` or ``ksk``.
    """

    assessment: Assessment
    source: Source
    card: Scorecard
    model: Model
    figures: Figures
    nation: Nation
    t: Translator
    palette: Palette
    population: str = "all"

    @property
    def example(self) -> bool:
        """Whether the office is synthetic."""
        return self.source == "example"

    @property
    def case(self) -> Case:
        """The same result for the files that are made of it."""
        return Case(self.card, self.model, self.nation, self.figures, self.t, self.example)


def view_of(assessment: Assessment, *, source: Source, population: str = "all") -> View:
    """Rates an office and gathers all that its scorecard shows.

    Args:
        assessment: The office's answers.
        source: Where the office is from.
        population: The offices to compare with: ``all``, ``osk`` or ``ksk``.

    Raises:
        FaultsError: The answers do not fit the model.
    """
    model, nation = resources.model(), resources.nation(population)
    return View(
        assessment=assessment,
        source=source,
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


def show_band(band: Band, view: View, *, key: str) -> None:
    """Where the office lies among 100 offices, with the same in a table.

    Args:
        band: Shares of offices that scored lower.
        view: The office.
        key: Unlike any other on the page.
    """
    picture = band_picture(band, palette=view.palette, t=view.t)
    show_picture(picture, key=key)
    show_table(picture, view.t)
