"""Municipalities without an office: what they planned, and a checklist for one that plans now."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from report.places import place_text
from ui import resources, state
from ui.checklist import checklist, set_checks
from ui.components.nation_figure import evidence, figure
from ui.components.nation_figures import entries
from ui.components.nation_theses import with_facts
from ui.components.prose import CARD, prose
from ui.sheet import Sheet

if TYPE_CHECKING:
    from i18n import Translator
    from scoring.picture_types import Point

ANSWERS = ("yes", "partly", "no")
QUESTION = "nation.outside.question"
CHECKLIST = Sheet("check.", checklist, set_checks)


def outside() -> None:
    """The figures of the municipalities without an office, then the checklist."""
    t = state.translator()
    st.header(t("nation.outside.title"), anchor=False)
    st.markdown(t("nation.outside.intro"))
    _figures(t)
    st.header(t("nation.check.title"), anchor=False)
    prose(t("nation.check.intro"))
    for code, point in resources.model().planning.items():
        _point(code, point, t)
    _result(t)


def _figures(t: Translator) -> None:
    """One of the figures at a time."""
    known = entries(resources.model(), resources.figures(), t)
    here = [one.question for one in known.values() if one.section == "elsewhere"]
    chosen = st.selectbox(
        t("nation.outside.choose"),
        here,
        format_func=lambda one: t("nation.list.line", question=one, title=known[one].title),
        key=state.key(QUESTION),
        width=CARD,
    )
    st.subheader(known[chosen].title, anchor=False)
    figure(known[chosen], t)


# ------------------------------------------------------------------ the checklist
def _point(code: str, point: Point, t: Translator) -> None:
    """A question with its three answers, and how it stood in 2003."""
    model, key = resources.model(), CHECKLIST.key(code)
    take = partial(CHECKLIST.take, code, key)
    scale = model.survey.scales["three_point"]
    with st.container(border=True, gap="xsmall", width=CARD):
        with st.container(
            horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", gap="xsmall"
        ):
            st.markdown(f"**{t.pick(point.title)}**", width="content")
            st.segmented_control(
                t.pick(point.title),
                ANSWERS,
                default=checklist().get(code),
                format_func=lambda one: t.pick(scale[one]),
                key=key,
                label_visibility="collapsed",
                on_change=take,
                width="content",
            )
        st.markdown(with_facts(point.why, point.facts, model, resources.figures(), t))
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.caption(_tie(point, t), width="content")
            evidence([fact.item for fact in point.facts.values()], f"check_{code}", t)
    take()


def _tie(point: Point, t: Translator) -> str:
    """The recommendation that a point is, or that it is ours."""
    for one in resources.model().recommendations:
        if one.number == point.recommendation:
            return t("nation.check.recommendation", title=t.pick(one.title), place=place_text(one.place, t))
    return t("nation.check.own")


def _result(t: Translator) -> None:
    """What is in place and what is left, in words; a score would pretend more than this knows."""
    points, answers = resources.model().planning, checklist()
    st.subheader(t("nation.check.result"), anchor=False)
    if not answers:
        st.markdown(t("nation.check.empty"))
        return
    groups = {answer: [code for code in points if answers.get(code) == answer] for answer in ANSWERS}
    open_ones = [code for code in points if code not in answers]
    for answer, codes in {**groups, "open": open_ones}.items():
        if codes:
            st.markdown(t.plural(f"nation.check.{answer}", len(codes), count_of=t.number(len(points))))
    _next([*groups["no"], *groups["partly"]], points, complete=not open_ones, t=t)


def _next(left: list[str], points: dict[str, Point], *, complete: bool, t: Translator) -> None:
    """The steps that are left, in the order in which they are best taken."""
    steps = [t.pick(one.next) for code, one in points.items() if code in left]
    if steps:
        st.markdown(f"**{t('nation.check.next')}**\n\n" + "\n".join(f"1. {step}" for step in steps))
    elif complete:
        st.markdown(t("nation.check.done"))
