"""One indicator: the office's answer, and how the nation answered, with the office marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from report.answer_words import indicator_answer
from report.places import place_text
from scoring.rule_types import AnswersRule, DemandedRule, KnownRule, PerRule, ShareRule
from ui import state
from ui.charts import distribution_picture, indicator_spread, populations, reason_without_mean
from ui.components.scorecard_view import show_picture, show_table

if TYPE_CHECKING:
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
    facts, picture = st.columns([1, 1], gap="large")
    with facts:
        _facts(result, view, detail)
    with picture:
        _distribution(result, view)


def _facts(result: IndicatorResult, view: View, detail: str) -> None:
    t, indicator = view.t, view.model.indicators[result.code]
    st.markdown(f"**{t.pick(indicator.title)}**")
    answer = indicator_answer(indicator, result.outcome, assessment=view.assessment, model=view.model, t=t)
    st.markdown(f"{t('scorecard.indicator.answer', answer=answer)}  \n**{_points(result, view)}**")
    st.markdown(_nation(result, view, detail))
    st.markdown(t.pick(indicator.why))
    if indicator.caution is not None:
        st.markdown(t("scorecard.indicator.caution", text=t.pick(indicator.caution)))
    st.caption(_small_print(result, view))


def _points(result: IndicatorResult, view: View) -> str:
    """Points of 100, or the outcome in words: a blank is never a nought."""
    if result.points is None:
        return view.t(f"scorecard.outcome.{result.outcome.code}")
    return view.t("scorecard.indicator.points", points=view.t.number(100 * result.points))


def _nation(result: IndicatorResult, view: View, detail: str) -> str:
    t, indicator = view.t, view.model.indicators[result.code]
    if result.nation is None:
        return t(f"scorecard.reason.{reason_without_mean(indicator)}")
    parts = [
        t("scorecard.indicator.nation", nation=t.number(100 * result.nation, 1), n=t.number(result.n or 0))
    ]
    if result.below is not None and result.same is not None:
        numbers = {"below": t.number(100 * result.below), "same": t.number(100 * result.same)}
        parts.append(t("scorecard.indicator.rank", **numbers))
    elif result.points is not None:
        parts.append(t("scorecard.indicator.no_rank"))
    if detail == "errors":
        error = view.nation.indicators[result.code].standard_error(view.nation.population)
        parts.append(t("scorecard.indicator.error", error=t.number(100 * error, 1)))
    return " ".join(parts)


def _small_print(result: IndicatorResult, view: View) -> str:
    t, indicator = view.t, view.model.indicators[result.code]
    parts = [t(f"scorecard.strength.{indicator.strength}")]
    parts.append(
        t("scorecard.indicator.weight", weight=t.number(indicator.weight, 0 if indicator.weight == 1 else 1))
    )
    places = [place_text(view.model.items[item].place, t) for item in items_of(indicator, view)]
    parts.append(t("scorecard.source", place=t.listing(list(dict.fromkeys(places)))))
    return " ".join(parts)


def items_of(indicator: Indicator, view: View) -> list[str]:
    """The survey items that an indicator rests on."""
    match indicator.rule:
        case AnswersRule(item=item) | ShareRule(item=item):
            return [item]
        case KnownRule(items=items):
            return items
        case PerRule(item=item):
            return [item, view.model.method.ladder_item]
        case _:
            return [view.model.method.ladder_item]


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
    st.caption(_base(code, spread.n, view))
    show_table(picture, t)


def _title(code: str, view: View) -> str:
    """The question in our words; for counted fields and figures, what is counted."""
    rule = view.model.indicators[code].rule
    if isinstance(rule, DemandedRule):
        return view.t("scorecard.indicator.fields_title", step=rule.from_step)
    if isinstance(rule, KnownRule) and (len(rule.items) > 1 or rule.base_question):
        return view.t.pick(view.model.indicators[code].title) + "."
    return view.t.pick(view.model.items[items_of(view.model.indicators[code], view)[0]].text)


def _population(code: str, view: View) -> str:
    """Which offices to show; a choice only where the report splits the figure."""
    known, t = populations(code, model=view.model, figures=view.figures), view.t
    if len(known) == 1:
        return known[0]
    chosen = st.segmented_control(
        t("scorecard.population.label"),
        known,
        default=known[0],
        format_func=lambda one: t(f"scorecard.population.{one}"),
        required=True,
        key=state.key(f"scorecard.population.{code}"),
    )
    return chosen or known[0]


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
