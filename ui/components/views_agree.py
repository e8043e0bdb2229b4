"""The agreed answer to one question: blank until the leader sets it, then the leader's own answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from scoring.encode import SEPARATOR
from ui import numbers, resources, staff_views, state
from ui.components.answers import NUMBER_WIDTH, specials
from ui.components.views_words import answer_words, choices, item_of
from ui.markdown import as_written

if TYPE_CHECKING:
    from i18n import Translator
    from scoring.views import Difference

OTHER = "other"


def agree(one: Difference, t: Translator) -> None:
    """Draws the choice of the agreed answer and keeps what is chosen.

    Args:
        one: A difference, as ``staff_views.parted`` found it.
        t: The language.
    """
    agreed = _agreed(one.column)
    words = choices(one.column, resources.model())
    given = _choose(one, agreed, t) if words is None else _segments(one.column, list(words), agreed, t)
    if given != agreed:
        staff_views.settle(one.column, given)
        state.renew(one.column, f"{one.column}.special")
    if _agreed(one.column):
        _settled(one, t)


def _agreed(column: str) -> str:
    found = staff_views.agreements().get(column)
    return found.agreed if found else ""


def _segments(column: str, answers: list[str], agreed: str, t: Translator) -> str:
    model = resources.model()
    given = st.segmented_control(
        t("views.agree"),
        answers,
        default=agreed or None,
        format_func=lambda answer: answer_words(column, answer, model, t),
        key=_key(column),
        wrap=True,
    )
    return given or ""


def _choose(one: Difference, agreed: str, t: Translator) -> str:
    """One of the answers that were given, or another one, written or marked."""
    model = resources.model()
    item = model.items[item_of(one.column)]
    given = list(dict.fromkeys(filter(None, [one.leader, *one.staff, *specials(item)])))
    options = [*given, OTHER]
    start = None if not agreed else agreed if agreed in given else OTHER
    chosen = st.radio(
        t("views.agree"),
        options,
        index=None if start is None else options.index(start),
        format_func=lambda answer: (
            t("views.other") if answer == OTHER else answer_words(one.column, answer, model, t)
        ),
        key=_key(one.column),
        horizontal=True,
    )
    if chosen != OTHER:
        return str(chosen or "")
    return _other(one.column, agreed if start == OTHER else "", t)


def _other(column: str, agreed: str, t: Translator) -> str:
    item = resources.model().items[column]
    return _marks(column, agreed, t) if item.kind == "multi" else _number(column, agreed, t)


def _number(column: str, agreed: str, t: Translator) -> str:
    model = resources.model()
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        typed = st.text_input(
            t("views.other"),
            numbers.shown(agreed, t),
            key=_key(f"{column}.other"),
            label_visibility="collapsed",
            width=NUMBER_WIDTH,
        )
        st.markdown(t(f"assess.unit_{model.items[column].unit}"), width="content")
    number = numbers.plain(typed or "", t)
    if number and not numbers.fits(model, column, number):
        st.error(t("views.misfit", found=as_written(number)))
        return agreed
    return number


def _marks(column: str, agreed: str, t: Translator) -> str:
    """Any of the alternatives; one too many keeps what was agreed."""
    names, most = resources.model().alternatives(column), resources.model().items[column].at_most
    marked = st.pills(
        t("views.other"),
        list(names),
        selection_mode="multi",
        default=[word for word in agreed.split(SEPARATOR) if word],
        format_func=lambda word: t.pick(names[word]),
        key=_key(f"{column}.other"),
        label_visibility="collapsed",
    )
    if most is not None and len(marked) > most:
        st.error(t("views.too_many", chosen=t.number(len(marked)), most=t.number(most)))
        return agreed
    return SEPARATOR.join(word for word in names if word in marked)


def _settled(one: Difference, t: Translator) -> None:
    """Says that this one is settled, and takes it back on request."""
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.markdown(f":material/check_circle: **{t('views.settled')}**", width="content")
        if st.button(t("views.reopen"), key=f"reopen_{one.column}", type="tertiary", icon=":material/undo:"):
            staff_views.settle(one.column, "")
            state.renew(one.column, f"{one.column}.special", *_names(one.column))
            st.rerun()


def _names(column: str) -> tuple[str, str]:
    return f"agreed.{column}", f"agreed.{column}.other"


def _key(column: str) -> str:
    return state.key(f"agreed.{column}")
