"""All that is tried, each with its way back; and the way from trying to planning."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from report.measure_words import measure_title
from storage import Action
from ui import plan_state, state
from ui.components.whatif_words import change_lines, stands_in
from ui.desk import desk
from ui.trial_state import reset_trial, undo_measure, undo_trial

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from ui.components.whatif_view import Trial

PLAN = "ui/pages/plan.py"


def changes_panel(trial: Trial) -> None:
    """What is tried, measure by measure, then the answers that belong to none."""
    t, box = trial.then.t, trial.box
    with st.container(border=True, gap="small", key="try_changes"):
        if not box.changes:
            st.header(t("try_out.nothing"), anchor=False)
            st.markdown(t("try_out.nothing_yet"))
            return
        st.header(t.plural("try_out.changes", len(box.changes)), anchor=False)
        for code, columns in box.measures.items():
            _measure(code, columns, trial)
        for line, alike in _lines(box.alone, trial).items():
            _row(line, f"undo_{alike[0]}", partial(undo_trial, *alike), trial)
        if any(stands_in(column, box.changes, trial.then.model) for column in box.changes):
            st.caption(t("try_out.stand_in_note"))
        _on(trial)


def _measure(code: str, columns: Sequence[str], trial: Trial) -> None:
    title = measure_title(code, model=trial.then.model, t=trial.then.t)
    _row(f"**{title}**", f"undo_measure_{code}", partial(undo_measure, code), trial)
    changes = {column: trial.box.changes[column] for column in columns if column in trial.box.changes}
    st.markdown("\n".join(f"- {line}" for line in _lines(changes, trial)))


def _lines(changes: Mapping[str, str], trial: Trial) -> dict[str, list[str]]:
    return change_lines(changes, trial.box.base.answers, model=trial.then.model, t=trial.then.t)


def _row(line: str, key: str, undo: Callable[[], None], trial: Trial) -> None:
    """A change with its way back."""
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.markdown(line, width="content")
        label = trial.then.t("try_out.undo")
        st.button(label, key=key, type="tertiary", icon=":material/undo:", on_click=undo)


def _on(trial: Trial) -> None:
    """Everything back as it is, or on to the plan."""
    t = trial.then.t
    model, planned = trial.then.model, {one.code for one in plan_state.plan()}
    codes = plan_state.worth_planning(trial.box.measures, trial.now, trial.then.card, model)
    new = [code for code in codes if code not in planned]
    with st.container(horizontal=True, gap="small"):
        may = desk().may(Action.PLAN) and trial.box.shown.source == "own"
        if new and may and st.button(t("try_out.keep"), key="try_keep", type="primary"):
            plan_state.add(new)
            st.switch_page(PLAN, query_params=state.links())
        st.button(t("try_out.reset"), key="try_reset", icon=":material/restart_alt:", on_click=reset_trial)
    st.caption(_kept_words(new, codes, trial))


def _kept_words(new: list[str], codes: list[str], trial: Trial) -> str:
    """What the plan would take, or why it takes nothing."""
    t = trial.then.t
    if trial.box.shown.source != "own":
        return t(f"try_out.keep_{trial.box.shown.source}")
    if not desk().may(Action.PLAN):
        return t("try_out.keep_reader")
    if not new:
        return t("try_out.keep_all_there" if codes else "try_out.keep_nothing")
    titles = [measure_title(code, model=trial.then.model, t=t) for code in new]
    return t.plural("try_out.kept", len(new), measures="; ".join(titles))
