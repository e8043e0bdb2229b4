"""One national figure as bars: what is printed, what follows from it, what is said in words only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import altair as alt
import pandas as pd

from ui.charts.style import Palette, Picture, Rows, across, of, pixels, rows_chart

if TYPE_CHECKING:
    from i18n import Translator

ROW, TEXT, TOP, BOTTOM = 42, 9, 20, 31
"""Pixels: a row, where its words stand, and the bar's edges."""

DERIVED = "\N{DAGGER}"
"""Marks a number that is not printed but follows from what is."""


@dataclass(frozen=True)
class Row:
    """One alternative of a figure.

    Args:
        label: The alternative in words.
        count: How many gave it; None where the report prints no number.
        percent: The percentage as printed; else empty.
        phrase: What the report says in words only, where it gives no number; else empty.
        rule: How the count follows from what is printed; empty where it is printed.
    """

    label: str
    count: int | None
    percent: str = ""
    phrase: str = ""
    rule: str = ""

    def share(self, n: int | None) -> float | None:
        """The share, 0-1; None where the report gives neither a number nor a percentage."""
        if self.count is not None and n:
            return self.count / n
        return float(self.percent) / 100 if self.percent else None


@dataclass(frozen=True)
class Bars:
    """A figure in one population.

    Args:
        rows: The alternatives, top to bottom.
        n: Answers in all, or None where not printed.
        title: The question.
        base: Who answered, as a sentence.
        unit: What is counted: ``offices`` or ``municipalities``.
    """

    rows: tuple[Row, ...]
    n: int | None
    title: str
    base: str
    unit: str


def figure_picture(bars: Bars, *, palette: Palette, t: Translator) -> Picture:
    """A figure as bars; what is printed in words only stands as words, never as an empty bar.

    Args:
        bars: The figure.
        palette: The theme.
        t: The language.
    """
    height = ROW * len(bars.rows)
    rows = [_row(one, place, bars.n, t) for place, one in enumerate(bars.rows)]
    drawn = _bars(rows, palette, height)
    return Picture(
        chart=rows_chart(rows, drawn, "label", height=height, palette=palette, t=t),
        alt=_alt(bars, t),
        table=_table(bars, t),
        height=height,
    )


def row_words(row: Row, n: int | None, t: Translator) -> str:
    """A row's number and share, its words, or that the report prints nothing."""
    share = row.share(n)
    if share is None:
        return t("nation.in_words", phrase=row.phrase) if row.phrase else t("nation.not_printed")
    if row.count is None:
        return t.percent(share)
    text = t("nation.count", count=t.number(row.count), share=t.percent(share))
    return f"{text} {DERIVED}" if row.rule else text


def _row(row: Row, place: int, n: int | None, t: Translator) -> dict[str, Any]:
    share = row.share(n)
    percent = None if share is None else 100 * share
    return {
        "label": row.label,
        "result": row_words(row, n, t),
        "bold": False,
        "solid": None if row.rule else percent,
        "hollow": percent if row.rule else None,
        "share": percent,
        "start": 0.0,
        "end": 100.0,
        "y_text": ROW * place + TEXT,
        "top": ROW * place + TOP,
        "bottom": ROW * place + BOTTOM,
        "middle": ROW * place + (TOP + BOTTOM) / 2,
    }


def _bars(rows: Rows, palette: Palette, height: int) -> list[alt.Chart]:
    """A track for every row with a number; the bar is hollow where the number is derived."""
    tips = [alt.Tooltip("label:N", title=" "), alt.Tooltip("result:N", title="  ")]
    track = of(rows, "share").mark_rule(color=palette.line, strokeWidth=2, aria=False)
    solid = of(rows, "solid").mark_rect(color=palette.nation, aria=False)
    hollow = of(rows, "hollow").mark_rect(
        fill=palette.background, stroke=palette.nation, strokeWidth=2, aria=False
    )
    top, bottom = pixels("top", height), alt.Y2("bottom:Q")
    return [
        track.encode(x=across("start"), x2="end:Q", y=pixels("middle", height)),
        solid.encode(x=across("start"), x2="solid:Q", y=top, y2=bottom, tooltip=tips),
        hollow.encode(x=across("start"), x2="hollow:Q", y=top, y2=bottom, tooltip=tips),
    ]


def _alt(bars: Bars, t: Translator) -> str:
    lines = [f"{row.label}: {row_words(row, bars.n, t).removesuffix(DERIVED).strip()}." for row in bars.rows]
    return " ".join([bars.title, bars.base, *lines])


def _table(bars: Bars, t: Translator) -> pd.DataFrame:
    def cells(row: Row) -> list[str]:
        share = row.share(bars.n)
        count = t("nation.not_printed") if row.count is None else t.number(row.count)
        decimals = 0 if row.count is None else 1
        return [count, "–" if share is None else t.percent(share, decimals), _basis(row, t)]

    columns = [t(f"nation.table.{bars.unit}"), t("nation.table.share"), t("nation.table.basis")]
    index = pd.Index([row.label for row in bars.rows], name=t("nation.table.answer"))
    return pd.DataFrame([cells(row) for row in bars.rows], index=index, columns=columns)


def _basis(row: Row, t: Translator) -> str:
    if row.rule:
        return t(f"nation.rule.{row.rule}")
    if row.count is not None:
        return t("nation.basis.printed")
    if row.percent:
        return t("nation.basis.percent")
    return t("nation.in_words", phrase=row.phrase) if row.phrase else t("nation.basis.nothing")
