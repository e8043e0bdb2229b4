"""Criterion by criterion: every indicator with the answer in words and the nation's figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report.answer_words import indicator_answer
from report.content_case import Case, sentence
from report.content_types import CriterionBlock, Details, IndicatorRow, Scale, Tone
from scoring.outcomes import Outcome
from scoring.rule_types import ShareRule

if TYPE_CHECKING:
    from report.scorecard import CriterionResult, IndicatorResult, Score
    from scoring.model_types import Indicator


def details_content(case: Case) -> Details:
    """All criteria in the order of their numbers, all indicators in the order of the model."""
    t = case.t
    columns = ("indicator", "answer", "points", "nation")
    return Details(
        heading=t("report.details.heading"),
        intro=t("report.details.intro"),
        columns=tuple(t(f"report.details.{column}") for column in columns),
        criteria=tuple(_criterion(case, one) for one in case.scorecard.criteria),
    )


def noted(case: Case) -> list[str]:
    """The indicators with a caution, in order: their notes are numbered from 1."""
    return [code for code, one in case.model.indicators.items() if one.caution is not None]


def _criterion(case: Case, result: CriterionResult) -> CriterionBlock:
    criterion = case.model.criteria[result.code]
    return CriterionBlock(
        heading=f"{result.number} {case.t.pick(criterion.title)}",
        value=case.value(result.score),
        level=case.level(result.score.level),
        summary=_summary(case, result.score),
        rows=tuple(_row(case, criterion.indicators[one.code], one) for one in result.indicators),
    )


def _summary(case: Case, score: Score) -> str:
    """Coverage, interval, the nation and the place among its offices, in one line."""
    t = case.t
    parts = [case.coverage(score)]
    interval, like = case.interval(score), case.like(score)
    parts += [interval] if interval else []
    if score.nation is None:
        parts.append(t("report.nation.none"))
    else:
        parts.append(t("report.nation.mean", value=t.number(score.nation)))
        parts += [t("report.spoken.like", value=t.number(like))] if like is not None else []
    parts += [case.band(score.band)] if score.band else []
    return sentence(" · ".join(parts))


def _row(case: Case, indicator: Indicator, result: IndicatorResult) -> IndicatorRow:
    t = case.t
    answer = indicator_answer(
        indicator, result.outcome, assessment=case.scorecard.assessment, model=case.model, t=t
    )
    tone = _tone(result.outcome)
    points = t.number(100 * result.points) if result.points is not None else t(f"report.points.{tone}")
    nation, base, remark = _nation(case, indicator, result)
    return IndicatorRow(
        title=t.pick(indicator.title),
        strength=_strength(case, indicator),
        answer=answer,
        points=points,
        tone=tone,
        scale=Scale(_hundred(result.points), None, None, _hundred(result.nation), None),
        nation=nation,
        base=base,
        remark=remark,
    )


def _hundred(points: float | None) -> float | None:
    return None if points is None else 100 * points


def _tone(outcome: Outcome) -> Tone:
    if outcome == Outcome.SCORED:
        return "answered"
    return "open" if outcome in (Outcome.NOT_ANSWERED, Outcome.DO_NOT_KNOW) else "outside"


def _strength(case: Case, indicator: Indicator) -> str:
    parts = [case.t(f"report.strength.{indicator.strength}")]
    if indicator.weight != 1:
        parts.append(case.t("report.weight", weight=case.t.number(indicator.weight, 1)))
    return " · ".join(parts)


def _nation(case: Case, indicator: Indicator, result: IndicatorResult) -> tuple[str, str, str]:
    """The nation's mean points, what they rest on, and a remark; or why there is no figure."""
    t = case.t
    note = [t("report.details.note", number=noted(case).index(result.code) + 1)] if indicator.caution else []
    if result.nation is None or result.n is None:
        why = t("report.figure.own" if indicator.own else "report.figure.none")
        return "", "", ", ".join([why, *note])
    base = " · ".join([t("report.figure.n", n=t.number(result.n)), *note])
    return t.number(100 * result.nation, 1), base, _full(case, indicator, result)


def _full(case: Case, indicator: Indicator, result: IndicatorResult) -> str:
    """The share with full points; the report's classes of a percentage cannot tell it."""
    if result.full is None or not result.n or isinstance(indicator.rule, ShareRule):
        return ""
    return case.t("report.figure.full", share=case.t.percent(result.full / result.n))
