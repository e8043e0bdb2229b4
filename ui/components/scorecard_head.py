"""The top of the scorecard: which office, and in five seconds how it does, against whom, what first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ui import resources, state
from ui.components.scorecard_measures import effort_words, gain_words, measure_title
from ui.components.scorecard_words import (
    band_words,
    coverage_words,
    difference,
    difference_words,
    interval_words,
    level_words,
    signed,
)

if TYPE_CHECKING:
    from i18n import Translator
    from ui.components.scorecard_view import View

ASSESS, SCORECARD = "ui/pages/assess.py", "ui/pages/scorecard.py"


def empty_page(t: Translator) -> None:
    """A friendly way on for a person who has not answered anything yet."""
    st.title(t("scorecard.empty.title"), anchor=False)
    st.markdown(t("scorecard.empty.text", total=len(resources.model().criteria)))
    with st.container(horizontal=True, gap="medium"):
        st.page_link(ASSESS, label=t("scorecard.empty.assess"), query_params=state.links())
        if resources.examples():
            st.page_link(
                SCORECARD,
                label=t("scorecard.empty.example"),
                query_params=_example(resources.examples()[0].office),
            )


def _example(name: str) -> dict[str, str]:
    return state.links(**{state.EXAMPLE: name})


def masthead(view: View) -> None:
    """The office's name, its type and date; an example says so at once."""
    t = view.t
    if view.example:
        _example_bar(t, view.assessment.office)
    st.title(view.assessment.office, anchor=False)
    parts = [_type(view), t("scorecard.head.date", date=t.date(view.assessment.date))]
    if view.example:
        parts = [t("scorecard.head.synthetic"), parts[0]]
    st.caption(" · ".join(part for part in parts if part))


def _example_bar(t: Translator, shown: str) -> None:
    """Says that the office is made up, and lets another one or the person's own be chosen."""
    with st.container(border=True):
        st.markdown(t("scorecard.example.text"))
        with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
            names = [one.office for one in resources.examples()]
            chosen = st.selectbox(
                t("scorecard.example.choose"),
                names,
                index=names.index(shown),
                key=state.key("scorecard.example"),
                width=360,
            )
            st.page_link(ASSESS, label=t("scorecard.example.own"), query_params=state.links())
    if chosen != shown:
        state.choose_example(chosen)
        st.rerun()


def _type(view: View) -> str:
    chosen = view.assessment.answers.get("office_type", "")
    texts = view.model.alternatives("office_type").get(chosen)
    return view.t.pick(texts) if texts else view.t("scorecard.head.no_type")


def headline(view: View) -> None:
    """Three questions, three numbers."""
    how, against, first = st.columns([1, 1, 1.25], gap="large")
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
    st.caption(f"{interval_words(total, t)} {coverage_words(total, t)}")


def _against(view: View) -> None:
    t, total = view.t, view.card.total
    gap = difference(total)
    if gap is None or total.like_for_like is None or total.nation is None:
        st.metric(t("scorecard.against.question"), t("scorecard.against.none"))
        st.caption(t("scorecard.against.too_few"))
        return
    st.metric(t("scorecard.against.question"), t("scorecard.against.points", points=signed(gap, t)))
    st.markdown(f"**{difference_words(gap, t)}**")
    numbers = {"office": t.number(total.like_for_like), "nation": t.number(total.nation)}
    same = t("scorecard.against.same", **numbers)
    band = f" {band_words(total.band, t)}" if total.band else ""
    st.caption(same + band)


def _first(view: View) -> None:
    t = view.t
    best = next((one for one in view.card.measures if one.indicators), None)
    if best is None:
        st.metric(t("scorecard.first.question"), t("scorecard.first.none"))
        st.caption(t("scorecard.first.none_text" if view.card.answered else "scorecard.first.no_answers"))
        return
    st.metric(t("scorecard.first.question"), gain_words(best, view.model, t))
    st.markdown(f"**{measure_title(best, view.model, t)}**")
    st.caption(" ".join([t("scorecard.first.gain"), effort_words(best, t)]).strip())
