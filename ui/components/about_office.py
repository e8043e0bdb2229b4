"""What an office is grouped by: county, inhabitants, own tags. Kept at once; no answers, and never scored."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import streamlit as st

from scoring.counties import counties
from scoring.facts import COUNTY, INHABITANTS, MOST_INHABITANTS, MOST_TAGS, TAG_LENGTH, TAGS, tidy_tags
from storage import Action
from ui import own, state
from ui.desk import desk

if TYPE_CHECKING:
    from collections.abc import Callable

    from i18n import Translator


_PREFIX: Final = "about."


def about_office() -> None:
    """Draws the facts of the office, as many as anyone likes to tell."""
    t = state.translator()
    with st.expander(t("about.title"), type="compact", key="about_office"):
        st.caption(t("about.text"))
        first, second = st.columns(2, gap="small")
        with first:
            _kept(COUNTY, _county, t)
        with second:
            _kept(INHABITANTS, _inhabitants, t)
        _kept(TAGS, _tags, t)


def _kept(fact: str, draw: Callable[[Any, str, Callable[[], None], Translator], None], t: Translator) -> None:
    """A field whose answer is kept where it is drawn, and as its callback: see ``state``."""
    begins = state.steady(_PREFIX + fact, getattr(state.assessment().facts, fact))
    key = state.key(_PREFIX + fact)
    take = partial(_take, fact, key)
    draw(begins, key, take, t)
    take()


def _take(fact: str, key: str) -> None:
    """Keeps what a field says, where that differs from what is held."""
    said = state.given(key)
    value = tidy_tags(tag[:TAG_LENGTH] for tag in said)[:MOST_TAGS] if fact == TAGS else said
    held = state.assessment().facts
    changed: dict[str, Any] = {fact: value}
    if getattr(held, fact) != value:
        own.set_facts(replace(held, **changed))
    state.remember(_PREFIX + fact, getattr(state.assessment().facts, fact))
    if fact == TAGS and set(said) != set(value):
        state.renew(_PREFIX + fact)  # what was put right is shown so


def _county(begins: str | None, key: str, take: Callable[[], None], t: Translator) -> None:
    numbers = [*counties()]
    st.selectbox(
        t("about.county"),
        numbers,
        numbers.index(begins) if begins in numbers else None,
        format_func=lambda number: counties()[number].name,
        key=key,
        placeholder=t("compare.not_told"),
        on_change=take,
        disabled=_closed(),
    )


def _inhabitants(begins: int | None, key: str, take: Callable[[], None], t: Translator) -> None:
    st.number_input(
        t("about.inhabitants"),
        0,
        MOST_INHABITANTS,
        begins,
        step=1,
        key=key,
        placeholder=t("compare.not_told"),
        on_change=take,
        disabled=_closed(),
    )


def _tags(begins: tuple[str, ...], key: str, take: Callable[[], None], t: Translator) -> None:
    st.multiselect(
        t("about.tags"),
        begins,
        begins,
        key=key,
        help=t("about.tags_help", most=MOST_TAGS, longest=TAG_LENGTH),
        placeholder=t("about.tags_hint"),
        max_selections=MOST_TAGS,
        accept_new_options=True,
        select_all=False,
        on_change=take,
        disabled=_closed(),
    )


def _closed() -> bool:
    return not desk().may(Action.RENAME)
