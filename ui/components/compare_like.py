"""Whom an office can be compared with: the nearest by profile, the variables chosen by the person."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from scoring.counties import counties
from scoring.facts import COUNTY
from scoring.groups import VARIABLES
from ui import compare_filters
from ui.compare_facts import SEPARATOR
from ui.compare_filters import BY, NEAR, Filters
from ui.components.compare_view import in_step
from ui.markdown import as_written

if TYPE_CHECKING:
    from collections.abc import Mapping

    from i18n import Translator
    from scoring import Model
    from ui.comparing import Group


def likeness(
    now: Filters, group: Group, labels: Mapping[str, str], t: Translator
) -> tuple[str | None, tuple[str, ...]]:
    """Draws the choice of an office that the others are to be like, and by what; then who they are."""

    def draw(default: str | None, key: str) -> str | None:
        options = [None, *labels]
        return st.selectbox(
            t("compare.like_office"),
            options,
            options.index(default),
            format_func=lambda code: t("compare.none_chosen") if code is None else labels[code],
            key=key,
        )

    near = in_step(NEAR, now.near, draw, said=lambda code: code)
    by = _by(now, group, t)
    if near is not None:
        _near_table(Filters(near=near, by=by), group, labels, t)
    return near, by


def _by(now: Filters, group: Group, t: Translator) -> tuple[str, ...]:
    def draw(default: tuple[str, ...], key: str) -> tuple[str, ...]:
        chosen = st.multiselect(
            t("compare.like_by"),
            compare_filters.variables(group),
            list(default),
            format_func=partial(variable_name, model=group.rating.model, t=t),
            key=key,
            select_all=False,
        )
        return tuple(chosen) or VARIABLES

    return in_step(BY, now.by, draw, said=lambda by: None if by == VARIABLES else SEPARATOR.join(by))


def variable_name(code: str, *, model: Model, t: Translator) -> str:
    """A variable's short name; the question where it has none."""
    key = f"compare.variable.{code}"
    return t(key) if t.has(key) else t.pick(model.items[code].text)


def _near_table(filters: Filters, group: Group, labels: Mapping[str, str], t: Translator) -> None:
    """What the one and its nearest answered on each of the variables, and how far apart they are."""
    found, model = compare_filters.like(group, filters), group.rating.model
    codes = [filters.near or "", *map(str, found.index)]
    columns = {
        variable_name(by, model=model, t=t): [
            _known(group.profile.loc[code, by], by, model, t) for code in codes
        ]
        for by in filters.by
    }
    distance = ["–", *(t.number(one, 2) for one in found["distance"])]
    table = pd.DataFrame(
        {t("compare.like_distance"): distance, **columns},
        index=pd.Index([as_written(labels[code]) for code in codes], name=t("compare.office")),
    )
    st.table(table, border="horizontal", alt=t("compare.like_alt", office=labels[codes[0]]))
    st.caption(t("compare.like_key"))


def _known(value: object, item: str, model: Model, t: Translator) -> str:
    if pd.isna(value):  # type: ignore[call-overload]
        return "–"
    if item == COUNTY:
        return counties()[str(value)].name
    if isinstance(value, str):
        return t.pick(model.alternatives(item)[value])
    return _plain(float(value), item, t)  # type: ignore[arg-type]


def _plain(value: float, item: str, t: Translator) -> str:
    """A year has no thousands to set apart."""
    if item == "opened":
        return str(int(value))
    return t.number(value, 0 if value.is_integer() else 1)
