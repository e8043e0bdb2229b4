"""The top of the what-if page: which office, and what the changes do to its result."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ui import resources, shown, state
from ui.components.empty import ASSESS, nothing_yet
from ui.components.prose import prose
from ui.components.scorecard_words import band_words, difference, difference_words, level_words, open_words
from ui.components.whatif_table import criteria_table
from ui.components.whatif_words import change_words, changed, shift_words
from ui.markdown import as_written

if TYPE_CHECKING:
    from i18n import Translator
    from ui.components.whatif_view import Trial


def empty_page(t: Translator) -> None:
    """The way on for a person without answers; an example opens here."""
    if nothing_yet("try_out", t):
        shown.choose_example(resources.examples()[0].office)
        st.rerun()


def masthead(trial: Trial) -> None:
    """What the page is for, and whose answers it starts from."""
    t, box = trial.then.t, trial.box
    st.title(t("try_out.title"), anchor=False)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        if box.shown.source != "own":
            st.badge(t(f"try_out.{box.shown.source}"), color="orange")
        st.markdown(f"**{as_written(box.base.office)}**", width="content")
        if box.shown.source != "own" and st.button(t("try_out.own"), key="try_own", type="tertiary"):
            shown.choose_own()
            if not state.assessment().answers:
                st.switch_page(ASSESS, query_params=state.links())
            st.rerun()
    prose(t("try_out.intro"))


def result(trial: Trial) -> None:
    """Three numbers, each now and tried: the total, the place in the nation, what is still open."""
    total, nation = st.columns(2, gap="medium")
    with total:
        _total(trial)
    with nation:
        _nation(trial)


def bottom_bar(trial: Trial) -> None:
    """The total in one line that stays in view while answers further down are tried.

    The criteria open from it: on a phone their own place is far below what one changes.
    """
    t, now, then = trial.then.t, trial.now.total, trial.then.card.total
    parts = [f"**{t('try_out.total')}: {shift_words(now, then, t)}**"]
    parts += [t("try_out.points", points=change_words(now, then, t))] if changed(now, then) else []
    with (
        st.bottom,
        st.container(
            border=True,
            horizontal=True,
            horizontal_alignment="distribute",
            vertical_alignment="center",
            gap=None,
            key="try_bar",
        ),
    ):
        st.markdown(" · ".join(parts), width="content")
        with st.popover(t("try_out.criteria"), type="tertiary", key="try_bar_criteria"):
            criteria_table(trial)


def _total(trial: Trial) -> None:
    t, model = trial.then.t, trial.then.model
    now, then = trial.now.total, trial.then.card.total
    st.metric(t("try_out.total"), shift_words(now, then, t))
    levels = list(dict.fromkeys(level_words(one, model=model, t=t) for one in (now, then)))
    words = t("try_out.from_to", before=levels[0], after=levels[-1]) if len(levels) > 1 else levels[0]
    difference = t("try_out.points", points=change_words(now, then, t)) if changed(now, then) else ""
    st.markdown(f"**{' · '.join(filter(None, [difference, words]))}**")
    st.caption(open_words(then, t))


def _nation(trial: Trial) -> None:
    t, now, then = trial.then.t, trial.now.total, trial.then.card.total
    gap, before = difference(then), difference(now)
    if gap is None:
        st.metric(t("try_out.nation"), t("try_out.none"))
        st.caption(t("try_out.too_few"))
        return
    st.metric(t("try_out.nation"), difference_words(gap, t))
    if then.band:
        st.markdown(f"**{band_words(then.band, t)}**")
    if now.band and before is not None and now.band != then.band:
        st.caption(t("try_out.before", gap=difference_words(before, t), band=band_words(now.band, t)))
