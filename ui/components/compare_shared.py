"""What several offices could do together, and whom they could learn from."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd
import streamlit as st

from scoring.shared import better_at, shared_measures, whom_to_learn_from
from ui import comparing, state
from ui.components.compare_heat import heading, row_head, scrolling
from ui.components.compare_view import in_step
from ui.components.prose import prose, small_print
from ui.markdown import as_written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scoring.shared import SharedMeasures
    from ui.components.compare_view import CompareView

CRITERION = "learn"
"""The name in the address."""

MEASURES, OFFICES, LEARNERS, TEACHERS = 12, 20, 8, 3
"""How many of each are shown."""

TINTS: Final = ("1c", "33", "55", "80")
"""The accent behind a gain, fainter to stronger, as two hexadecimal digits."""

NARROW: Final = "padding:4px 6px;text-align:right;white-space:nowrap"


def shared_tab(view: CompareView) -> None:
    """Draws the measures that many want with their joint gain, then whom to learn from."""
    model = view.model
    group = view.group
    with st.spinner(view.t("compare.shared_wait")):
        shared = comparing.kept("shared", group.key, lambda: shared_measures(group.answers, model=model))
    if shared.summary.empty:
        st.success(view.t("compare.shared_none"), icon=":material/check:")
    else:
        _matrix(shared, view)
    st.header(view.t("compare.learn"), anchor=False)
    _learn(view)


# ------------------------------------------------------------------ together
def _matrix(shared: SharedMeasures, view: CompareView) -> None:
    t, first = view.t, shared.summary.iloc[0]
    top = title(str(shared.summary.index[0]), view)
    gain, want = t.number(first["gain"], 1), int(first["offices"])
    prose(t.plural("compare.shared_words", want, measure=as_written(top), gain=gain))
    measures = [str(code) for code in shared.summary.index[:MEASURES]]
    offices = list(shared.wanted[measures].sum(axis=1).sort_values(ascending=False, kind="stable").index)
    shown = [str(code) for code in offices[:OFFICES]]
    st.html(matrix(shared, measures, shown, view))
    cut = len(measures) < len(shared.summary) or len(shown) < len(offices)
    counts = {"measures": t.number(len(measures)), "offices": t.number(len(shown))}
    small_print(" ".join([t("compare.shared_key"), *([t("compare.shared_cut", **counts)] if cut else [])]))


def matrix(shared: SharedMeasures, measures: Sequence[str], codes: Sequence[str], view: CompareView) -> str:
    """Measures x offices as HTML: how many want it, the joint gain, and the gain of each office."""
    t = view.t
    heads = [t("compare.shared_offices"), t("compare.shared_gain"), *(view.labels[code] for code in codes)]
    rows = []
    wanted, gains = (table.loc[list(codes)] for table in (shared.wanted, shared.gains))
    most = float(gains[list(measures)].fillna(0.0).to_numpy().max(initial=1.0))
    for measure in measures:
        numbers = [
            t.number(int(shared.summary["offices"][measure])),
            t.number(float(shared.summary["gain"][measure]), 1),
        ]
        cells = [f'<td style="{NARROW};font-weight:600">{escape(one)}</td>' for one in numbers]
        cells += [
            _gain(gain, view, wanted=wants, most=most)
            for gain, wants in zip(gains[measure], wanted[measure], strict=True)
        ]
        rows.append(f"<tr>{row_head(title(measure, view), view.palette)}{''.join(cells)}</tr>")
    return scrolling(heading(heads, t("compare.measure"), view.palette), rows, t("compare.shared_alt"))


def title(measure: str, view: CompareView) -> str:
    """The recommendation's title, or the indicator's for advice that is not among the fifteen."""
    known = {one.code: one for one in view.model.recommendations}
    if measure in known:
        return view.t.pick(known[measure].title)
    indicator = view.t.pick(view.model.indicators[measure].title)
    return view.t("scorecard.measures.raise", indicator=indicator)


def _gain(gain: float, view: CompareView, *, wanted: bool, most: float) -> str:
    if not wanted:
        return "<td></td>"
    if np.isnan(gain):
        return f'<td style="{NARROW};text-align:center">–</td>'
    tint = TINTS[min(int(len(TINTS) * gain / most), len(TINTS) - 1)]
    return f'<td style="{NARROW};background:{view.palette.office}{tint}">{view.t.number(gain, 1)}</td>'


# ------------------------------------------------------------------ whom to learn from
def _learn(view: CompareView) -> None:
    t, criteria = view.t, view.model.criteria

    def draw(default: str, key: str) -> str:
        options = list(criteria)
        at = options.index(default)
        return st.selectbox(
            t("compare.criterion"), options, at, format_func=view.criterion, key=key, width=360
        )

    usual = _weakest(view)
    wanted = state.in_address(CRITERION, criteria) or usual
    criterion = in_step(CRITERION, wanted, draw, said=lambda code: None if code == usual else code)
    pairs = whom_to_learn_from(view.group.rating, criterion)
    pairs = pairs.loc[pairs.notna().any(axis=1)]
    if pairs.empty:
        st.markdown(t("compare.learn_none"))
        return
    _pairs(pairs, criterion, view)


def _weakest(view: CompareView) -> str:
    """The criterion on which the offices are weakest together."""
    means = view.group.rating.score.mean().dropna()
    return str(means.idxmin()) if len(means) else next(iter(view.model.criteria))


def _pairs(pairs: pd.DataFrame, criterion: str, view: CompareView) -> None:
    """A row for each of the weakest: from whom, and what."""
    t, score = view.t, view.group.rating.score[criterion]
    shown = pairs.head(LEARNERS)
    rows = []
    for code in map(str, shown.index):
        teachers = [str(one) for one in shown.loc[code].dropna().index[:TEACHERS]]
        rows.append(
            [
                t.number(float(score[code])),
                _teachers(teachers, criterion, view),
                _what(code, teachers[0], criterion, view),
            ]
        )
    index = pd.Index([as_written(view.labels[str(code)]) for code in shown.index], name=t("compare.office"))
    columns = [t("compare.learn_score"), t("compare.learn_from"), t("compare.learn_what")]
    name = view.criterion(criterion)
    st.table(
        pd.DataFrame(rows, index=index, columns=columns),
        border="horizontal",
        alt=t("compare.learn_alt", criterion=name),
    )
    left = len(pairs) - len(shown)
    if left:
        st.caption(t.plural("compare.learn_more", left))


def _teachers(codes: Sequence[str], criterion: str, view: CompareView) -> str:
    score = view.group.rating.score[criterion]
    return "; ".join(
        f"{as_written(view.labels[code])} ({view.t.number(float(score[code]))})" for code in codes
    )


def _what(learner: str, teacher: str, criterion: str, view: CompareView) -> str:
    places = view.group.codes
    codes = better_at(
        view.group.rating, criterion, learner=places.index(learner), teacher=places.index(teacher)
    )
    return "; ".join(view.t.pick(view.model.indicators[code].title) for code in codes)
