"""Every service field's answers over the six steps, side by side: how far the offices take the cases."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import altair as alt
import pandas as pd

from ui.charts.style import SMALL, Palette, Picture, Rows, across, finish, of, pixels, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from i18n import Translator

RUNG, RUNG_TEXT, TOP, BOTTOM = 48, 10, 21, 39
"""Pixels: a row of the ladder, and where in it the words and the bar's edges stand."""

CASEWORK = 4
"""The first step that is casework: the report's only stated minimum."""

LINEAR = 0.04045
"""Below this a colour's strength counts in proportion (WCAG's relative luminance)."""

WIDE = 7
"""Percent of a bar that a number needs to stand in it, on a phone too."""

BLACK, WHITE = "#0d1519", "#ffffff"


@dataclass(frozen=True)
class Rungs:
    """One service field on the ladder.

    Args:
        title: The field in words.
        part: How many offices have it, and of how many; None where not printed.
        counts: Offices at steps 1 to 6; None where the report has no ladder for the field.
    """

    title: str
    part: tuple[int, int] | None
    counts: tuple[int, ...] | None

    @property
    def casework(self) -> float | None:
        """The share of the answers at step 4 or higher, 0-1."""
        return sum(self.counts[CASEWORK - 1 :]) / sum(self.counts) if self.counts else None


def steps_picture(
    fields: Sequence[Rungs], names: Sequence[str], *, title: str, palette: Palette, t: Translator
) -> Picture:
    """Every field's answers over the six steps, with a bar across where casework begins.

    Args:
        fields: The fields, top to bottom.
        names: The six steps in words.
        title: Which fields they are, for the alternative text.
        palette: The theme.
        t: The language.
    """
    height = RUNG * len(fields)
    rows = [_row(one, place, t) for place, one in enumerate(fields)]
    parts = [part for place, one in enumerate(fields) for part in _parts(one, place, names, palette, t)]
    layers = [
        *_steps(parts, palette, height),
        *_borders(rows, palette, height),
        words(rows, "label", height=height, palette=palette),
        words(rows, "result", height=height, palette=palette, side="right"),
    ]
    return Picture(
        chart=finish(layers, height=height, palette=palette, t=t),
        alt=_steps_alt(fields, title, t),
        table=_steps_table(fields, t),
        height=height,
    )


def _row(one: Rungs, place: int, t: Translator) -> dict[str, Any]:
    casework = one.casework
    result = "" if casework is None else t("nation.ladder.casework", share=t.percent(casework))
    return {
        "label": _label(one, t),
        "result": result,
        "bold": False,
        "border": None if casework is None else 100 * (1 - casework),
        "instead": None if one.counts else t("nation.ladder.none"),
        "y_text": RUNG * place + RUNG_TEXT,
        "y_low": RUNG * place + TOP - 3,
        "y_high": RUNG * place + BOTTOM + 3,
        "y_middle": RUNG * place + (TOP + BOTTOM) / 2,
    }


def _label(one: Rungs, t: Translator) -> str:
    """The field, and the share of the offices that have it."""
    if one.part is None:
        return one.title
    return t("nation.ladder.label", field=one.title, share=t.percent(one.part[0] / one.part[1]))


def _parts(one: Rungs, place: int, names: Sequence[str], palette: Palette, t: Translator) -> Rows:
    whole, start = sum(one.counts or ()), 0.0
    parts: Rows = []
    for step, count in enumerate(one.counts or (), start=1):
        width = 100 * count / whole
        values = {
            "field": one.title,
            "step": step,
            "name": names[step - 1],
            "share": t.percent(count / whole),
        }
        part = {"from": start, "to": start + width, "middle": start + width / 2}
        colours = {"fill": palette.steps[step - 1], "ink": _ink(palette.steps[step - 1])}
        text = {
            "number": str(step) if width >= WIDE else "",
            "tip": t.plural("nation.ladder.tip", count, **values),
        }
        parts.append({**part, **colours, **text, **_edges(place)})
        start += width
    return parts


def _edges(place: int) -> dict[str, float]:
    """The bar's edges and middle, in pixels from the top."""
    top, bottom = RUNG * place + TOP, RUNG * place + BOTTOM
    return {"top": top, "bottom": bottom, "y": (top + bottom) / 2}


def _steps(parts: Rows, palette: Palette, height: int) -> list[alt.Chart]:
    fill = alt.Color("fill:N", scale=None, legend=None)
    bars = of(parts).mark_rect(stroke=palette.background, strokeWidth=1, aria=False)
    numbers = of(parts).mark_text(baseline="middle", fontSize=SMALL, fontWeight=600, aria=False)
    tip = alt.Tooltip("tip:N", title=" ")
    ink = alt.Color("ink:N", scale=None, legend=None)
    low, high = pixels("top", height), alt.Y2("bottom:Q")
    return [
        bars.encode(x=across("from"), x2="to:Q", y=low, y2=high, color=fill, tooltip=tip),
        numbers.encode(x=across("middle"), y=pixels("y", height), text="number:N", color=ink, tooltip=tip),
    ]


def _borders(rows: Rows, palette: Palette, height: int) -> list[alt.Chart]:
    """Where casework begins, and words where the report has no ladder."""
    border = of(rows, "border").mark_rule(color=palette.text, strokeWidth=3, aria=False)
    instead = of(rows, "instead").mark_text(
        align="left", baseline="middle", fontSize=SMALL, color=palette.quiet, aria=False
    )
    return [
        border.encode(x=across("border"), y=pixels("y_low", height), y2="y_high:Q"),
        instead.encode(x=alt.value(0), y=pixels("y_middle", height), text="instead:N"),
    ]


def _ink(fill: str) -> str:
    """Black or white, whichever stands out more from ``fill``."""
    dark, light, behind = _luminance(BLACK), _luminance(WHITE), _luminance(fill)
    return BLACK if (behind + 0.05) / (dark + 0.05) > (light + 0.05) / (behind + 0.05) else WHITE


def _luminance(colour: str) -> float:
    """The relative luminance of WCAG, 0-1."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= LINEAR else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _steps_alt(fields: Sequence[Rungs], title: str, t: Translator) -> str:
    lines = [t("nation.ladder.alt", title=title)]
    for one in fields:
        row = _row(one, 0, t)
        lines.append(f"{row['label']}: {row['instead'] or row['result']}".rstrip(".") + ".")
    return " ".join(lines)


def _steps_table(fields: Sequence[Rungs], t: Translator) -> pd.DataFrame:
    def cells(one: Rungs) -> list[str]:
        part = "–" if one.part is None else t("nation.of", count=one.part[0], n=one.part[1])
        steps = [t.number(count) for count in one.counts] if one.counts else ["–"] * 6
        n = t.number(sum(one.counts)) if one.counts else t("nation.ladder.no_table")
        return [part, *steps, n]

    columns = [t("nation.ladder.part"), *(t("charts.ladder.step", step=step) for step in range(1, 7))]
    index = pd.Index([one.title for one in fields], name=t("charts.ladder.field"))
    return pd.DataFrame([cells(one) for one in fields], index=index, columns=[*columns, t("charts.ladder.n")])
