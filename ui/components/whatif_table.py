"""The total and the criteria, now and tried: a table with a bar in each row.

It is written as HTML and not drawn by Vega: it is there in a millisecond and moves without a flicker.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from ui.charts.style import GLYPHS
from ui.components.whatif_words import change_words, changed

if TYPE_CHECKING:
    from i18n import Translator
    from report.scorecard import Score
    from scoring import Model
    from ui.charts import Palette
    from ui.components.whatif_view import Trial

HEIGHT, RING = 16, 12
"""Pixels: the bar's place, and the ring that stands for now."""

_CELL = "padding:6px 0 6px 8px;text-align:right;vertical-align:top"
_FIRST = (
    "padding:6px 0;text-align:left;vertical-align:top;width:100%;font-weight:inherit;overflow-wrap:anywhere"
)


def shift_table(trial: Trial) -> str:
    """The table as HTML, as wide as its place, without script or class."""
    t, palette = trial.then.t, trial.then.palette
    rows = [_row(t("try_out.total"), trial.now.total, trial.then.card.total, trial)]
    for now, then in zip(trial.now.criteria, trial.then.card.criteria, strict=True):
        name = f"{now.number} {t.pick(trial.then.model.criteria[now.code].short)}"
        rows.append(_row(name, now.score, then.score, trial))
    names = [t(f"try_out.{name}") for name in ("criterion", "column_now", "column_tried", "column_change")]
    looks = [_FIRST, _CELL, _CELL, _CELL]
    heads = "".join(
        f'<th scope="col" style="{look};color:{palette.quiet};font-size:0.875rem">{escape(name)}</th>'
        for name, look in zip(names, looks, strict=True)
    )
    style = "border-collapse:collapse;width:100%;font-size:0.9375rem;font-variant-numeric:tabular-nums"
    return f'<table style="{style}"><thead><tr>{heads}</tr></thead><tbody>{"".join(rows)}</tbody></table>'


def criteria_table(trial: Trial) -> None:
    """Draws the table and what its signs mean."""
    st.html(shift_table(trial))
    st.caption(key_words(trial))


def key_words(trial: Trial) -> str:
    """What the ring and the signs mean."""
    levels = trial.then.model.method.levels.values()
    signs = [f"{GLYPHS[level.shape]} {trial.then.t.pick(level.title)}" for level in levels]
    signs = [sign.replace(" ", "\N{NO-BREAK SPACE}") for sign in signs]
    return f"{trial.then.t('try_out.criteria_key')}  \n{' · '.join(signs)}"


def _row(name: str, now: Score, then: Score, trial: Trial) -> str:
    t, palette, moved = trial.then.t, trial.then.palette, changed(now, then)
    cells = [_score(now, trial.then.model, t), _score(then, trial.then.model, t), change_words(now, then, t)]
    numbers = "".join(f'<td style="{_CELL}">{escape(cell)}</td>' for cell in cells)
    weight = 600 if moved else 400
    head = f'<th scope="row" style="{_FIRST}">{escape(name)}{_bar(now, then, trial)}</th>'
    return f'<tr style="border-top:1px solid {palette.line};font-weight:{weight}">{head}{numbers}</tr>'


def _score(score: Score, model: Model, t: Translator) -> str:
    if score.score is None or score.level is None:
        return t("try_out.not_rated")
    return f"{GLYPHS[model.method.levels[score.level].shape]}\N{NO-BREAK SPACE}{t.number(score.score)}"


def _bar(now: Score, then: Score, trial: Trial) -> str:
    """A line from 0 to 100, filled up to what is tried; a ring shows where it is now."""
    palette = trial.then.palette
    parts = [_box(0, 100, top=7, height=2, look=f"background:{palette.line}")]
    if then.score is not None:
        parts.append(_box(0, then.score, top=5, height=6, look=f"background:{palette.office}"))
    if now.score is not None and changed(now, then):
        parts.append(_ring(now.score, palette))
    return f'<div aria-hidden="true" style="position:relative;height:{HEIGHT}px">{"".join(parts)}</div>'


def _box(left: float, width: float, *, top: int, height: int, look: str) -> str:
    place = f"position:absolute;left:{left:.2f}%;width:{width:.2f}%;top:{top}px;height:{height}px"
    return f'<div style="{place};{look}"></div>'


def _ring(score: float, palette: Palette) -> str:
    place = f"position:absolute;left:calc({score:.2f}% - {RING // 2}px);top:2px"
    look = f"border:2px solid {palette.office};background:{palette.background};border-radius:50%"
    return f'<div style="{place};width:{RING}px;height:{RING}px;box-sizing:border-box;{look}"></div>'
