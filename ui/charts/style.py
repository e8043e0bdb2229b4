"""How every chart looks: two palettes, one font, one grammar.

Each row of a chart is its words above a bar or a line, so that it reads the same at 1,200 and at
390 pixels. The charts are laid out in pixels from the top (``PIXELS``), as a page is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal

import altair as alt

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    import pandas as pd

    from i18n import Translator
    from scoring.model_types import Level

FONT: Final = "Inter, 'Helvetica Neue', Arial, sans-serif"
PLAIN, SMALL, BOLD = 14, 12, 600
"""Font sizes in pixels, and the weight of what stands out."""

NARROW, RIGHT_ROOM = 330, 85
"""Pixels: below this width words are small; what a row's left words leave for those on the right."""

SHAPES: Final = {"circle": "circle", "square": "square", "diamond": "diamond", "triangle": "triangle-up"}
"""A level's shape -> Vega's name for it."""

GLYPHS: Final = {"circle": "●", "square": "■", "diamond": "◆", "triangle": "▲"}
"""A level's shape -> the sign that stands for it in running text."""


Rows = list[dict[str, Any]]
"""What a chart is drawn from: a row for each thing, ready to be drawn."""


@dataclass(frozen=True)
class Palette:
    """Colours of one theme; office, nation, text and background are those of ``.streamlit/config.toml``.

    Args:
        scheme: Which of a level's two colours goes with it.
        office: The accent: what belongs to the office.
        nation: What belongs to the nation.
        text: Words.
        quiet: Words of less weight; still 4.5:1 on the background.
        background: Behind everything; a mark on top of another is set off by it.
        line: Tracks that the eye follows, below the marks.
        steps: The six steps of tjenestetrappa, low to high: greys that leave the accent alone.
    """

    scheme: Literal["light", "dark"]
    office: str
    nation: str
    text: str
    quiet: str
    background: str
    line: str
    steps: tuple[str, ...]

    def level(self, level: Level) -> str:
        """The level's colour in this theme."""
        return level.light if self.scheme == "light" else level.dark


LIGHT: Final = Palette(
    scheme="light",
    office="#0b5c6b",
    nation="#767676",
    text="#0d1519",
    quiet="#56646b",
    background="#ffffff",
    line="#d9dfe2",
    steps=("#eef1f2", "#dbe1e4", "#c4cdd1", "#abb6bb", "#909da3", "#738188"),
)
DARK: Final = Palette(
    scheme="dark",
    office="#4fb6c8",
    nation="#a9b4b9",
    text="#e6ecee",
    quiet="#a9b4b9",
    background="#0f1518",
    line="#364247",
    steps=("#222d31", "#303d42", "#404f55", "#536369", "#68797f", "#809197"),
)


@dataclass(frozen=True)
class Picture:
    """A chart that can be read without being seen.

    Args:
        chart: Wide as its container; its height is fixed.
        alt: What it says, in a few sentences.
        table: Its numbers as ready-formatted text, headings and row names in the language.
        height: In pixels.
    """

    chart: alt.LayerChart
    alt: str
    table: pd.DataFrame
    height: int


def day_cell(day: dt.date, t: Translator) -> str:
    """A date whose first space does not break: "11. mars" at the start of a cell would begin a list."""
    return t.short_date(day).replace(" ", "\N{NO-BREAK SPACE}", 1)


def pixels(field: str, height: int) -> alt.Y:
    """A vertical place given in pixels from the top."""
    scale = alt.Scale(domain=[0, height], range=[0, height], nice=False, zero=False)
    return alt.Y(f"{field}:Q", scale=scale, axis=None)


def across(field: str, high: float = 100) -> alt.X:
    """A horizontal place from 0 to ``high``, over the whole width."""
    scale = alt.Scale(domain=[0, high], nice=False, zero=False)
    return alt.X(f"{field}:Q", scale=scale, axis=None)


def of(rows: Rows, *fields: str) -> alt.Chart:
    """A chart of the rows that have a value in each of ``fields``.

    Plain rows, not a frame: Altair then has nothing to guess or to clean, and draws twice as fast.
    """
    kept = [row for row in rows if all(row[field] is not None for field in fields)]
    return alt.Chart(alt.InlineData(values=kept))


def words(
    rows: Rows, field: str, *, height: int, palette: Palette, side: Literal["left", "right"] = "left"
) -> alt.Chart:
    """The text mark that every row begins or ends with.

    Args:
        rows: Each holds ``field``, ``y_text`` (pixels) and ``bold``.
        field: The name of the words.
        height: Of the chart, in pixels.
        palette: The theme.
        side: Where they stand.
    """
    mark = of(rows, field).mark_text(
        align=side,
        baseline="middle",
        fontSize=alt.ExprRef(f"width < {NARROW} ? {SMALL} : {PLAIN}"),
        fontWeight=alt.ExprRef(f"datum.bold ? {BOLD} : 400"),
        limit=alt.ExprRef(f"width - {RIGHT_ROOM}") if side == "left" else alt.Undefined,
        color=palette.text,
        aria=False,
    )
    place = alt.value(0) if side == "left" else alt.value("width")
    drawn: alt.Chart = mark.encode(x=place, y=pixels("y_text", height), text=f"{field}:N")
    return drawn


def rows_chart(
    rows: Rows, bars: Sequence[alt.Chart], left: str, *, height: int, palette: Palette, t: Translator
) -> alt.LayerChart:
    """Bars, and in each row words on the left and its ``result`` on the right.

    Args:
        rows: As for ``words``.
        bars: What is drawn beneath the words.
        left: The field with the words on the left.
        height: Of all rows, in pixels.
        palette: The theme.
        t: The language.
    """
    sides = [
        words(rows, left, height=height, palette=palette),
        words(rows, "result", height=height, palette=palette, side="right"),
    ]
    return finish([*bars, *sides], height=height, palette=palette, t=t)


def finish(layers: Sequence[alt.Chart], *, height: int, palette: Palette, t: Translator) -> alt.LayerChart:
    """Layers on top of each other, with width, font and number form.

    No sentences of Vega's own, which are English.
    """
    separators = t.number(1234567.5, 1)
    number = alt.NumberLocale(
        decimal=separators[-2], thousands=separators[1], grouping=[3], currency=["", ""]
    )
    finished: alt.LayerChart = (
        alt.LayerChart(layer=list(layers))
        .properties(width="container", height=height, background="transparent")
        .properties(
            padding={"left": 0, "right": 0, "top": 0, "bottom": 0},
            autosize={"type": "fit", "contains": "padding"},
        )
        .configure(font=FONT, locale=alt.Locale(number=number), aria=False)
        .configure_view(stroke=None)
        .configure_text(font=FONT, color=palette.text)
    )
    return finished
