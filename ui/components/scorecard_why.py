"""How a score came about, in a plain sentence and with its sum."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.outcomes import Outcome

if TYPE_CHECKING:
    from i18n import Translator
    from report.scorecard import CriterionResult, Score
    from ui.components.scorecard_view import View

LEFT_OUT = (Outcome.DOES_NOT_APPLY, Outcome.NOT_SCORED)
"""Outcomes that take an indicator out of the criterion's weight."""


def criterion_why(result: CriterionResult, view: View) -> str:
    """The criterion: how many indicators, which weight, what they give and what may still change it."""
    t, indicators = view.t, view.model.criteria[result.code].indicators
    counted = [one for one in result.indicators if one.outcome not in LEFT_OUT]
    if not counted:
        return t("scorecard.why.nothing")
    answered = [one for one in counted if one.outcome is Outcome.SCORED]
    words = {
        "answered": t.number(len(answered)),
        "asked": t.number(len(counted)),
        "weight": _plain(sum(indicators[one.code].weight for one in answered), t),
        "whole": _plain(sum(indicators[one.code].weight for one in counted), t),
        "open": _open(result.score, t),
    }
    if result.score.score is None:
        floor = t.percent(view.model.method.criterion_coverage)
        return t("scorecard.why.criterion_unrated", floor=floor, **words)
    sentence = t("scorecard.why.criterion", score=t.number(result.score.score), **words)
    terms = [(indicators[one.code].weight, 100 * (one.points or 0.0)) for one in answered]
    return f"{sentence} {_sum(terms, result.score.score, t)}"


def total_why(view: View) -> str:
    """The total: the mean of the rated criteria, each with its number; nothing while it is not rated."""
    t, total = view.t, view.card.total
    if total.score is None:
        return ""
    rated = [one.score.score for one in view.card.criteria if one.score.score is not None]
    sentence = t(
        "scorecard.why.total",
        rated=t.number(len(rated)),
        all=t.number(len(view.card.criteria)),
        sum=" + ".join(t.number(one, 1) for one in rated),
        score=t.number(sum(rated) / len(rated), 1),
        open=_open(total, t),
    )
    return (
        sentence if _same(sum(rated) / len(rated), total.score) else f"{sentence} {t('scorecard.why.kept')}"
    )


def _sum(terms: list[tuple[float, float]], score: float, t: Translator) -> str:
    whole = sum(weight for weight, _ in terms)
    mean = sum(weight * points for weight, points in terms) / whole
    if all(weight == 1 for weight, _ in terms):
        added = " + ".join(t.number(points) for _, points in terms)
    else:
        added = " + ".join(f"{_plain(weight, t)} × {t.number(points)}" for weight, points in terms)
    words = t("scorecard.why.sum", sum=f"({added}) / {_plain(whole, t)}", score=t.number(mean))
    return words if _same(mean, score) else f"{words} {t('scorecard.why.kept')}"


def _open(score: Score, t: Translator) -> str:
    if score.low is None or score.high is None or _same(score.low, score.high):
        return t("scorecard.why.closed")
    return t("scorecard.why.open", low=t.number(score.low), high=t.number(score.high))


def _plain(number: float, t: Translator) -> str:
    """A weight without decimals that say nothing."""
    return t.number(number, 0 if number == int(number) else 1)


def _same(one: float, other: float) -> bool:
    return abs(one - other) < 0.05  # noqa: PLR2004 - what one decimal can show
