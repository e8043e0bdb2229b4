"""An example office worked by hand: every number is looked up or worked out, none is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from report.answer_words import indicator_answer
from report.scorecard import build_scorecard
from scoring.outcomes import Outcome
from ui import resources
from ui.components.method_tables import show
from ui.components.scorecard_measures import measure_title
from ui.components.scorecard_words import level_words, signed

if TYPE_CHECKING:
    from i18n import Translator
    from report.scorecard import CriterionResult, Scorecard
    from scoring import Assessment, Figures, Model, Nation

SHOWN = 1
"""Decimals in the sums: enough to follow them."""


def by_hand(model: Model, nation: Nation, figures: Figures, t: Translator) -> None:
    """One criterion, the total, the nation and a gain of one example office, step by step."""
    found = _example(model, nation)
    if found is None:
        st.markdown(t("method.example.none"))
        return
    assessment, card = found
    st.markdown(t("method.example.office", office=assessment.office))
    result = _criterion(card, model)
    _steps(result, assessment, model, t)
    _total(card, model, t)
    _nation(result, model, nation, t)
    _mean(model, figures, t)
    _gain(card, model, t)


def _example(model: Model, nation: Nation) -> tuple[Assessment, Scorecard] | None:
    """The fully rated example nearest to the nation's mean: neither very good nor very poor."""
    cards = [(one, build_scorecard(one, model=model, nation=nation)) for one in resources.examples()]
    whole = [(one, card) for one, card in cards if card.rated == len(model.criteria) and card.measures]
    return min(whole, key=lambda pair: abs((pair[1].total.score or 0.0) - nation.total.mean), default=None)


def _criterion(card: Scorecard, model: Model) -> CriterionResult:
    """The criterion with the most different weights and points: the most telling one."""

    def variety(one: CriterionResult) -> tuple[int, int]:
        scored = [each for each in one.indicators if each.outcome == Outcome.SCORED]
        weights = {model.indicators[each.code].weight for each in scored}
        return len({each.points for each in scored}) + len(weights), len(scored)

    return max(card.criteria, key=lambda one: (one.score.coverage == 1, *variety(one)))


def _steps(result: CriterionResult, assessment: Assessment, model: Model, t: Translator) -> None:
    """Answer -> points -> points times weight -> score."""
    rows, earned, weights = {}, 0.0, 0.0
    for one in result.indicators:
        indicator = model.indicators[one.code]
        answer = indicator_answer(indicator, one.outcome, assessment=assessment, model=model, t=t)
        cells = [
            answer,
            t("method.example.left_out"),
            _plain(indicator.weight, t),
            t("method.example.left_out"),
        ]
        if one.points is not None:
            earned, weights = earned + 100 * one.points * indicator.weight, weights + indicator.weight
            cells[1::2] = [
                t.number(100 * one.points, SHOWN),
                t.number(100 * one.points * indicator.weight, SHOWN),
            ]
        rows[t.pick(indicator.title)] = cells
    criterion = model.criteria[result.code]
    st.markdown(t("method.example.criterion", number=result.number, title=t.pick(criterion.title)))
    columns = [t(f"method.example.{name}") for name in ("answer", "points", "weight", "product")]
    rows[t("method.example.sum")] = ["", "", _plain(weights, t), t.number(earned, SHOWN)]
    show(t("method.example.indicator"), columns, rows, alt=t("method.example.criterion_alt"))
    numbers = {"earned": t.number(earned, SHOWN), "weights": _plain(weights, t)}
    score = t.number(result.score.score or 0.0, SHOWN)
    st.markdown(
        t("method.example.score", score=score, level=level_words(result.score, model=model, t=t), **numbers)
    )


def _total(card: Scorecard, model: Model, t: Translator) -> None:
    rows = {
        f"{one.number} {t.pick(model.criteria[one.code].short)}": [t.number(one.score.score or 0.0, SHOWN)]
        for one in card.criteria
    }
    added = sum(one.score.score or 0.0 for one in card.criteria)
    rows[t("method.example.sum")] = [t.number(added, SHOWN)]
    st.markdown(t("method.example.total"))
    show(
        t("method.example.criterion_column"),
        [t("method.example.score_column")],
        rows,
        alt=t("method.example.total"),
    )
    numbers = {"added": t.number(added, SHOWN), "count": t.number(card.rated)}
    total = t.number(card.total.score or 0.0, SHOWN)
    st.markdown(
        t("method.example.mean", total=total, level=level_words(card.total, model=model, t=t), **numbers)
    )


def _nation(result: CriterionResult, model: Model, nation: Nation, t: Translator) -> None:
    """Like with like: the office's and the nation's score of the same criterion."""
    score = result.score
    if score.nation is None or score.like_for_like is None or score.band is None:
        return
    numbers = {
        "count": t.number(len(nation.weights[result.code])),
        "of": t.number(len(model.criteria[result.code].indicators)),
        "office": t.number(score.like_for_like, SHOWN),
        "nation": t.number(score.nation, SHOWN),
        "low": t.number(100 * score.band.low),
        "high": t.number(100 * score.band.high),
    }
    st.markdown(t("method.example.nation", **numbers))


def _mean(model: Model, figures: Figures, t: Translator) -> None:
    """The nation's mean of one three-point indicator, from its counts."""
    code, item = "contact_person", model.items["contact_person"]
    figure = figures.get(item.place.question or "")
    counts = figure.whole(list(model.alternatives(code))) if figure else None
    if counts is None:
        return
    worth, names = model.method.three_point, model.alternatives(code)
    parts = [f"{t.number(counts[one])} × {t.number(100 * worth[one])}" for one in names]
    n = sum(counts.values())
    mean = sum(100 * worth[one] * counts[one] for one in names) / n
    numbers = {"sum": " + ".join(parts), "n": t.number(n), "mean": t.number(mean, SHOWN)}
    st.markdown(t("method.example.nation_mean", indicator=t.pick(model.indicators[code].title), **numbers))


def _gain(card: Scorecard, model: Model, t: Translator) -> None:
    best = next(one for one in card.measures if one.indicators)
    before = card.total.score or 0.0
    numbers = {"before": t.number(before, SHOWN), "after": t.number(before + best.gain, SHOWN)}
    gain = signed(best.gain, t, SHOWN)
    st.markdown(t("method.example.gain", measure=measure_title(best, model, t), gain=gain, **numbers))


def _plain(weight: float, t: Translator) -> str:
    return t.number(weight, 0 if weight == round(weight) else SHOWN)
