"""The filters above the comparison, each in step with the address."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from scoring.groups import size_classes
from ui import compare_filters, state
from ui.charts.style import GLYPHS
from ui.compare_filters import (
    CHOSEN,
    EVERY,
    LEVELS,
    LIMITS,
    NOT_RATED,
    SEARCH,
    SEPARATOR,
    SIZES,
    TYPE,
    TYPES,
    Filters,
)
from ui.components.compare_like import likeness
from ui.components.compare_view import in_step

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from i18n import Translator
    from scoring import Model
    from ui.comparing import Group


def choose(group: Group, labels: Mapping[str, str], t: Translator) -> Filters:
    """Draws the filters and tells what they say.

    Args:
        group: All offices.
        labels: Code -> what the office is called on the screen.
        t: The language.
    """
    model = group.rating.model
    now = compare_filters.in_address(labels, group.profile, model)
    first, second, third, fourth = st.columns([4, 3, 3, 3], gap="small")
    with first:
        search = in_step(SEARCH, now.search, partial(_search, t), said=lambda text: text or None)
    with second:
        types = _several(TYPES, now.types, model.alternatives(TYPE), partial(_type, model=model, t=t), t)
    with third:
        sizes = _several(SIZES, now.sizes, compare_filters.sizes(), partial(size_words, t=t), t)
    with fourth:
        levels = _several(
            LEVELS, now.levels, compare_filters.levels(model), partial(level_name, model=model, t=t), t
        )
    with st.expander(t("compare.by_hand"), type="compact"):
        chosen = _several(CHOSEN, now.chosen, labels, labels.__getitem__, t)
        near, by = likeness(now, group, labels, t)
    return Filters(search, types, sizes, levels, chosen, near, by)


def clear() -> None:
    """Takes every filter away."""
    state.drop_from_address(EVERY)
    st.rerun()


def size_words(place: str, *, t: Translator) -> str:
    """A class of size in words."""
    classes = size_classes(LIMITS)
    low, high = classes[int(place)]
    key = "under" if not low else "over" if int(place) == len(classes) - 1 else "between"
    ends = {"low": t.number(low), "high": t.number(high) if key != "over" else ""}
    return t(f"compare.size_{key}", **ends)


def level_name(code: str, *, model: Model, t: Translator) -> str:
    """A level with its sign, or that there is none."""
    if code == NOT_RATED:
        return t("compare.not_rated")
    level = model.method.levels[code]
    return f"{GLYPHS[level.shape]} {t.pick(level.title)}"


def _search(t: Translator, now: str, key: str) -> str:
    return (
        st.text_input(
            t("compare.search"),
            now,
            key=key,
            icon=":material/search:",
            placeholder=t("compare.search_hint"),
        )
        or ""
    )


def _type(code: str, *, model: Model, t: Translator) -> str:
    return t.pick(model.alternatives(TYPE)[code])


def _several(
    name: str,
    now: tuple[str, ...],
    options: Mapping[str, object] | Sequence[str],
    words: Callable[[str], str],
    t: Translator,
) -> tuple[str, ...]:
    def draw(default: tuple[str, ...], key: str) -> tuple[str, ...]:
        chosen = st.multiselect(
            t(f"compare.filter_{name}"),
            list(options),
            list(default),
            format_func=words,
            key=key,
            placeholder=t("compare.all"),
            select_all=False,
        )
        return tuple(chosen)

    return in_step(name, now, draw, said=lambda words: SEPARATOR.join(words) or None)
