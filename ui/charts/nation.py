"""One national figure as bars: what is printed, what follows from it, what is said in words only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import altair as alt
import pandas as pd

from ui.charts.style import Palette, Picture, Rows, across, finish, of, pixels, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from i18n import Translator

ROW, TEXT, BAR, THICK, HOLLOW = 42, 9, 25, 12, 7
"""Pixels: a row, where its words and its bar stand, the bar's height, and that of the hole in it."""

RIM, LEAST = 0.4, 1.5
"""Percent of the width: the rim of a bar with a hole, and the shortest bar that has room for one."""

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


def figure_picture(
    rows: Sequence[Row], n: int | None, *, title: str, unit: str, palette: Palette, t: Translator
) -> Picture:
    """A figure as bars; what is printed in words only stands as words, never as an empty bar.

    Args:
        rows: The alternatives, top to bottom.
        n: Answers in all, or None where not printed.
        title: The question, for the alternative text.
        unit: ``offices`` or ``municipalities``.
        palette: The theme.
        t: The language.
    """
    height = ROW * len(rows)
    drawn = [_row(one, place, n, t) for place, one in enumerate(rows)]
    layers = [
        *_bars(drawn, palette, height),
        words(drawn, "label", height=height, palette=palette),
        words(drawn, "result", height=height, palette=palette, side="right"),
    ]
    return Picture(
        chart=finish(layers, height=height, palette=palette, t=t),
        alt=_alt(rows, n, title, unit, t),
        table=_table(rows, n, unit, t),
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
    hollow = row.rule and percent is not None and percent > LEAST
    return {
        "label": row.label,
        "result": row_words(row, n, t),
        "bold": False,
        "share": percent,
        "inner": percent - RIM if hollow and percent is not None else None,
        "start": 0.0,
        "rim": RIM,
        "end": 100.0,
        "y_text": ROW * place + TEXT,
        "y": ROW * place + BAR,
    }


def _bars(rows: Rows, palette: Palette, height: int) -> list[alt.Chart]:
    """A track for every row with a number; a bar with a hole where the number is derived."""
    tips = [alt.Tooltip("label:N", title=" "), alt.Tooltip("result:N", title="  ")]
    y = pixels("y", height)
    track = of(rows, "share").mark_rule(color=palette.line, strokeWidth=2, aria=False)
    bar = of(rows, "share").mark_rule(color=palette.nation, strokeWidth=THICK, aria=False)
    hole = of(rows, "inner").mark_rule(color=palette.background, strokeWidth=HOLLOW, aria=False)
    return [
        track.encode(x=across("start"), x2="end:Q", y=y),
        bar.encode(x=across("start"), x2="share:Q", y=y, tooltip=tips),
        hole.encode(x=across("rim"), x2="inner:Q", y=y, tooltip=tips),
    ]


def _alt(rows: Sequence[Row], n: int | None, title: str, unit: str, t: Translator) -> str:
    base = t("nation.base.unknown") if n is None else t(f"nation.base.{unit}", n=t.number(n))
    lines = [f"{row.label}: {row_words(row, n, t).removesuffix(DERIVED).strip()}." for row in rows]
    return " ".join([title, base, *lines])


def _table(rows: Sequence[Row], n: int | None, unit: str, t: Translator) -> pd.DataFrame:
    def cells(row: Row) -> list[str]:
        share = row.share(n)
        count = t("nation.not_printed") if row.count is None else t.number(row.count)
        decimals = 0 if row.count is None else 1
        return [count, "–" if share is None else t.percent(share, decimals), _basis(row, t)]

    columns = [t(f"nation.table.{unit}"), t("nation.table.share"), t("nation.table.basis")]
    index = pd.Index([row.label for row in rows], name=t("nation.table.answer"))
    return pd.DataFrame([cells(row) for row in rows], index=index, columns=columns)


def _basis(row: Row, t: Translator) -> str:
    if row.rule:
        return t(f"nation.rule.{row.rule}")
    if row.count is not None:
        return t("nation.basis.printed")
    if row.percent:
        return t("nation.basis.percent")
    return t("nation.in_words", phrase=row.phrase) if row.phrase else t("nation.basis.nothing")
