"""The first page in words: the total, the chart, the strongest and weakest, the first measures."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from report.content_case import Case, sentence
from report.content_types import Chart, ChartRow, Extreme, Extremes, Fact, Legend, MeasureRow, Measures, Total
from report.measure_words import advice_source, gain_text, recommendation_source
from scoring.plan import default_effort

if TYPE_CHECKING:
    from report.scorecard import CriterionResult, Score
    from scoring.measures import Measure

FIRST_MEASURES = 5
EACH_SIDE = 3
"""How many measures, and how many criteria on either side, the first page has room for."""


def total_content(case: Case) -> Total:
    """The total with its facts and one plain sentence about the nation."""
    t, total = case.t, case.scorecard.total
    level = case.level(total.level)
    facts = (
        Fact(t("report.total.interval"), _range(case, total)),
        Fact(t("report.total.coverage"), sentence(case.coverage(total))),
        Fact(t("report.total.rated"), _rated(case)),
    )
    return Total(
        value=case.value(total),
        of=t("report.total.of") if total.score is not None else "",
        level=level,
        scale=case.scale(total),
        nation=_nation(case, total),
        alternative=t("report.total.alternative", total=_spoken(case, total)),
        sentence=_compared(case),
        facts=facts,
    )


def _range(case: Case, total: Score) -> str:
    ends = case.ends(total)
    return case.t("report.total.range", **ends) if ends else case.t("report.interval.closed")


def _rated(case: Case) -> str:
    numbers = {
        "rated": case.t.number(case.scorecard.rated),
        "all": case.t.number(len(case.scorecard.criteria)),
    }
    return case.t("report.total.rated_of", **numbers)


def _compared(case: Case) -> str:
    """The nation's mean like for like and the band, or why there is no comparison."""
    t, total = case.t, case.scorecard.total
    parts = []
    if total.score is None:
        parts.append(t("report.total.not_rated", least=t.number(case.model.method.rated_criteria)))
    if total.like_for_like is None or total.nation is None:
        parts.append(t("report.total.no_comparison"))
    else:
        numbers = {"like": t.number(total.like_for_like), "nation": t.number(total.nation)}
        parts.append(t("report.total.comparison", **numbers))
    if total.band is not None:
        parts.append(f"{sentence(case.band(total.band))}.")
    return " ".join(parts)


def chart_content(case: Case) -> Chart:
    """The ten criteria on one scale, with an alternative text that says all that it shows."""
    t = case.t
    results = case.scorecard.criteria
    legend = Legend(
        score=t("report.legend.score"),
        interval=t("report.legend.interval"),
        nation=t("report.legend.nation"),
        like=t("report.legend.like") if any(case.like(one.score) is not None for one in results) else None,
    )
    spoken = " ".join(f"{one.number} {_short(case, one)}: {_spoken(case, one.score)}." for one in results)
    return Chart(
        heading=t("report.chart.heading"),
        alternative=t("report.chart.alternative", criteria=spoken),
        legend=legend,
        rows=tuple(_chart_row(case, one) for one in results),
    )


def _chart_row(case: Case, result: CriterionResult) -> ChartRow:
    return ChartRow(
        number=str(result.number),
        name=_short(case, result),
        value=case.value(result.score),
        level=case.level(result.score.level),
        scale=case.scale(result.score),
    )


def _spoken(case: Case, score: Score) -> str:
    """What the drawing shows, in words."""
    t = case.t
    parts = [t("report.spoken.office", value=case.value(score).lower())]
    interval, like = case.interval(score), case.like(score)
    level = case.level(score.level)
    parts += [level.word.lower()] if level else []
    parts += [interval] if interval else []
    parts += [t("report.spoken.like", value=t.number(like))] if like is not None else []
    parts.append(_nation(case, score))
    return ", ".join(parts)


def _nation(case: Case, score: Score) -> str:
    if score.nation is None:
        return case.t("report.nation.none")
    return case.t("report.nation.mean", value=case.t.number(score.nation))


def _short(case: Case, result: CriterionResult) -> str:
    return case.t.pick(case.model.criteria[result.code].short)


def extremes_content(case: Case) -> Extremes:
    """The strongest and weakest rated criteria; a criterion, or a score, never stands on both sides."""
    t = case.t
    rated = sorted((one for one in case.scorecard.criteria if one.score.score is not None), key=_by_score)
    side = min(EACH_SIDE, len(rated) // 2)
    weakest = [one for one in rated[:side] if _by_score(one) < _by_score(rated[-1])]
    best = sorted(rated, key=_by_score, reverse=True)[:side]
    strongest = [one for one in best if weakest and _by_score(one) > _by_score(weakest[-1])]
    return Extremes(
        strongest_heading=t("report.extremes.strongest"),
        weakest_heading=t("report.extremes.weakest"),
        strongest=tuple(_extreme(case, one) for one in strongest),
        weakest=tuple(_extreme(case, one) for one in weakest),
        nothing=t("report.extremes.nothing"),
    )


def _by_score(result: CriterionResult) -> float:
    return result.score.score if result.score.score is not None else math.nan


def _extreme(case: Case, result: CriterionResult) -> Extreme:
    return Extreme(
        str(result.number), _short(case, result), case.value(result.score), _nation(case, result.score)
    )


def measures_content(case: Case) -> Measures:
    """The first measures by what the total gains, re-scored by the engine."""
    t = case.t
    first = case.scorecard.measures[:FIRST_MEASURES]
    columns = ("measure", "gain", "effort")
    return Measures(
        heading=t("report.measures.heading"),
        intro=t("report.measures.intro"),
        columns=tuple(t(f"report.measures.{column}") for column in columns),
        rows=tuple(_measure(case, one) for one in first),
        nothing=t("report.measures.nothing" if _has_points(case) else "report.measures.no_answers"),
    )


def _has_points(case: Case) -> bool:
    return any(one.points is not None for result in case.scorecard.criteria for one in result.indicators)


def _measure(case: Case, measure: Measure) -> MeasureRow:
    t, model, formal = case.t, case.model, measure.recommendation
    if formal is not None:
        title, text = formal.title, formal.text
        source = recommendation_source(formal, t)
    else:
        indicator = model.indicators[measure.code]
        title, text = indicator.title, indicator.advice
        source = advice_source(measure.code, model=model, t=t)
    return MeasureRow(
        title=t.pick(title),
        text=_first_sentence(t.pick(text)),
        gain=gain_text(measure, model=model, t=t),
        effort=t(f"report.effort.{default_effort(measure.code, model)}"),
        source=" · ".join([source, *_in_place(case, measure)]),
    )


def _first_sentence(text: str) -> str:
    """As much of an advice as the first page has room for."""
    return re.split(r"(?<=[.?!])\s+(?=[A-ZÆØÅ])", text, maxsplit=1)[0]


def _in_place(case: Case, measure: Measure) -> list[str]:
    """How many of the nation's offices had it, where the whole measure is one indicator with a figure."""
    formal = measure.recommendation
    codes = formal.indicators if formal is not None else measure.indicators
    figures = [case.nation.indicators.get(code) for code in codes]
    if len(figures) != 1 or figures[0] is None or figures[0].full is None:
        return []
    numbers = {"full": case.t.number(figures[0].full), "n": case.t.number(figures[0].n)}
    return [case.t("report.measures.in_place", **numbers)]
