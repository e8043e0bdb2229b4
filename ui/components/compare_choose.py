"""The filters above the comparison, each in step with the address."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from scoring.counties import counties
from scoring.groups import size_classes
from ui import compare_facts, compare_filters, state
from ui.charts.style import GLYPHS
from ui.compare_facts import NOT_TOLD, SEPARATOR
from ui.compare_filters import (
    CHOSEN,
    COUNTIES,
    EVERY,
    LEVELS,
    LIMITS,
    NOT_RATED,
    PEOPLE,
    SEARCH,
    SIZES,
    TAGS,
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


Chosen = tuple[str, ...]


def choose(group: Group, labels: Mapping[str, str], t: Translator) -> Filters:
    """Draws the filters and tells what they say.

    Args:
        group: All offices.
        labels: Code -> what the office is called on the screen.
        t: The language.
    """
    model = group.rating.model
    now = compare_filters.in_address(group)
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
    told = _facts(now, group, t)
    with st.expander(t("compare.by_hand"), type="compact"):
        chosen = _several(CHOSEN, now.chosen, labels, labels.__getitem__, t)
        near, by = likeness(now, group, labels, t)
    return Filters(search, types, sizes, levels, *told, chosen, near, by)


def _facts(
    now: Filters, group: Group, t: Translator
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """The filters of what some office tells; a line of three, so that each stays where it is."""
    tags = compare_facts.tag_choices(group)
    offered: list[tuple[str, tuple[str, ...], Sequence[str], Callable[[str], str]]] = [
        (COUNTIES, now.counties, compare_facts.county_choices(group), partial(county_words, t=t)),
        (PEOPLE, now.people, compare_facts.class_choices(group), partial(people_words, t=t)),
        (TAGS, now.tags, [*tags], partial(tag_words, tags=tags, t=t)),
    ]
    if not any(choices for _, _, choices, _ in offered):
        return (), (), ()
    said: dict[str, tuple[str, ...]] = {}
    for column, (name, wanted, choices, words) in zip(st.columns(3, gap="small"), offered, strict=True):
        with column:
            said[name] = _several(name, wanted, choices, words, t) if choices else ()
    return said[COUNTIES], said[PEOPLE], said[TAGS]


def clear() -> None:
    """Takes every filter away."""
    state.drop_from_address(EVERY)
    st.rerun()


def size_words(place: str, *, t: Translator) -> str:
    """A class of size in words."""
    return _class_words(int(place), LIMITS, t)


def people_words(place: str, *, t: Translator) -> str:
    """A class of inhabitants in words."""
    if place == NOT_TOLD:
        return t("compare.not_told")
    return _class_words(int(place), compare_facts.LIMITS, t)


def county_words(number: str, *, t: Translator) -> str:
    """A county by its name."""
    return t("compare.not_told") if number == NOT_TOLD else counties()[number].name


def tag_words(tag: str, *, tags: Mapping[str, str], t: Translator) -> str:
    """A tag as people write it; ``tags`` are those of ``compare_facts.tag_choices``."""
    return t("compare.not_told") if tag == NOT_TOLD else tags[tag]


def _class_words(place: int, limits: Sequence[float], t: Translator) -> str:
    classes = size_classes(limits)
    low, high = classes[place]
    key = "under" if not low else "over" if place == len(classes) - 1 else "between"
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
