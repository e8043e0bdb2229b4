"""Criterion by criterion: each opens to what it demands, its place and its indicators."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from report.places import place_text
from ui import state
from ui.components.scorecard_indicator import indicator_block
from ui.components.scorecard_words import band_words, level_words, number_words, open_words

if TYPE_CHECKING:
    from report.scorecard import CriterionResult
    from ui.components.scorecard_view import View


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
    key = state.key(f"scorecard.criterion.{result.code}")
    opened = st.expander(label, key=key, on_change="rerun")
    if not opened.open:
        return
    source = t("scorecard.source", place=place_text(criterion.place, t))
    with opened:
        st.markdown(t.pick(criterion.demand))
        st.markdown(_place(result, view))
        st.caption(f"{open_words(result.score, t)} {source}")
        for one in result.indicators:
            st.space("small")
            indicator_block(one, view, detail)


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
