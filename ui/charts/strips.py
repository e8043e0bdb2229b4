"""Where the offices lie on each criterion: a dot for each of them, over the middle half of the nation.

Offices with the same whole points stand on top of each other.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from statistics import fmean, median
from typing import TYPE_CHECKING, Any, Final

import altair as alt
import pandas as pd

from ui.charts.style import Palette, Picture, Rows, across, finish, of, pixels, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from i18n import Translator

ROW, TEXT, LINE, RISE, DOT = 88, 10, 70, 44, 6
"""Pixels: a row, where its words and its line stand, how high the dots reach, and from dot to dot."""

STUB: Final = 0.5
"""Points that the field is drawn beyond its ends, so that it is seen where all of these have one score."""


@dataclass(frozen=True)
class Strip:
    """One criterion, or the total.

    Args:
        name: What it is.
        scores: Of the offices that are rated on it, 0-100.
        own: The score of the office that is marked; None where none is, or it is not rated.
        mean: The nation's mean in 2003 on the same indicators, or None.
        middle: From which to which score at least half of the nation's offices lay, or None.
        unrated: How many of the offices are not rated on it.
    """

    name: str
    scores: tuple[float, ...]
    own: float | None = None
    mean: float | None = None
    middle: tuple[float, float] | None = None
    unrated: int = 0


def strips_picture(strips: Sequence[Strip], *, own: str, palette: Palette, t: Translator) -> Picture:
    """The offices on each criterion, one row each.

    Args:
        strips: Top to bottom.
        own: What the marked office is called; empty where none is marked.
        palette: The theme.
        t: The language.
    """
    height = ROW * len(strips)
    rows = [_row(one, place, t) for place, one in enumerate(strips)]
    layers = [
        *_ground(rows, palette, height),
        *_offices(strips, palette, height),
        *_own(rows, palette, height),
        words(rows, "name", height=height, palette=palette),
        words(rows, "result", height=height, palette=palette, side="right"),
    ]
    return Picture(
        chart=finish(layers, height=height, palette=palette, t=t),
        alt=_alt(strips, own, t),
        table=_table(strips, own, t),
        height=height,
    )


def _row(one: Strip, place: int, t: Translator) -> dict[str, Any]:
    key = "spread_own" if one.own is not None else "spread_mean"
    result = one.own if one.own is not None else fmean(one.scores) if one.scores else None
    return {
        "name": one.name,
        "result": t("compare.not_rated") if result is None else t(f"compare.{key}", score=t.number(result)),
        "bold": place == 0,
        "y_text": ROW * place + TEXT,
        "y": ROW * place + LINE,
        "top": ROW * place + LINE - RISE,
        "bottom": ROW * place + LINE + DOT,
        "start": 0.0,
        "end": 100.0,
        "own": None if one.own is None else round(one.own),  # where its dot is
        "mean": one.mean,
        "low": max(one.middle[0] - STUB, 0) if one.middle else None,
        "high": min(one.middle[1] + STUB, 100) if one.middle else None,
    }


def _offices(strips: Sequence[Strip], palette: Palette, height: int) -> list[alt.Chart]:
    """A dot for each office; a column where dots would cover each other."""
    stacks = [stack for place, one in enumerate(strips) for stack in _stacks(one, place)]
    dots = [
        {"at": one["at"], "y": one["y"] - DOT * (step + 0.5)}
        for one in stacks
        if not one["column"]
        for step in range(one["count"])
    ]
    columns = [one for one in stacks if one["column"]]
    dot = of(dots).mark_point(
        shape="circle", filled=True, size=34, color=palette.office, opacity=0.8, aria=False
    )
    column = of(columns).mark_rule(strokeWidth=DOT, color=palette.office, opacity=0.8, aria=False)
    return [
        dot.encode(x=across("at"), y=pixels("y", height)),
        column.encode(x=across("at"), y=pixels("y", height), y2="top:Q"),
    ]


def _stacks(one: Strip, place: int) -> Rows:
    """How many offices have each score, as it is written."""
    counts = Counter(map(round, one.scores))
    most, line = max(counts.values(), default=1), ROW * place + LINE
    step = min(DOT, RISE / most)
    return [
        {"at": at, "y": line, "top": line - step * count, "count": count, "column": step < DOT}
        for at, count in counts.items()
    ]


def _ground(rows: Rows, palette: Palette, height: int) -> list[alt.Chart]:
    """The nation's middle half and mean, then the line from 0 to 100."""
    field = of(rows, "low").mark_rect(color=palette.nation, opacity=0.22, aria=False)
    line = of(rows).mark_rule(color=palette.line, strokeWidth=2, aria=False)
    tick = of(rows, "mean").mark_rule(color=palette.nation, strokeWidth=3, aria=False)
    top, bottom = pixels("top", height), alt.Y2("bottom:Q")
    return [
        field.encode(x=across("low"), x2="high:Q", y=top, y2=bottom),
        line.encode(x=across("start"), x2="end:Q", y=pixels("y", height)),
        tick.encode(x=across("mean"), y=top, y2=bottom),
    ]


def _own(rows: Rows, palette: Palette, height: int) -> list[alt.Chart]:
    line = of(rows, "own").mark_rule(color=palette.text, strokeWidth=1.5, aria=False)
    mark = of(rows, "own").mark_point(
        shape="triangle-up", filled=True, size=160, opacity=1, color=palette.text, aria=False
    )
    return [
        line.encode(x=across("own"), y=pixels("top", height), y2="bottom:Q"),
        mark.encode(x=across("own"), y=pixels("bottom", height)),
    ]


# ------------------------------------------------------------------ in words
def _alt(strips: Sequence[Strip], own: str, t: Translator) -> str:
    lines = []
    for one in strips:
        if not one.scores:
            lines.append(t("compare.spread_alt_none", name=one.name))
            continue
        numbers = {"low": min(one.scores), "middle": median(one.scores), "high": max(one.scores)}
        texts = {name: t.number(number) for name, number in numbers.items()}
        lines.append(t("compare.spread_alt_one", name=one.name, **texts))
        if own and one.own is not None:
            lines.append(t("compare.spread_alt_own", office=own, score=t.number(one.own)))
        if one.mean is not None:
            lines.append(t("compare.spread_alt_nation", mean=t.number(one.mean)))
    return " ".join([t("compare.spread_alt"), *lines])


def _table(strips: Sequence[Strip], own: str, t: Translator) -> pd.DataFrame:
    def shown(number: float | None) -> str:
        return "–" if number is None else t.number(number)

    def cells(one: Strip) -> list[str]:
        mine = [shown(one.own)] if own else []
        ends = (min(one.scores), median(one.scores), max(one.scores)) if one.scores else (None,) * 3
        offices = [shown(end) for end in ends]
        middle = "–".join(map(shown, one.middle)) if one.middle else "–"
        return [*mine, *offices, t.number(one.unrated), shown(one.mean), middle]

    names = ("lowest", "median", "highest", "unrated", "nation", "nation_middle")
    columns = [*([own] if own else []), *(t(f"compare.spread_{name}") for name in names)]
    index = pd.Index([one.name for one in strips], name=t("compare.criterion"))
    return pd.DataFrame([cells(one) for one in strips], index=index, columns=columns)
