"""The top of the scorecard: which office, and in five seconds how it does, against whom, what first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from i18n.alphabet import name_key
from ui import resources, shown, state
from ui.components.closed import stop_at_other_model
from ui.components.measure_ways import measure_ways
from ui.components.scorecard_measures import effort_words, gain_words, gained_criterion, measure_title
from ui.components.scorecard_pdf import pdf_button
from ui.components.scorecard_words import (
    band_words,
    difference,
    difference_words,
    level_words,
    open_words,
)
from ui.markdown import as_written

if TYPE_CHECKING:
    from i18n import Translator
    from ui.components.scorecard_view import View

ASSESS, COMPARE = "ui/pages/assess.py", "ui/pages/compare.py"


def empty_page(t: Translator) -> None:
    """A friendly way on for a person who has not answered anything yet."""
    stop_at_other_model(t("scorecard.empty.title"), t)
    st.title(t("scorecard.empty.title"), anchor=False)
    st.markdown(t("scorecard.empty.text", total=len(resources.model().criteria)))
    with st.container(horizontal=True, gap="small"):
        if st.button(t("scorecard.empty.assess"), type="primary", key="scorecard.assess"):
            st.switch_page(ASSESS, query_params=state.links())
        if resources.examples() and st.button(t("scorecard.empty.example"), key="scorecard.look"):
            shown.choose_example(resources.examples()[0].office)
            st.rerun()


def masthead(view: View) -> None:
    """The office's name, its type and date; one that is not the person's own says so at once."""
    if view.source == "own":
        _title(view, "")
        return
    name, choice = st.columns([2, 1], gap="large", vertical_alignment="bottom")
    with name:
        badge = "scorecard.head.synthetic" if view.example else "scorecard.file.badge"
        st.badge(view.t(badge), color="orange" if view.example else "blue")
        _title(view, view.t(f"scorecard.{view.source}.text"))
    with choice:
        if view.example:
            _choose_example(view.t, view.assessment.office)
        else:
            _leave_file(view.t)


def _title(view: View, text: str) -> None:
    """The name, what kind of office it is, and the PDF; an own office has a date, another ``text``."""
    t = view.t
    st.title(as_written(view.assessment.office), anchor=False)
    date = t("scorecard.head.date", date=t.date(view.assessment.date))
    st.caption(f"{_type(view)}. {text}" if text else f"{_type(view)} · {date}")
    with st.container(horizontal=True, gap="small"):
        pdf_button(view)
        if view.source == "own" and view.card.total.coverage < 1:
            _go_on(t)


def _go_on(t: Translator) -> None:
    """Back to the form: a result with open answers is not the last."""
    if st.button(t("start.own_go_on"), key="scorecard.go_on"):
        st.switch_page(ASSESS, query_params=state.links())


def _leave_file(t: Translator) -> None:
    """From an office of a file back to the others, or to the person's own."""
    st.page_link(
        COMPARE, label=t("scorecard.file.compare"), icon=":material/arrow_back:", query_params=state.links()
    )
    _to_own(t)


def _choose_example(t: Translator, name: str) -> None:
    """Another example, or the person's own office."""
    names = sorted((one.office for one in resources.examples()), key=name_key)
    label, key = t("scorecard.example.choose"), state.key("scorecard.example")
    chosen = st.selectbox(label, names, index=names.index(name), key=key)
    _to_own(t)
    if chosen != name:
        shown.choose_example(chosen)
        st.rerun()


def _to_own(t: Translator) -> None:
    has_own = bool(state.assessment().answers)
    label = t(f"scorecard.example.{'back' if has_own else 'own'}")
    if st.button(label, key="scorecard.own", type="tertiary"):
        shown.choose_own()
        if not has_own:
            st.switch_page(ASSESS, query_params=state.links())
        st.rerun()


def _type(view: View) -> str:
    chosen = view.assessment.answers.get("office_type", "")
    texts = view.model.alternatives("office_type").get(chosen)
    return view.t.pick(texts) if texts else view.t("scorecard.head.no_type")


def headline(view: View) -> None:
    """Three questions, three numbers."""
    how, against, first = st.columns(3, gap="large")
    with how:
        _how(view)
    with against:
        _against(view)
    with first:
        _first(view)


def _how(view: View) -> None:
    t, total = view.t, view.card.total
    if total.score is None:
        st.metric(t("scorecard.how.question"), t("scorecard.not_rated"))
        method = view.model.method
        st.markdown(
            t(
                "scorecard.how.too_few",
                rated=view.card.rated,
                total=len(view.card.criteria),
                least=method.rated_criteria,
            )
        )
    else:
        st.metric(t("scorecard.how.question"), t("scorecard.how.of", score=t.number(total.score)))
        st.markdown(f"**{level_words(total, model=view.model, t=t)}**")
    st.caption(open_words(total, t))


def _against(view: View) -> None:
    t, total = view.t, view.card.total
    gap = difference(total)
    if gap is None or total.like_for_like is None or total.nation is None:
        st.metric(t("scorecard.against.question"), t("scorecard.against.none"))
        st.caption(t("scorecard.against.too_few"))
        return
    st.metric(
        t("scorecard.against.question"), difference_words(gap, t) if gap else t("scorecard.against.equal")
    )
    numbers = {"office": t.number(total.like_for_like), "nation": t.number(total.nation)}
    st.markdown(f"**{t('scorecard.against.scores', **numbers)}**")
    same = t("scorecard.against.differs" if total.differs else "scorecard.against.same")
    st.caption(f"{band_words(total.band, t)} {same}" if total.band else same)


def _first(view: View) -> None:
    t = view.t
    best = next((one for one in view.card.measures if one.indicators), None)
    if best is None:
        st.metric(t("scorecard.first.question"), t("scorecard.first.none"))
        st.caption(t("scorecard.first.none_text" if view.card.answered else "scorecard.first.no_answers"))
        return
    st.metric(t("scorecard.first.question"), gain_words(best, t))
    st.markdown(f"**{measure_title(best, view.model, t)}**")
    code = gained_criterion(best)
    key = "gain" if code is None else "criterion_gain"
    gain = t(f"scorecard.first.{key}", number=view.model.criteria[code].number if code else "")
    st.caption(f"{gain} {effort_words(best, t)}".strip())
    measure_ways(best, view, place="first")
