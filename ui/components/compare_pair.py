"""Two offices side by side: their scores, and item by item what they answer."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from scoring.encode import OFFICE, columns_of
from ui import form, state
from ui.components.compare_view import glyph, in_step, number, whole
from ui.components.views_words import answer_words, item_of, question_words
from ui.markdown import as_written

if TYPE_CHECKING:
    from ui.components.compare_view import CompareView

ONE, TWO, ALL = "one", "two", "all"
"""The names in the address."""


def pair_tab(view: CompareView) -> None:
    """Draws the choice of two offices, their scores, and the answers that differ, or all."""
    t, order = view.t, view.group.ranks().table["rank"].sort_values(kind="stable").index
    first, second = st.columns(2, gap="medium")
    with first:
        one = _choice(ONE, str(order[0]), view)
    with second:
        two = _choice(TWO, str(order[1]), view)
    if one == two:
        st.info(t("compare.pair_same"), icon=":material/info:")
        return
    _scores(one, two, view)
    st.header(t("compare.pair_answers"), anchor=False)
    everything = in_step(
        ALL,
        state.in_address(ALL, ("yes",)) is not None,
        lambda now, key: st.toggle(t("compare.pair_all"), now, key=key),
        said=lambda on: "yes" if on else None,
    )
    _answers(one, two, view, equal_too=everything)


def _choice(name: str, usual: str, view: CompareView) -> str:
    codes = view.group.codes

    def draw(default: str, key: str) -> str:
        return st.selectbox(
            view.t(f"compare.pair_{name}"),
            codes,
            codes.index(default),
            format_func=view.labels.__getitem__,
            key=key,
        )

    wanted = state.in_address(name, codes) or usual
    return in_step(name, wanted, draw, said=lambda code: None if code == usual else code)


def _scores(one: str, two: str, view: CompareView) -> None:
    """The total and the criteria of both, and how far apart they are."""
    t, rating = view.t, view.group.rating
    places = [view.group.codes.index(code) for code in (one, two)]
    columns = {t("compare.total"): (rating.total["score"], rating.total["level"])}
    columns |= {
        view.criterion(code): (rating.score[code], rating.levels[code]) for code in view.model.criteria
    }
    rows = []
    for score, level in columns.values():
        mine, theirs = (float(score.iloc[place]) for place in places)
        signs = [glyph(int(level.iloc[place]), view.model) for place in places]
        both = zip(signs, (mine, theirs), strict=True)
        shown = [f"{sign} {number(value, t)}".strip() for sign, value in both]
        rows.append([*shown, _apart(mine, theirs, view)])
    names = [as_written(view.labels[code]) for code in (one, two)]
    index = pd.Index(list(columns), name=t("compare.criterion"))
    table = pd.DataFrame(rows, index=index, columns=[*names, t("compare.pair_apart")])
    st.table(table, border="horizontal", alt=t("compare.pair_alt", one=names[0], two=names[1]))


def _apart(one: float, two: float, view: CompareView) -> str:
    """How many points the first is above the second, as the shown scores differ."""
    if math.isnan(one) or math.isnan(two):
        return "–"
    gap = int(whole(one)) - int(whole(two))
    sign = "+" if gap > 0 else "\N{MINUS SIGN}" if gap < 0 else ""
    return f"{sign}{view.t.number(abs(gap))}"


def _answers(one: str, two: str, view: CompareView, *, equal_too: bool) -> None:
    """A table for each part of the form that has something to show."""
    t, model = view.t, view.model
    names = [as_written(view.labels[code]) for code in (one, two)]
    given = [view.compared.offices[code].assessment.answers for code in (one, two)]
    parts: dict[str, dict[str, list[str]]] = {}
    same = 0
    for column in columns_of(model):
        if column == OFFICE:
            continue
        said = [answer_words(column, answers.get(column, ""), model, t) for answers in given]
        same += said[0] == said[1]
        if equal_too or said[0] != said[1]:
            part = parts.setdefault(model.items[item_of(column)].section, {})
            part[question_words(column, model, t)] = [as_written(answer) for answer in said]
    st.caption(t.plural("compare.pair_equal", same))
    for section, rows in parts.items():
        st.subheader(form.title(model, section, t), anchor=False)
        index = pd.Index(list(rows), name=t("compare.question"))
        table = pd.DataFrame(list(rows.values()), index=index, columns=names)
        st.table(table, border="horizontal", alt=form.title(model, section, t))
