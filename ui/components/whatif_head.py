"""The top of the what-if page: which office, and what the changes do to its result."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ui import resources, state
from ui.components.scorecard_words import band_words, difference, difference_words, level_words, open_words
from ui.components.whatif_words import change_words, changed, shift_words
from ui.markdown import as_written

if TYPE_CHECKING:
    from i18n import Translator
    from ui.components.whatif_view import Trial

ASSESS, SCORECARD = "ui/pages/assess.py", "ui/pages/scorecard.py"


def empty_page(t: Translator) -> None:
    """A friendly way on for a person who has not answered anything yet."""
    st.title(t("try_out.title"), anchor=False)
    st.markdown(t("try_out.empty"))
    with st.container(horizontal=True, gap="small"):
        if st.button(t("try_out.to_assess"), type="primary", key="try_assess"):
            st.switch_page(ASSESS, query_params=state.links())
        if st.button(t("try_out.with_example"), key="try_example"):
            state.choose_example(resources.examples()[0].office)
            st.rerun()


def masthead(trial: Trial) -> None:
    """What the page is for, and whose answers it starts from."""
    t, box = trial.then.t, trial.box
    st.title(t("try_out.title"), anchor=False)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        if box.example:
            st.badge(t("try_out.example"), color="orange")
        st.markdown(f"**{as_written(box.base.office)}**", width="content")
        if box.example and st.button(t("try_out.own"), key="try_own", type="tertiary"):
            state.choose_example(None)
            if not state.assessment().answers:
                st.switch_page(ASSESS, query_params=state.links())
            st.rerun()
    st.markdown(t("try_out.intro"))


def result(trial: Trial) -> None:
    """Three numbers, each now and tried: the total, the place in the nation, what is still open."""
    total, nation = st.columns(2, gap="large")
    with total:
        _total(trial)
    with nation:
        _nation(trial)


def bottom_bar(trial: Trial) -> None:
    """The total in one line that stays in view while answers further down are tried."""
    t, now, then = trial.then.t, trial.now.total, trial.then.card.total
    parts = [f"**{t('try_out.total')}: {shift_words(now, then, t)}**"]
    parts += [t("try_out.points", points=change_words(now, then, t))] if changed(now, then) else []
    parts += [level_words(then, model=trial.then.model, t=t)] if then.level else []
    with st.bottom, st.container(border=True, key="try_bar"):
        st.markdown(" · ".join(parts), text_alignment="center")


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
