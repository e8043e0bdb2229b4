"""The pool of today beside 2003: two populations, two marks, two numbers, never one figure.

A row is the criterion and today's mean, then a line from 0 to 100 with a dot for today and a tick for 2003's
mean, and a ring for today's mean on only what the survey asked about, where that is another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import altair as alt
import pandas as pd

from scoring.comparison import TOTAL
from scoring.pool import LIKE
from ui.charts.style import SMALL, Palette, Picture, Rows, across, finish, of, pixels, words

if TYPE_CHECKING:
    from i18n import Translator
    from scoring import Model, Nation
    from scoring.pool import Today

ROW, TEXT, TRACK, REACH, GAP = 60, 10, 28, 10, 7
"""Pixels: a row, where in it words and line stand, half the tick, from the tick to its number."""

COLUMNS: Final = ("today", "like", "survey")


def today_picture(found: Today, *, nation: Nation, model: Model, palette: Palette, t: Translator) -> Picture:
    """The total and the criteria of today, with 2003 beside.

    Args:
        found: The scores of the pool.
        nation: 2003, as the model scores it.
        model: The model.
        palette: The theme.
        t: The language.
    """
    rows = [_row(name, found, nation, model, t) | _places(place) for place, name in enumerate(_names(model))]
    height = ROW * len(rows)
    layers = [
        *_ground(rows, palette, height),
        *_survey(rows, palette, height),
        *_today(rows, palette, height),
        words(rows, "name", height=height, palette=palette),
        words(rows, "result", height=height, palette=palette, side="right"),
    ]
    return Picture(
        chart=finish(layers, height=height, palette=palette, t=t),
        alt=" ".join([t("pool.chart.alt", n=t.number(found.n)), *(f"{row['tip']}." for row in rows)]),
        table=_table(rows, t),
        height=height,
    )


def _names(model: Model) -> list[str]:
    return [TOTAL, *model.criteria]


def _row(name: str, found: Today, nation: Nation, model: Model, t: Translator) -> dict[str, Any]:
    composite = nation.total if name == TOTAL else nation.criteria.get(name)
    score, like = found.scores[name], found.scores.get(f"{LIKE}{name}")
    mean = None if composite is None else composite.mean
    title = t("pool.total") if name == TOTAL else t.pick(model.criteria[name].short)
    label = title if name == TOTAL else f"{model.criteria[name].number}  {title}"
    return {
        "name": label,
        "bold": name == TOTAL,
        "result": t.number(score),
        "score": score,
        "like": like,
        "ring": like if like != score else None,
        "survey": mean,
        "survey_text": None if mean is None else t.number(mean),
        "tip": _sentence(label, score, like, mean, t),
    }


def _places(place: int) -> dict[str, float]:
    middle = ROW * place + TRACK
    return {
        "y_text": ROW * place + TEXT,
        "y": middle,
        "top": middle - REACH,
        "bottom": middle + REACH,
        "y_figure": middle + REACH + GAP,
        "start": 0.0,
        "end": 100.0,
    }


def _sentence(name: str, score: float, like: float | None, mean: float | None, t: Translator) -> str:
    parts = [t("pool.chart.today", name=name, today=t.number(score))]
    if like is not None and mean is not None:
        parts.append(t("pool.chart.survey", like=t.number(like), survey=t.number(mean)))
    return ". ".join(parts)


def _ground(rows: Rows, palette: Palette, height: int) -> list[alt.Chart]:
    line = of(rows).mark_rule(color=palette.line, strokeWidth=2, aria=False)
    return [line.encode(x=across("start"), x2="end:Q", y=pixels("y", height))]


def _survey(rows: Rows, palette: Palette, height: int) -> list[alt.Chart]:
    base = of(rows, "survey")
    tick = base.mark_rule(color=palette.nation, strokeWidth=3, aria=False)
    text = base.mark_text(baseline="middle", fontSize=SMALL, color=palette.quiet, aria=False)
    return [
        tick.encode(x=across("survey"), y=pixels("top", height), y2="bottom:Q", tooltip=_tip()),
        text.encode(x=across("survey"), y=pixels("y_figure", height), text="survey_text:N"),
    ]


def _today(rows: Rows, palette: Palette, height: int) -> list[alt.Chart]:
    ring = {"stroke": palette.office, "fill": palette.background, "opacity": 1, "strokeWidth": 2}
    dot = {"fill": palette.office, "stroke": palette.background, "opacity": 1, "strokeWidth": 1.5}
    looks: tuple[tuple[str, dict[str, Any], int], ...] = (("ring", ring, 110), ("score", dot, 200))
    return [
        of(rows, field)
        .mark_point(shape="circle", size=size, aria=False, **look)
        .encode(x=across(field), y=pixels("y", height), tooltip=_tip())
        for field, look, size in looks
    ]


def _tip() -> alt.Tooltip:
    return alt.Tooltip("tip:N", title=" ")


def _table(rows: Rows, t: Translator) -> pd.DataFrame:
    def shown(value: float | None) -> str:
        return "–" if value is None else t.number(value)

    cells = [[shown(row["score"]), shown(row["like"]), shown(row["survey"])] for row in rows]
    index = pd.Index([row["name"] for row in rows], name=t("pool.table.criterion"))
    return pd.DataFrame(cells, index=index, columns=[t(f"pool.table.{name}") for name in COLUMNS])
