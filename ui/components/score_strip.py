"""The score so far, in a strip that moves along with the answers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import streamlit as st

from scoring import Assessment, Model, encode
from scoring.aggregate import level_codes
from scoring.assessment import to_rows
from scoring.outcomes import Outcome
from scoring.rating import combine, score_indicators
from ui import resources, state
from ui.charts.style import DARK, GLYPHS, LIGHT
from ui.components.interval import interval_bar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from i18n import Translator
    from scoring.aggregate import Scores


@dataclass(frozen=True)
class Standing:
    """Where an office stands while it answers.

    Args:
        score: The total, 0-100, or None where not rated.
        low: The total with every open answer at its worst.
        high: With every open answer at its best.
        coverage: Answered share, 0-1.
        rated: How many criteria are rated.
        level: The code of the total's level, or None.
    """

    score: float | None
    low: float
    high: float
    coverage: float
    rated: int
    level: str | None


def standing(assessment: Assessment, *, model: Model) -> Standing:
    """Rates one office."""
    return standings([assessment], model=model)[0]


def standings(assessments: Sequence[Assessment], *, model: Model) -> list[Standing]:
    """Rates several views of an office in one go; several take hardly longer than one."""
    rows = [replace(one, office=str(place)) for place, one in enumerate(assessments)]
    if not rows:
        return []
    # Without the rating's tables, which take pandas as long as all of the rest: this is done at every click.
    answers = encode(to_rows(rows), model=model)
    stages = combine(score_indicators(answers, model=model), model=model)
    rated = np.sum([one.outcome == Outcome.SCORED for one in stages.criteria.values()], axis=0)
    levels = level_codes(stages.total.score, model.method)
    return [
        _standing(stages.total, place, rated=int(rated[place]), level=int(levels[place]), model=model)
        for place in range(len(rows))
    ]


def _standing(total: Scores, place: int, *, rated: int, level: int, model: Model) -> Standing:
    return Standing(
        score=float(total.score[place]) if level >= 0 else None,
        low=float(total.low[place]),
        high=float(total.high[place]),
        coverage=float(total.coverage[place]),
        rated=rated,
        level=list(model.method.levels)[level] if level >= 0 else None,
    )


def score_strip() -> None:
    """Draws the person's own score as it stands, with how much it rests on."""
    t, model = state.translator(), resources.model()
    now = standing(state.assessment(), model=model)
    with st.container(border=True, key="score_strip", gap="xsmall"):
        score_line(now, t)
        st.caption(_basis(now, t, model))


def score_line(now: Standing, t: Translator) -> None:
    """Draws a score with its level and its interval, in words and as a bar."""
    with st.container(
        horizontal=True,
        horizontal_alignment="distribute",
        vertical_alignment="center",
        gap="xsmall",
        key="say_score",  # static/announce.js tells of a change
    ):
        st.markdown(headline_words(now, t, resources.model()), width="content")
        st.markdown(range_words(now, t), width="content")
    bar(now, t)


def bar(now: Standing, t: Translator) -> None:
    """Draws the total and its interval."""
    palette = DARK if st.context.theme.type == "dark" else LIGHT
    st.html(interval_bar(now.score, now.low, now.high, alt=range_words(now, t), palette=palette))


def range_words(now: Standing, t: Translator) -> str:
    """Between which totals the office can end."""
    low, high = t.number(now.low), t.number(now.high)
    return t("strip.settled") if low == high else t("strip.between", low=low, high=high)


def _basis(now: Standing, t: Translator, model: Model) -> str:
    return t(
        "strip.basis",
        coverage=t.percent(now.coverage),
        rated=t.number(now.rated),
        criteria=t.number(len(model.criteria)),
        least=t.number(model.method.rated_criteria),
    )


def headline_words(now: Standing, t: Translator, model: Model) -> str:
    """The total with its level, or that it is not rated, in Markdown."""
    if now.score is None or now.level is None:
        return f"**{t('strip.not_rated')}**"
    level = model.method.levels[now.level]
    score = t("strip.score", score=t.number(now.score))
    return f"**{score}** · {GLYPHS[level.shape]} {t.pick(level.title)}"
