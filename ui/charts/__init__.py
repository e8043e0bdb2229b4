"""The pictures: Altair charts, each with what it says in words and its numbers as a table.

Nothing here knows Streamlit, so that a chart can be drawn and tested by itself.
"""

from ui.charts.criteria import criteria_picture
from ui.charts.distribution import distribution_picture
from ui.charts.ladder import Rung, ladder_picture, rungs_of
from ui.charts.spread import Bar, Spread, indicator_spread, item_spread, populations, reason_without_mean
from ui.charts.style import DARK, LIGHT, Palette, Picture

__all__ = [
    "DARK",
    "LIGHT",
    "Bar",
    "Palette",
    "Picture",
    "Rung",
    "Spread",
    "criteria_picture",
    "distribution_picture",
    "indicator_spread",
    "item_spread",
    "ladder_picture",
    "populations",
    "reason_without_mean",
    "rungs_of",
]
