"""What to do, ranked by what the total gains; what gives no points stands apart."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import streamlit as st

from report.places import place_text
from ui.charts import item_spread
from ui.components.measure_ways import measure_ways
from ui.components.scorecard_words import signed

if TYPE_CHECKING:
    from i18n import Translator
    from scoring import Measure, Model
    from scoring.model_types import Recommendation
    from ui.components.scorecard_view import View

FIRST = 5
"""How many are shown at once: more than an office can begin with."""


def measures_tab(view: View) -> None:
    """The measures with points, then those without, then the recommendations to others."""
    t = view.t
    gaining = [one for one in view.card.measures if one.indicators]
    st.header(t("scorecard.measures.title"), anchor=False)
    st.markdown(t("scorecard.measures.intro" if gaining else "scorecard.measures.none"))
    for rank, one in enumerate(gaining[:FIRST], start=1):
        _measure(one, rank, view)
    if gaining[FIRST:]:
        with st.expander(t.plural("scorecard.measures.more", len(gaining) - FIRST)):
            for rank, one in enumerate(gaining[FIRST:], start=FIRST + 1):
                _measure(one, rank, view)
    _without_points(view)
    _to_others(view)


# ------------------------------------------------------------------ words that the headline shares
def measure_title(measure: Measure, model: Model, t: Translator) -> str:
    """The recommendation's title, or the indicator's for advice that is not among the fifteen."""
    if measure.recommendation is not None:
        return t.pick(measure.recommendation.title)
    return t("scorecard.measures.raise", indicator=t.pick(model.indicators[measure.code].title))


def gain_words(measure: Measure, t: Translator) -> str:
    """The gain on the total; on one criterion while the total is not rated (see ``gained_criterion``)."""
    code = gained_criterion(measure)
    if not math.isnan(measure.gain):
        return t("scorecard.measures.points", points=signed(measure.gain, t, 1))
    if code is None:
        return t("scorecard.measures.not_yet")
    return t("scorecard.measures.points", points=signed(measure.criterion_gains[code], t))


def gained_criterion(measure: Measure) -> str | None:
    """The criterion that gains most, where there is no total that could gain; else None."""
    if not math.isnan(measure.gain) or not measure.criterion_gains:
        return None
    return max(measure.criterion_gains, key=measure.criterion_gains.__getitem__)


def gain_label(measure: Measure, model: Model, t: Translator) -> str:
    """What gains: the total, or one criterion by its number."""
    code = gained_criterion(measure)
    if code is None:
        return t("scorecard.measures.gain")
    return t("scorecard.measures.criterion_gain", number=model.criteria[code].number)


def effort_words(measure: Measure, t: Translator) -> str:
    """The effort that the model's authors reckon with; nothing for advice without one."""
    if measure.recommendation is None:
        return ""
    return t(f"scorecard.effort.{measure.recommendation.effort}")


def source_words(measure: Measure, model: Model, t: Translator) -> str:
    """Where in the report it stands; advice from 10.3 says that it is not among the fifteen."""
    if measure.recommendation is not None:
        return place_text(measure.recommendation.place, t)
    criterion = model.criteria[model.criterion_of[measure.code]]
    place = place_text(criterion.place, t)
    return t(
        "scorecard.measures.advice", place=place, number=criterion.number, count=len(model.recommendations)
    )


# ------------------------------------------------------------------ parts
def _measure(measure: Measure, rank: int, view: View) -> None:
    t, model = view.t, view.model
    recommendation = measure.recommendation
    text = recommendation.text if recommendation else model.indicators[measure.code].advice
    source = t("scorecard.source", place=source_words(measure, model, t))
    with st.container(border=True):
        gain, what = st.columns([1, 4], gap="medium")
        gain.metric(gain_label(measure, model, t), gain_words(measure, t))
        with what:
            st.subheader(f"{rank}. {measure_title(measure, model, t)}", anchor=False)
            st.markdown(t.pick(text))
            st.markdown("\n".join(f"- {_lift(code, view)}" for code in measure.indicators))
            st.caption(f"{effort_words(measure, t)} {source}".strip())
            measure_ways(measure, view, place="measures")


def _lift(code: str, view: View) -> str:
    """One indicator that the measure raises: its points now, and who had it in place."""
    t = view.t
    points = next(
        one.points for criterion in view.card.criteria for one in criterion.indicators if one.code == code
    )
    title = t.pick(view.model.indicators[code].title)
    now = t("scorecard.measures.now", title=title, points=t.number(100 * (points or 0.0)))
    return f"{now} {_in_place(code, view)}"


def _in_place(code: str, view: View) -> str:
    t, figure = view.t, view.nation.indicators.get(code)
    if figure is None or figure.full is None:
        return t("scorecard.measures.in_place_unknown")
    share = t.percent(figure.full / figure.n)
    return t("scorecard.measures.in_place", full=t.number(figure.full), n=t.number(figure.n), share=share)


def _without_points(view: View) -> None:
    """Recommendations tied to unscored items, which this office's answers say are not in place."""
    t = view.t
    found = [one.recommendation for one in view.card.measures if not one.indicators and one.recommendation]
    if not found:
        return
    st.header(t("scorecard.measures.unscored"), anchor=False)
    st.markdown(t("scorecard.measures.unscored_intro"))
    for one in found:
        with st.container(border=True):
            st.subheader(t.pick(one.title), anchor=False)
            st.markdown(t.pick(one.text))
            lines = [line for each in one.context if (line := _context(each.item, each.answers, view))]
            st.markdown("\n".join(f"- {line}" for line in lines))
            effort = t(f"scorecard.effort.{one.effort}")
            st.caption(f"{effort} {t('scorecard.source', place=place_text(one.place, t))}")


def _context(item: str, answers: list[str], view: View) -> str:
    """How many offices had one of the answers that mean it is in place, as far as printed."""
    t, model = view.t, view.model
    spread = item_spread(item, view.assessment.answers, model=model, figures=view.figures, t=t)
    if spread is None or spread.n is None:
        return ""
    alternatives = list(model.alternatives(item))
    bars = [spread.bars[alternatives.index(answer)] for answer in answers]
    known = [
        t("scorecard.measures.answered", answer=bar.label, count=t.number(bar.count), n=t.number(spread.n))
        for bar in bars
        if bar.count is not None
    ]
    missing = [t("scorecard.measures.not_printed", answer=bar.label) for bar in bars if bar.count is None]
    return f"{t.pick(model.items[item].text)} {' '.join([*known, *missing])}"


def _to_others(view: View) -> None:
    t = view.t
    others = [one for one in view.model.recommendations if one.addressee != "office"]
    with st.expander(t.plural("scorecard.measures.others", len(others))):
        st.markdown(t("scorecard.measures.others_intro"))
        for one in others:
            st.markdown(_other(one, t))


def _other(one: Recommendation, t: Translator) -> str:
    addressee = t(f"scorecard.addressee.{one.addressee}")
    place = t("scorecard.source", place=place_text(one.place, t))
    return f"**{t.pick(one.title)}** ({addressee})  \n{t.pick(one.text)} {place}"
