"""The band: out of 100 offices, how many scored lower, drawn as a line of offices.

Solid is what scored lower either way, dashed is what depends on how answers went together in one
office, and the rest scored the same or higher.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal

import pandas as pd

from ui.charts.style import SMALL, Palette, Picture, across, finish, of, pixels

if TYPE_CHECKING:
    import altair as alt

    from i18n import Translator
    from report.scorecard import Band

Side = Literal["left", "center", "right"]
END: Final = 100
"""Offices on the line."""
FAR: Final = 12
"""Of 100: closer than this, two numbers would run into each other on a phone."""
HEIGHT: Final = 40
LINE, NUMBERS = 10, 30
"""Pixels: the whole picture, and where in it the line and the numbers below it stand."""


def band_picture(band: Band, *, palette: Palette, t: Translator) -> Picture:
    """Where the office lies among 100 offices.

    Args:
        band: Shares of offices that scored lower.
        palette: The theme.
        t: The language.
    """
    low, high = 100 * band.low, 100 * band.high
    layers = [
        _part(0, 100, {"color": palette.line}),
        _part(0, low, {"color": palette.office}),
        _part(low, high, {"color": palette.office, "strokeDash": [3, 3]}),
        *_numbers(low, high, palette, t),
    ]
    return Picture(
        chart=finish(layers, height=HEIGHT, palette=palette, t=t),
        alt=t("charts.band.alt", low=t.number(low), high=t.number(high)),
        table=_table(low, high, t),
        height=HEIGHT,
    )


def _part(start: float, end: float, look: dict[str, Any]) -> alt.Chart:
    rows = [{"start": start, "end": end, "y": LINE}] if end > start else []
    drawn: alt.Chart = (
        of(rows, "start")
        .mark_rule(strokeWidth=10, aria=False, **look)
        .encode(x=across("start"), x2="end:Q", y=pixels("y", HEIGHT))
    )
    return drawn


def _numbers(low: float, high: float, palette: Palette, t: Translator) -> list[alt.Chart]:
    """The ends of the scale and of the band; the scale's own give way where they would touch."""
    ends = list(dict.fromkeys(t.number(end) for end in (low, high)))
    if high - low < FAR:
        texts: list[tuple[float, str, Side]] = [((low + high) / 2, "–".join(ends), "center")]
    else:
        texts = [(low, ends[0], "center"), (high, ends[-1], "center")]
    if low > FAR:
        texts.append((0, t.number(0), "left"))
    if high < END - FAR:
        texts.append((END, t.number(END), "right"))
    return [
        of([{"at": at, "y": NUMBERS, "text": text}])
        .mark_text(align=side, baseline="middle", fontSize=SMALL, color=palette.quiet, aria=False)
        .encode(x=across("at"), y=pixels("y", HEIGHT), text="text:N")
        for at, text, side in texts
    ]


def _table(low: float, high: float, t: Translator) -> pd.DataFrame:
    numbers = {"lower": low, "depends": high - low, "rest": 100 - high}
    names = [t(f"charts.band.{name}") for name in numbers]
    table = pd.DataFrame({t("charts.band.of_100"): [t.number(one) for one in numbers.values()]}, index=names)
    table.index.name = t("charts.band.part")
    return table
