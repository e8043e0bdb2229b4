"""Criterion by criterion: each opens to what it demands, its place and its indicators."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from report.places import place_text
from ui import state
from ui.components.scorecard_indicator import indicator_block, points_words
from ui.components.scorecard_today import today_line
from ui.components.scorecard_view import show_band
from ui.components.scorecard_why import criterion_why
from ui.components.scorecard_words import band_words, level_words, number_words

if TYPE_CHECKING:
    from report.scorecard import CriterionResult, IndicatorResult
    from ui.components.scorecard_view import View

CRITERION, INDICATOR = "criterion", "indicator"
"""The names in the address."""


def criteria_tab(view: View) -> None:
    """Ten criteria, folded; only an open one is drawn."""
    t = view.t
    st.header(t("scorecard.criteria.title"), anchor=False)
    st.markdown(t("scorecard.criteria.intro"))
    errors = st.toggle(t("scorecard.criteria.errors"), key=state.key("scorecard.errors"))
    if errors:
        n, population = t.number(view.model.method.respondents), t.number(view.nation.population)
        st.caption(t("scorecard.criteria.errors_text", n=n, population=population))
    for result in view.card.criteria:
        _criterion(result, view, "errors" if errors else "plain")


def _criterion(result: CriterionResult, view: View, detail: str) -> None:
    t, criterion = view.t, view.model.criteria[result.code]
    label = f"**{result.number} {t.pick(criterion.title)}**: {_result(result, view)}"
    name = f"scorecard.criterion.{result.code}"
    linked = state.in_address(CRITERION, view.model.criteria) == result.code
    begin = state.steady(name, linked or bool(state.recall(name)))
    opened = st.expander(label, expanded=begin, key=state.key(name), on_change="rerun")
    _follow(result.code, name, linked, bool(opened.open))
    if opened.open:
        with opened:
            _about(result, view)
            st.space("small")
            _indicators(result, view, detail)


def _about(result: CriterionResult, view: View) -> None:
    """What the criterion demands, how its score came about, and its place among the offices."""
    t, criterion = view.t, view.model.criteria[result.code]
    st.markdown(t.pick(criterion.demand))
    st.markdown(criterion_why(result, view))
    st.markdown(_place(result, view))
    if result.score.band is not None:
        show_band(result.score.band, view, key=f"band.{result.code}")
    today_line(result.code, t)
    st.caption(t("scorecard.source", place=place_text(criterion.place, t)))


def _indicators(result: CriterionResult, view: View, detail: str) -> None:
    """The indicators to choose from, and beside them the chosen one."""
    which, what = st.columns([1, 2], gap="large")
    with which:
        chosen = _chosen_indicator(result, view)
    with what:
        indicator_block(chosen, view, detail)


def leave_criterion() -> None:
    """The address names no criterion any more."""
    state.put_in_address(CRITERION, None)
    state.put_in_address(INDICATOR, None)


def _follow(code: str, name: str, linked: bool, now: bool) -> None:  # noqa: FBT001 - both are facts
    """The address names the criterion that was opened last, so that a link opens the same place."""
    before = bool(state.recall(name))
    state.remember(name, now)
    if now and not before:
        state.put_in_address(CRITERION, code)
    elif before and not now and linked:
        leave_criterion()


def _chosen_indicator(result: CriterionResult, view: View) -> IndicatorResult:
    """One indicator at a time: its name, points and the nation's, to choose from."""
    t = view.t
    by_code = {one.code: one for one in result.indicators}
    name = f"scorecard.indicator.{result.code}"
    linked = state.in_address(INDICATOR, by_code)
    begin = state.steady(name, linked or state.recall(name) or next(iter(by_code)))
    code = st.radio(
        t("scorecard.choose_indicator"),
        list(by_code),
        index=list(by_code).index(begin),
        format_func=lambda one: t.pick(view.model.indicators[one].title),
        captions=[_caption(one, view) for one in result.indicators],
        key=state.key(name),
    )
    state.remember(name, code)
    if state.in_address(CRITERION, [result.code]):
        state.put_in_address(INDICATOR, None if code == next(iter(by_code)) else code)
    return by_code[code]


def _caption(one: IndicatorResult, view: View) -> str:
    t = view.t
    points = points_words(one, view)
    if one.nation is None:
        return t("scorecard.indicator_caption_alone", points=points)
    return t("scorecard.indicator_caption", points=points, nation=t.number(100 * one.nation, 1))


def _result(result: CriterionResult, view: View) -> str:
    """Score, level and the nation's mean, as short as a label must be."""
    t, score = view.t, result.score
    level = level_words(score, model=view.model, t=t)
    parts = [level] if score.score is None else [number_words(score, t), level]
    if score.nation is not None:
        parts.append(t("scorecard.criteria.label_nation", nation=t.number(score.nation)))
    return ", ".join(parts)


def _place(result: CriterionResult, view: View) -> str:
    """The criterion beside the nation, like with like, and where it lies among the offices."""
    t, score = view.t, result.score
    if score.nation is None:
        return t("scorecard.criteria.no_nation")
    if score.like_for_like is None:
        return t("scorecard.criteria.nation_only", nation=t.number(score.nation, 1))
    key = "differs" if score.differs else "same"
    numbers = {"office": t.number(score.like_for_like), "nation": t.number(score.nation, 1)}
    beside = t(f"scorecard.criteria.{key}", **numbers)
    return f"{beside} {band_words(score.band, t)}" if score.band else beside
