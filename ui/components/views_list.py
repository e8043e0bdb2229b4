"""The answers on which the views part ways, one under the other, to be settled on the spot."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ui import form, resources, staff_views, state
from ui.components.views_agree import agree
from ui.components.views_words import answer_words, item_of, question_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from i18n import Translator
    from scoring.views import Difference

FIRST = 10
"""How many are shown until the person asks for all of them."""
STATES = ("all", "open", "settled")
_ALL, _ALL_PARTS = "views.show_all", ""


def views_list(t: Translator) -> None:
    """Draws the filters, how far the settling has come, and each difference."""
    parted = staff_views.parted(resources.model())
    if not parted:
        st.success(t("views.none_differ"), icon=":material/check:")
        return
    progress = st.container()
    chosen = _chosen(parted, t)
    if not chosen:
        st.markdown(t("views.none_here"))
    shown = chosen if state.recall(_ALL) else chosen[:FIRST]
    for one in shown:
        _difference(one, t)
    if len(shown) < len(chosen) and st.button(
        t("views.show_all", number=t.number(len(chosen))), key="views_show_all"
    ):
        state.remember(_ALL, value=True)
        st.rerun()
    with progress:
        _progress(parted, t)


def _progress(parted: Sequence[Difference], t: Translator) -> None:
    done = len(staff_views.agreements().keys() & {one.column for one in parted})
    number = {"settled": t.number(done), "all": t.number(len(parted))}
    st.progress(done / len(parted), f"**{t('views.progress', **number)}**")
    if done == len(parted):
        st.success(t("views.all_settled"), icon=":material/check:")


def _chosen(parted: Sequence[Difference], t: Translator) -> list[Difference]:
    """The differences that the two filters let through."""
    with st.container(horizontal=True, gap="medium"):
        part = _part(parted, t)
        which = st.segmented_control(
            t("views.which"),
            STATES,
            default="all",
            required=True,
            format_func=lambda one: t(f"views.which_{one}"),
            key=state.key("views_which"),
        )
    settled = staff_views.agreements()
    return [
        one
        for one in parted
        if part in {_ALL_PARTS, _section(one)}
        and which in {"all", "settled" if one.column in settled else "open"}
    ]


def _part(parted: Sequence[Difference], t: Translator) -> str:
    """A part of the form in which something differs, or all of them."""
    model = resources.model()
    sections = [_section(one) for one in parted]
    names = {_ALL_PARTS: t("views.all_parts", number=t.number(len(parted)))}
    for code in form.sections(model):
        if code in sections:
            names[code] = f"{form.title(model, code, t)} ({t.number(sections.count(code))})"
    chosen = st.selectbox(
        t("views.part"), list(names), format_func=names.__getitem__, key=state.key("views_part"), width=320
    )
    return str(chosen or _ALL_PARTS)


def _section(one: Difference) -> str:
    return resources.model().items[item_of(one.column)].section


def _difference(one: Difference, t: Translator) -> None:
    model = resources.model()
    with st.container(border=True, key=f"difference_{one.column}", gap="small"):
        with st.container(gap="xxsmall"):
            st.caption(_part_words(one, t))
            st.markdown(f"**{question_words(one.column, model, t)}**")
        leader, staff = st.columns([1, 2], gap="small")
        leader.markdown(f"{t('views.leader')}  \n**{answer_words(one.column, one.leader, model, t)}**")
        staff.markdown(f"{t('views.staff')}  \n{_staff_words(one, t)}")
        agree(one, t)


def _part_words(one: Difference, t: Translator) -> str:
    """The part of the form, and that the answer gives no points where it gives none."""
    model = resources.model()
    name = form.title(model, _section(one), t)
    return name if item_of(one.column) in form.scored_items(model) else f"{name} · {t('assess.not_scored')}"


def _staff_words(one: Difference, t: Translator) -> str:
    """The staff's answers, the commonest first, each with how many gave it."""
    model = resources.model()
    counts = sorted(one.staff.items(), key=lambda pair: -pair[1])
    words = [
        t.plural("views.count", count, answer=f"**{answer_words(one.column, answer, model, t)}**")
        for answer, count in counts
    ]
    blank = len(staff_views.held()) - sum(one.staff.values())
    if blank:
        words.append(t.plural("views.count", blank, answer=answer_words(one.column, "", model, t)))
    return "  \n".join(words)
