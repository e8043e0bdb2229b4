"""The ranked measures as they stand with what is tried; each is put in place with one click."""

from __future__ import annotations

import math
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from report.measure_words import gain_text, measure_title
from scoring.plan import default_effort
from scoring.what_if import in_place
from ui.components.whatif_words import change_lines, stands_in
from ui.trial_state import try_measure

if TYPE_CHECKING:
    from scoring import Measure
    from scoring.what_if import Changes
    from ui.components.whatif_view import Trial

FIRST = 5
"""How many are shown at once, as on the scorecard."""

TITLE = 430
"""Pixels: leaves room for the button beside it; on a phone the button goes beneath."""


def measures_tab(trial: Trial) -> None:
    """The measures that still give points, most first."""
    t, model = trial.then.t, trial.then.model
    answers = trial.box.assessment.answers
    found = [one for one in trial.then.card.measures if one.indicators]
    changes = {one.code: in_place(one.code, answers, model=model) for one in found}
    st.markdown(t("try_out.measures_intro" if found else "try_out.measures_none"))
    if any(stands_in(column, some, model) for some in changes.values() for column in some):
        st.caption(t("try_out.stand_in_note"))
    for one in found[:FIRST]:
        _measure(one, changes[one.code], trial)
    if found[FIRST:]:
        with st.expander(t.plural("try_out.measures_more", len(found) - FIRST)):
            for one in found[FIRST:]:
                _measure(one, changes[one.code], trial)


def _measure(measure: Measure, changes: Changes, trial: Trial) -> None:
    t, model = trial.then.t, trial.then.model
    with st.container(border=True, gap="xsmall"):
        with st.container(
            horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", gap="xsmall"
        ):
            with st.container(width=TITLE, gap=None):
                st.subheader(measure_title(measure.code, model=model, t=t), anchor=False)
                st.markdown(_gain(measure, trial))
            if changes:
                put = partial(try_measure, measure.code)
                st.button(t("try_out.put_in_place"), key=f"try_{measure.code}", on_click=put)
        lines = change_lines(changes, trial.box.assessment.answers, model=model, t=t)
        if lines:
            st.markdown("\n".join(f"- {line}" for line in lines))
        else:
            st.caption(t("try_out.no_single_answer"))


def _gain(measure: Measure, trial: Trial) -> str:
    """What the total gains and what it takes; on a criterion while the total is not rated."""
    t, model = trial.then.t, trial.then.model
    effort = t(f"report.effort.{default_effort(measure.code, model)}").lower()
    key = "try_out.gain_unknown" if math.isnan(measure.gain) else "try_out.gain"
    return t(key, gain=gain_text(measure, model=model, t=t), effort=effort)
