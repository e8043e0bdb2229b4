"""How far each office's rank could move: by other weights, and by its open answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from ui.charts.style import Palette, Picture, Rows, across, of, pixels, rows_chart

if TYPE_CHECKING:
    from collections.abc import Sequence

    import altair as alt

    from i18n import Translator

ROW, TEXT, BAR, OPEN = 50, 10, 27, 37
"""Pixels: a row, and where in it the words, the bar of the weights and that of the answers stand."""

EDGE: Final = 2.0
"""Per cent of the width before the first rank and after the last, so that marks there are whole."""


@dataclass(frozen=True)
class RankBar:
    """One office with a rank.

    Args:
        name: What it is called on the screen.
        rank: 1 is best.
        weights: The ranks at 5 and at 95 per cent of the drawn weightings.
        answers: The best and the worst rank while answers are open.
        among_best: The share of weightings, 0-1, that put it among the best.
    """

    name: str
    rank: int
    weights: tuple[int, int]
    answers: tuple[int, int]
    among_best: float


def ranks_picture(bars: Sequence[RankBar], *, last: int, palette: Palette, t: Translator) -> Picture:
    """The ranks with their two intervals, one row for each office.

    Args:
        bars: Top to bottom; at least one.
        last: The number of offices with a rank: the right end.
        palette: The theme.
        t: The language.
    """
    height = ROW * len(bars)
    rows = [_row(one, place, last, t) for place, one in enumerate(bars)]
    drawn = _bars(rows, palette, height)
    return Picture(
        chart=rows_chart(rows, drawn, "name", height=height, palette=palette, t=t),
        alt=_alt(bars, t),
        table=_table(bars, t),
        height=height,
    )


def span(ends: tuple[int, int]) -> str:
    """From which rank to which; one number where they are the same."""
    return "–".join(dict.fromkeys(map(str, ends)))


def _row(one: RankBar, place: int, last: int, t: Translator) -> dict[str, Any]:
    def at(rank: int) -> float:
        return EDGE + (100 - 2 * EDGE) * (rank - 1) / max(1, last - 1)

    moves = one.answers[0] != one.answers[1]
    return {
        "name": one.name,
        "result": t("compare.ranks_result", rank=t.number(one.rank), span=span(one.weights)),
        "bold": False,
        "y_text": ROW * place + TEXT,
        "y": ROW * place + BAR,
        "y_open": ROW * place + OPEN,
        "start": 0.0,
        "end": 100.0,
        "at": at(one.rank),
        "low": at(one.weights[0]),
        "high": at(one.weights[1]),
        "best": at(one.answers[0]) if moves else None,
        "worst": at(one.answers[1]) if moves else None,
    }


def _bars(rows: Rows, palette: Palette, height: int) -> list[alt.Chart]:
    """A track, the broad bar of the weights with a knob at each end, the dashes of the answers, the rank."""
    y = pixels("y", height)
    knob: dict[str, Any] = {"shape": "circle", "filled": True, "opacity": 1, "aria": False}
    track = of(rows).mark_rule(color=palette.line, strokeWidth=1, aria=False)
    bar = of(rows).mark_rule(color=palette.office, strokeWidth=8, opacity=0.35, aria=False)
    ends = of(rows).mark_point(size=50, color=palette.office, **knob)
    dashes = of(rows, "best").mark_rule(color=palette.quiet, strokeWidth=2, strokeDash=[3, 3], aria=False)
    rank = of(rows).mark_point(
        size=170, color=palette.office, stroke=palette.background, strokeWidth=1.5, **knob
    )
    return [
        track.encode(x=across("start"), x2="end:Q", y=y),
        bar.encode(x=across("low"), x2="high:Q", y=y),
        ends.encode(x=across("low"), y=y),
        ends.encode(x=across("high"), y=y),
        dashes.encode(x=across("best"), x2="worst:Q", y=pixels("y_open", height)),
        rank.encode(x=across("at"), y=y),
    ]


# ------------------------------------------------------------------ in words
def _alt(bars: Sequence[RankBar], t: Translator) -> str:
    lines = [
        t(
            "compare.ranks_alt_one",
            office=one.name,
            rank=t.number(one.rank),
            weights=span(one.weights),
            answers=span(one.answers),
        )
        for one in bars
    ]
    return " ".join([t("compare.ranks_alt"), *lines])


def _table(bars: Sequence[RankBar], t: Translator) -> pd.DataFrame:
    rows = [
        [t.number(one.rank), span(one.weights), span(one.answers), t.percent(one.among_best)] for one in bars
    ]
    names = ("rank", "rank_interval", "rank_answers")
    columns = [*(t(f"compare.{name}") for name in names), t("compare.ranks_best")]
    index = pd.Index([one.name for one in bars], name=t("compare.office"))
    return pd.DataFrame(rows, index=index, columns=columns)
