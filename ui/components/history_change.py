"""What changed between two assessments, and why: own answers, a new model, new national figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from scoring.change import what_changed
from scoring.rule_checks import rule_items
from ui import state
from ui.components.history_view import line_name
from ui.components.prose import prose, small_print
from ui.components.scorecard_words import signed
from ui.components.whatif_words import answer_lines
from ui.markdown import as_written

if TYPE_CHECKING:
    from i18n import Translator
    from scoring import Model
    from scoring.change import Step, WhatChanged
    from ui.components.history_view import HistoryView, Line


def change(view: HistoryView) -> None:
    """Draws the choice of two assessments and the way from one to the other."""
    t, lines = view.t, view.rated
    if len(lines) <= 1:
        return
    st.header(t("history.change"), anchor=False)
    before, after = _choose(lines, t)
    if before is after:
        st.markdown(t("history.change_same"))
        return
    if before.model is None or after.model is None:
        return
    found = what_changed(
        before.loaded.assessment, after.loaded.assessment, old_model=before.model, new_model=after.model
    )
    _parts(found, before, after, t)
    _criteria(found, (before.model, after.model), t)
    _answers(found, after.model, t)


def _choose(lines: list[Line], t: Translator) -> tuple[Line, Line]:
    """The two, the earlier first; the newest and the one before it to begin with."""
    names = {line.info.id: line_name(line.info, t) for line in lines}
    ids = list(names)
    chosen = [
        column.selectbox(
            t(f"history.change_{side}"),
            ids,
            len(ids) - behind,
            format_func=lambda one: names.get(one, ""),
            key=f"{state.key(f'history_{side}')}.{len(ids)}",  # a choice does not outlive what was chosen
        )
        for column, side, behind in zip(st.columns(2), ("from", "to"), (2, 1), strict=True)
    ]
    places = [ids.index(one) for one in chosen]
    return lines[min(places)], lines[max(places)]


# ------------------------------------------------------------------ the parts
def _parts(found: WhatChanged, before: Line, after: Line, t: Translator) -> None:
    total = found.total
    st.markdown(f"**{t('history.total')}: {_way(total, t)}**")
    if total.whole is None:
        prose(t("history.change_not_rated"))
    versions = [as_written(line.info.model_version) for line in (before, after)]
    same = versions[0] == versions[1]
    parts = {"answers": total.answers, "model": total.model, "figures": 0.0}
    for column, (name, part) in zip(st.columns(len(parts)), parts.items(), strict=True):
        column.metric(t(f"history.part_{name}"), _points(part, t), border=True)
    key = "history.same_model" if same else "history.new_model"
    small_print(f"{t(key, before=versions[0], after=versions[1])} {_figures(before, after, t)}")


def _figures(before: Line, after: Line, t: Translator) -> str:
    versions = [as_written(line.info.data_version) for line in (before, after)]
    key = "history.same_figures" if versions[0] == versions[1] else "history.new_figures"
    return t(key, before=versions[0], after=versions[1])


def _way(step: Step, t: Translator) -> str:
    """Both scores and the difference: 52.1 → 60.3 (+8.2)."""
    ends = [t("history.unrated") if one is None else t.number(one, 1) for one in (step.before, step.after)]
    way = t("try_out.from_to", before=ends[0], after=ends[1])
    return way if step.whole is None else t("history.way", way=way, points=signed(step.whole, t, 1))


def _points(part: float | None, t: Translator) -> str:
    return "–" if part is None else signed(part, t, 1)


# ------------------------------------------------------------------ criterion by criterion
def _criteria(found: WhatChanged, models: tuple[Model, Model], t: Translator) -> None:
    rows = {
        _title(code, models, t): [
            "–" if one is None else t.number(one, 1) for one in (step.before, step.after)
        ]
        + [_points(part, t) for part in (step.whole, step.answers, step.model)]
        for code, step in found.criteria.items()
    }
    names = [t(f"history.table_{name}") for name in ("before", "after", "whole", "answers", "model")]
    table = pd.DataFrame.from_dict(rows, orient="index", columns=names)
    table.index.name = t("history.table_criterion")
    if all(not step.model for step in found.criteria.values()):
        table = table[names[:3]]
    st.table(table, border="horizontal", alt=t("history.table_alt"))


def _title(code: str, models: tuple[Model, Model], t: Translator) -> str:
    criterion = models[1].criteria.get(code) or models[0].criteria[code]
    return t.pick(criterion.short)


# ------------------------------------------------------------------ answer by answer
def _answers(found: WhatChanged, model: Model, t: Translator) -> None:
    """The answers that changed, under every criterion that they count in."""
    st.subheader(t("history.answers"), anchor=False)
    if not found.texts:
        st.markdown(t("history.no_answers"))
        return
    told: set[str] = set()
    for code, criterion in model.criteria.items():
        items = {item for one in criterion.indicators.values() for item in rule_items(one.rule, model.method)}
        texts = {column: text for column, text in found.texts.items() if column.partition(".")[0] in items}
        told |= texts.keys()
        if texts:
            gained = found.criteria[code].answers
            gain = t("history.unrated") if gained is None else t("history.gain", points=signed(gained, t, 1))
            with st.expander(f"**{t.pick(criterion.title)}** · {gain}", type="compact"):
                st.markdown(_bullets(texts, found, model, t))
    rest = {column: text for column, text in found.texts.items() if column not in told}
    if rest:
        with st.expander(t("history.no_points"), type="compact"):
            st.markdown(_bullets(rest, found, model, t))


def _bullets(texts: dict[str, str], found: WhatChanged, model: Model, t: Translator) -> str:
    return "\n".join(f"- {line}" for line in answer_lines(texts, found.earlier, model=model, t=t))
