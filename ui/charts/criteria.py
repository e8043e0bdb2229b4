"""The main picture: the total and the ten criteria beside the nation, one row each.

A row is the criterion and its score in words, then a line from 0 to 100 with the office's mark
(shaped and coloured by level), a thin line for what open answers still leave possible, a tick for
the nation's mean, a pale band where at least half of the offices lie, and a hollow dot for the
office's score like for like where that is another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import altair as alt
import pandas as pd

from scoring.outcomes import Outcome
from ui.charts.style import GLYPHS, SHAPES, SMALL, Palette, Picture, Rows, across, finish, of, pixels, words

if TYPE_CHECKING:
    from i18n import Translator
    from report.scorecard import Score, Scorecard
    from scoring import Model

ROW, FIRST_ROW, TEXT, TRACK, GAP = 60, 76, 10, 28, 7
"""Pixels: a row, the total's row, where in it words and line stand, from the tick to the nation's number."""
FIELD, STUB = 14, 0.5
"""Pixels: how thick the field is in which at least half of the offices lie; points that it is drawn
beyond its ends, so that it is seen where all of these have one score."""

TOTAL: Final = "total"


def criteria_picture(card: Scorecard, *, model: Model, palette: Palette, t: Translator) -> Picture:
    """The total and the ten criteria against the nation.

    Args:
        card: The office's scorecard.
        model: The model that it was rated with.
        palette: The theme.
        t: The language.
    """
    rows = _rows(card, model, palette, t)
    height = FIRST_ROW + ROW * len(card.criteria)
    layers = [
        *_middle(rows, palette, height),
        *_ground(rows, model, palette, height),
        *_interval(rows, palette, height),
        *_nation(rows, palette, height),
        *_office(rows, palette, height),
        words(rows, "name", height=height, palette=palette),
        words(rows, "result", height=height, palette=palette, side="right"),
    ]
    return Picture(
        chart=finish(layers, height=height, palette=palette, t=t),
        alt=_alt(card, model, t),
        table=_table(card, model, t),
        height=height,
    )


def score_words(score: Score, *, model: Model, t: Translator) -> str:
    """A score with its level as sign and word, or why there is none."""
    if score.score is None or score.level is None:
        key = "does_not_apply" if score.outcome == Outcome.DOES_NOT_APPLY else "not_rated"
        return t(f"charts.criteria.{key}")
    level = model.method.levels[score.level]
    return f"{t.number(score.score)}  {GLYPHS[level.shape]} {t.pick(level.title)}"


def _rows(card: Scorecard, model: Model, palette: Palette, t: Translator) -> Rows:
    scores = [(t("charts.criteria.total"), card.total)]
    scores += [
        (f"{one.number}  {t.pick(model.criteria[one.code].short)}", one.score) for one in card.criteria
    ]
    tops = [0, *(FIRST_ROW + ROW * place for place in range(len(card.criteria)))]
    return [
        _row(name, score, top, model, palette, t) for (name, score), top in zip(scores, tops, strict=True)
    ]


def _row(name: str, score: Score, top: int, model: Model, palette: Palette, t: Translator) -> dict[str, Any]:
    level = model.method.levels[score.level] if score.level else None
    reach = 14 if top == 0 else 10  # pixels of the nation's tick on either side of the line
    return {
        "name": name,
        "result": score_words(score, model=model, t=t),
        "bold": top == 0,
        "y_text": top + TEXT,
        "y": top + TRACK,
        "top": top + TRACK - reach,
        "bottom": top + TRACK + reach,
        "y_figure": top + TRACK + reach + GAP,
        "score": score.score,
        "shape": SHAPES[level.shape] if level else "circle",
        "colour": palette.level(level) if level else palette.quiet,
        "low": score.low if score.low != score.high else None,
        "high": score.high if score.low != score.high else None,
        "nation": score.nation,
        "middle_low": max(score.middle[0] - STUB, 0) if score.middle else None,
        "middle_high": min(score.middle[1] + STUB, 100) if score.middle else None,
        "nation_text": None if score.nation is None else t.number(score.nation),
        "like": score.like_for_like if score.differs else None,
        "tip": _sentence(name, score, model, t),
    }


def _middle(rows: Rows, palette: Palette, height: int) -> list[alt.Chart]:
    """The field where at least half of the offices lie."""
    return [
        of(rows, "middle_low")
        .mark_rule(color=palette.nation, strokeWidth=FIELD, opacity=0.25, aria=False)
        .encode(x=across("middle_low"), x2="middle_high:Q", y=pixels("y", height), tooltip=_tip())
    ]


def _ground(rows: Rows, model: Model, palette: Palette, height: int) -> list[alt.Chart]:
    """The line from 0 to 100, with a small notch where each level begins."""
    ends = [0.0, *(level.low for level in model.method.levels.values() if level.low), 100.0]
    notches = [{"at": at, "top": row["y"] - 4, "bottom": row["y"] + 4} for row in rows for at in ends]
    return [
        of([{"y": row["y"], "start": 0.0, "end": 100.0} for row in rows])
        .mark_rule(color=palette.line, strokeWidth=2, aria=False)
        .encode(x=across("start"), x2="end:Q", y=pixels("y", height)),
        of(notches)
        .mark_rule(color=palette.line, strokeWidth=1, aria=False)
        .encode(x=across("at"), y=pixels("top", height), y2="bottom:Q"),
    ]


def _interval(rows: Rows, palette: Palette, height: int) -> list[alt.Chart]:
    """What is still possible: a line beneath a rated score, dashes where there is none yet."""
    rated = [row for row in rows if row["score"] is not None]
    unrated = [row for row in rows if row["score"] is None]
    looks: tuple[dict[str, Any], ...] = (
        {"strokeWidth": 3, "opacity": 0.55},
        {"strokeWidth": 2, "strokeDash": [3, 5]},
    )
    return [
        of(some, "low")
        .mark_rule(color=palette.office, aria=False, **look)
        .encode(x=across("low"), x2="high:Q", y=pixels("y", height), tooltip=_tip())
        for some, look in zip((rated, unrated), looks, strict=True)
    ]


def _nation(rows: Rows, palette: Palette, height: int) -> list[alt.Chart]:
    base = of(rows, "nation")
    return [
        base.mark_rule(color=palette.nation, strokeWidth=3, aria=False).encode(
            x=across("nation"), y=pixels("top", height), y2="bottom:Q"
        ),
        base.mark_text(baseline="middle", fontSize=SMALL, color=palette.quiet, aria=False).encode(
            x=across("nation"), y=pixels("y_figure", height), text="nation_text:N"
        ),
    ]


def _office(rows: Rows, palette: Palette, height: int) -> list[alt.Chart]:
    ring: dict[str, Any] = {"stroke": palette.office, "fill": palette.background, "opacity": 1}
    return [
        of(rows, "like")
        .mark_point(shape="circle", size=110, strokeWidth=2, aria=False, **ring)
        .encode(x=across("like"), y=pixels("y", height), tooltip=_tip()),
        of(rows, "score")
        .mark_point(filled=True, opacity=1, stroke=palette.background, strokeWidth=1.5, aria=False)
        .encode(
            x=across("score"),
            y=pixels("y", height),
            shape=alt.Shape("shape:N", scale=None),
            color=alt.Color("colour:N", scale=None),
            size=alt.condition("datum.bold", alt.value(340), alt.value(230)),
            tooltip=_tip(),
        ),
    ]


def _tip() -> alt.Tooltip:
    return alt.Tooltip("tip:N", title=" ")


# ------------------------------------------------------------------ in words
def _sentence(name: str, score: Score, model: Model, t: Translator) -> str:
    parts = [f"{name}: {score_words(score, model=model, t=t)}"]
    if score.nation is not None:
        parts.append(t("charts.criteria.tip_nation", nation=t.number(score.nation)))
    if score.middle is not None:
        low, high = (t.number(end) for end in score.middle)
        parts.append(t("charts.criteria.tip_middle", low=low, high=high))
    if score.differs and score.like_for_like is not None:
        parts.append(t("charts.criteria.tip_like", score=t.number(score.like_for_like)))
    if score.low is not None and score.high is not None and score.low != score.high:
        parts.append(t("charts.criteria.tip_interval", low=t.number(score.low), high=t.number(score.high)))
    return ". ".join(parts)


def _alt(card: Scorecard, model: Model, t: Translator) -> str:
    rated = sorted(
        (one for one in card.criteria if one.score.score is not None), key=lambda one: -(one.score.score or 0)
    )
    parts = [t("charts.criteria.alt_what"), _sentence(t("charts.criteria.total"), card.total, model, t) + "."]
    if rated:
        best, worst = (_named(one.code, one.score, model, t) for one in (rated[0], rated[-1]))
        parts.append(t("charts.criteria.alt_ends", best=best, worst=worst))
    pairs = [
        (one.score.like_for_like, one.score.nation)
        for one in card.criteria
        if one.score.like_for_like is not None and one.score.nation is not None
    ]
    if pairs:
        above = sum(mine > nation for mine, nation in pairs)
        parts.append(t("charts.criteria.alt_above", above=t.number(above), of=t.number(len(pairs))))
    if len(rated) < len(card.criteria):
        parts.append(t.plural("charts.criteria.alt_open", len(card.criteria) - len(rated)))
    return " ".join(parts)


def _named(code: str, score: Score, model: Model, t: Translator) -> str:
    return f"{t.pick(model.criteria[code].short)} {t.number(score.score or 0)}"


def _table(card: Scorecard, model: Model, t: Translator) -> pd.DataFrame:
    scores = [(t("charts.criteria.total"), card.total)]
    scores += [(f"{one.number} {t.pick(model.criteria[one.code].title)}", one.score) for one in card.criteria]
    columns = ["score", "interval", "coverage", "like", "nation", "middle"]
    table = pd.DataFrame(
        [_cells(score, model, t) for _, score in scores], index=[name for name, _ in scores], columns=columns
    )
    table.index.name = t("charts.criteria.criterion")
    return table.rename(columns={column: t(f"charts.criteria.{column}") for column in columns})


def _cells(score: Score, model: Model, t: Translator) -> list[str]:
    def shown(value: float | None) -> str:
        return t("charts.criteria.none") if value is None else t.number(value)

    interval = shown(score.low) if score.low == score.high else f"{shown(score.low)}–{shown(score.high)}"
    return [
        score_words(score, model=model, t=t),
        interval,
        t.percent(score.coverage),
        shown(score.like_for_like),
        shown(score.nation),
        f"{shown(score.middle[0])}–{shown(score.middle[1])}" if score.middle else shown(None),
    ]
