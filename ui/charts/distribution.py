"""One question's national answers as bars, the office's own in the accent and in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import altair as alt
import pandas as pd

from ui.charts.style import Palette, Picture, Rows, across, finish, of, pixels, words

if TYPE_CHECKING:
    from i18n import Translator
    from ui.charts.spread import Bar, Spread

OWN = "▸"
"""Stands before the office's own answer, so that colour does not tell it alone."""

ROW, TEXT, BAR, THICK = 42, 9, 25, 10
"""Pixels: a row, where in it its words and its bar stand, and how thick the bar is."""


def distribution_picture(spread: Spread, *, title: str, palette: Palette, t: Translator) -> Picture:
    """How the nation's offices answered.

    Args:
        spread: The answers.
        title: What they are about, for the alternative text.
        palette: The theme.
        t: The language.
    """
    height = ROW * len(spread.bars)
    rows = [_row(bar, place, spread, t) for place, bar in enumerate(spread.bars)]
    layers = [
        *_bars(rows, palette, height),
        words(rows, "label", height=height, palette=palette),
        words(rows, "result", height=height, palette=palette, side="right"),
    ]
    return Picture(
        chart=finish(layers, height=height, palette=palette, t=t),
        alt=_alt(spread, title, t),
        table=_table(spread, t),
        height=height,
    )


def _row(bar: Bar, place: int, spread: Spread, t: Translator) -> dict[str, Any]:
    share = bar.share(spread.n)
    return {
        "label": f"{OWN} {bar.label}" if bar.own else bar.label,
        "result": bar_words(bar, spread, t),
        "bold": bar.own,
        "share": None if share is None else 100 * share,
        "start": 0.0,
        "end": 100.0,
        "y_text": ROW * place + TEXT,
        "y": ROW * place + BAR,
    }


def bar_words(bar: Bar, spread: Spread, t: Translator) -> str:
    """A bar's number and share, or that the report does not print it."""
    share = bar.share(spread.n)
    if share is None:
        return t("charts.spread.not_printed")
    if bar.count is None or spread.n is None:
        return t.percent(share)
    return t("charts.spread.count", count=t.number(bar.count), share=t.percent(share))


def _bars(rows: Rows, palette: Palette, height: int) -> list[alt.Chart]:
    return [
        of(rows)
        .mark_rule(color=palette.line, strokeWidth=2, aria=False)
        .encode(x=across("start"), x2="end:Q", y=pixels("y", height)),
        of(rows, "share")
        .mark_rule(strokeWidth=THICK, aria=False)
        .encode(
            x=across("start"),
            x2="share:Q",
            y=pixels("y", height),
            color=alt.condition("datum.bold", alt.value(palette.office), alt.value(palette.nation)),
            tooltip=[alt.Tooltip("label:N", title=" "), alt.Tooltip("result:N", title="  ")],
        ),
    ]


def _alt(spread: Spread, title: str, t: Translator) -> str:
    base = {} if spread.n is None else {"n": t.number(spread.n)}
    parts = [t("charts.spread.alt_n", title=title, **base) if base else t("charts.spread.alt", title=title)]
    parts += [f"{bar.label}: {bar_words(bar, spread, t)}." for bar in spread.bars]
    own = [bar.label for bar in spread.bars if bar.own]
    key = "alt_own" if own else "alt_no_own"
    parts.append(t(f"charts.spread.{key}", own=t.listing(own)) if own else t(f"charts.spread.{key}"))
    return " ".join(parts)


def _table(spread: Spread, t: Translator) -> pd.DataFrame:
    def cells(bar: Bar) -> list[str]:
        share = bar.share(spread.n)
        count = t("charts.spread.not_printed") if bar.count is None else t.number(bar.count)
        printed = (
            t("charts.spread.not_printed")
            if share is None
            else t.percent(share, 1 if bar.count is not None else 0)
        )
        return [count, printed, t("charts.spread.here") if bar.own else ""]

    columns = [t(f"charts.spread.{name}") for name in ("offices", "share", "own_column")]
    index = pd.Index([bar.label for bar in spread.bars], name=t("charts.spread.answer"))
    return pd.DataFrame([cells(bar) for bar in spread.bars], index=index, columns=columns)
