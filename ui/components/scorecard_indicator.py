"""One indicator: the office's answer, and how the nation answered, with the office marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from report.answer_words import indicator_answer
from report.places import place_text
from scoring.rule_types import DemandedRule, KnownRule, ShareRule
from ui.charts import distribution_picture, indicator_spread, populations, reason_without_mean
from ui.charts.distribution import OWN
from ui.components.population import choose_population
from ui.components.scorecard_view import show_picture, show_table
from ui.components.scorecard_words import source_items

if TYPE_CHECKING:
    from i18n import Translator
    from report.scorecard import IndicatorResult
    from scoring.model_types import Indicator
    from ui.components.scorecard_view import View


def indicator_block(result: IndicatorResult, view: View, detail: str) -> None:
    """Words on the left, the national distribution on the right.

    Args:
        result: The indicator's result.
        view: The office.
        detail: ``errors`` adds the standard error of the national mean.
    """
    st.subheader(view.t.pick(view.model.indicators[result.code].title), anchor=False)
    facts, picture = st.columns([1, 1], gap="large")
    with facts:
        _facts(result, view, detail)
    with picture:
        _distribution(result, view)


def _facts(result: IndicatorResult, view: View, detail: str) -> None:
    t, indicator = view.t, view.model.indicators[result.code]
    answer = indicator_answer(indicator, result.outcome, assessment=view.assessment, model=view.model, t=t)
    st.markdown(f"{t('scorecard.indicator.answer', answer=answer)}  \n**{points_words(result, view)}**")
    nation = _nation(result, view, detail)
    if nation:
        st.markdown(nation)
    st.markdown(t.pick(indicator.why))
    if indicator.caution is not None:
        st.markdown(t("scorecard.indicator.caution", text=t.pick(indicator.caution)))
    st.caption(_small_print(result, view))


def points_words(result: IndicatorResult, view: View) -> str:
    """Points of 100, or the outcome in words: a blank is never a nought."""
    if result.points is None:
        return view.t(f"scorecard.outcome.{result.outcome.code}")
    return view.t("scorecard.indicator.points", points=view.t.number(100 * result.points))


def _nation(result: IndicatorResult, view: View, detail: str) -> str:
    t, indicator = view.t, view.model.indicators[result.code]
    if result.nation is None:
        return _no_mean(indicator, t)
    parts = [
        t("scorecard.indicator.nation", nation=t.number(100 * result.nation, 1), n=t.number(result.n or 0))
    ]
    if result.points is not None:
        parts.append(_rank(result, view))
    if detail == "errors":
        error = view.nation.indicators[result.code].standard_error(view.nation.population)
        parts.append(t("scorecard.indicator.error", error=t.number(100 * error, 1)))
    return " ".join(parts)


def _no_mean(indicator: Indicator, t: Translator) -> str:
    """Why there is no national mean; an own caution that says so is not said twice."""
    reason = reason_without_mean(indicator)
    return "" if reason == "fields" and indicator.caution is not None else t(f"scorecard.reason.{reason}")


def _rank(result: IndicatorResult, view: View) -> str:
    """The mid-rank sentence; by class where the report prints classes of a number."""
    t, rule = view.t, view.model.indicators[result.code].rule
    if result.below is None or result.same is None:
        return t("scorecard.indicator.no_rank")
    key = "class_rank" if isinstance(rule, ShareRule) else "rank"
    below, same = (t.number(100 * share) for share in (result.below, result.same))
    return t(f"scorecard.indicator.{key}", below=below, same=same)


def _small_print(result: IndicatorResult, view: View) -> str:
    t, indicator = view.t, view.model.indicators[result.code]
    parts = [t(f"scorecard.strength.{indicator.strength}")]
    parts.append(
        t("scorecard.indicator.weight", weight=t.number(indicator.weight, 0 if indicator.weight == 1 else 1))
    )
    places = [place_text(view.model.items[item].place, t) for item in source_items(indicator, view.model)]
    parts.append(t("scorecard.source", place=t.listing(list(dict.fromkeys(places)))))
    return " ".join(parts)


# ------------------------------------------------------------------ the nation's answers
def _distribution(result: IndicatorResult, view: View) -> None:
    t, code = view.t, result.code
    spread = indicator_spread(
        code,
        view.assessment.answers,
        model=view.model,
        figures=view.figures,
        t=t,
        population=_population(code, view),
    )
    if spread is None:
        st.caption(t("scorecard.indicator.no_picture"))
        return
    title = _title(code, view)
    st.markdown(title)
    picture = distribution_picture(spread, title=title, palette=view.palette, t=t)
    show_picture(picture, key=f"indicator.{code}")
    own = t("scorecard.indicator.own", sign=OWN) if any(bar.own for bar in spread.bars) else ""
    st.caption(f"{own} {_base(code, spread.n, view)}".strip())
    show_table(picture, t)


def _title(code: str, view: View) -> str:
    """The question in our words; for counted fields and figures, what is counted."""
    rule = view.model.indicators[code].rule
    if isinstance(rule, DemandedRule):
        key = "offered_title" if rule.from_step == 1 else "fields_title"
        return view.t(f"scorecard.indicator.{key}", step=rule.from_step)
    if isinstance(rule, KnownRule) and (len(rule.items) > 1 or rule.base_question):
        return view.t.pick(view.model.indicators[code].title) + "."
    return view.t.pick(view.model.items[source_items(view.model.indicators[code], view.model)[0]].text)


def _population(code: str, view: View) -> str:
    """Which offices to show; a choice only where the report splits the figure."""
    known = populations(code, model=view.model, figures=view.figures)
    return choose_population(known, f"scorecard.population.{code}", view.t)


def _base(code: str, n: int | None, view: View) -> str:
    t = view.t
    base = (
        t("scorecard.indicator.base", n=t.number(n))
        if n is not None
        else t("scorecard.indicator.base_unknown")
    )
    rule = view.model.indicators[code].rule
    split = len(populations(code, model=view.model, figures=view.figures)) > 1
    stand_in = isinstance(rule, DemandedRule)
    parts = [
        base,
        "" if split else t("scorecard.population.both"),
        t("scorecard.indicator.stand_in") if stand_in else "",
    ]
    return " ".join(filter(None, parts))
