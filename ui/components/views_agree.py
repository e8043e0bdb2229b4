"""The agreed answer to one question: blank until the leader sets it, then the leader's own answer."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from scoring.encode import SEPARATOR
from ui import numbers, resources, staff_views, state
from ui.components.answers import NUMBER_WIDTH, specials
from ui.components.views_words import answer_words, choices, item_of
from ui.markdown import as_written

if TYPE_CHECKING:
    from collections.abc import Callable

    from i18n import Translator
    from scoring.views import Difference

OTHER = f"{SEPARATOR}other"
"""Another answer than those that were given; no answer begins so."""


def agree(one: Difference, t: Translator) -> None:
    """Draws the choice of the agreed answer and keeps what is chosen.

    Args:
        one: A difference, as ``staff_views.parted`` found it.
        t: The language.
    """
    words = choices(one.column, resources.model())
    take = partial(_take, one.column, _key(one.column), _key(f"{one.column}.other"))
    if words is None:
        _choose(one, take, t)
    else:
        _segments(one.column, list(words), take, t)
    take()
    if _agreed(one.column):
        _settled(one, t)


def _agreed(column: str) -> str:
    found = staff_views.agreements().get(column)
    return found.agreed if found else ""


# ------------------------------------------------------------------ what the fields say
def _take(column: str, key: str, other: str) -> None:
    """Makes what the fields of these keys say the agreed answer, where that is another one."""
    given = _given(column, key, other)
    if given != _agreed(column):
        staff_views.settle(column, given)
        state.renew(column, f"{column}.special")


def _given(column: str, key: str, other: str) -> str:
    """The answer in the fields; one that cannot be used leaves what was agreed."""
    chosen = str(state.given(key) or "")
    if chosen != OTHER:
        return chosen
    said = _other_answer(column, state.given(other))
    return _agreed(column) if _fault(column, said, state.translator()) else said


def _other_answer(column: str, said: str | list[str] | None) -> str:
    """A number as it is typed, or marks in the model's order."""
    if isinstance(said, list):
        return SEPARATOR.join(word for word in resources.model().alternatives(column) if word in said)
    return numbers.plain(said or "", state.translator())


def _fault(column: str, answer: str, t: Translator) -> str | None:
    """Why another answer cannot be used: no such number, or too many marks."""
    model = resources.model()
    if model.items[column].kind != "multi":
        misfit = answer and not numbers.fits(model, column, answer)
        return t("views.misfit", found=as_written(answer)) if misfit else None
    chosen, most = len(_marked(answer)), model.items[column].at_most
    too_many = most is not None and chosen > most
    return t("views.too_many", chosen=t.number(chosen), most=t.number(most or 0)) if too_many else None


def _marked(answer: str) -> list[str]:
    return [word for word in answer.split(SEPARATOR) if word]


# ------------------------------------------------------------------ the fields
def _segments(column: str, answers: list[str], take: Callable[[], None], t: Translator) -> None:
    model = resources.model()
    st.segmented_control(
        t("views.agree"),
        answers,
        default=_agreed(column) or None,
        format_func=lambda answer: answer_words(column, answer, model, t),
        key=_key(column),
        on_change=take,
        wrap=True,
    )


def _choose(one: Difference, take: Callable[[], None], t: Translator) -> None:
    """One of the answers that were given, or another one, written or marked."""
    model, agreed = resources.model(), _agreed(one.column)
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
        on_change=take,
        horizontal=True,
    )
    if chosen == OTHER:
        draw = _marks if item.kind == "multi" else _number
        said = draw(one.column, agreed if start == OTHER else "", take, t)
        fault = _fault(one.column, _other_answer(one.column, said), t)
        if fault:
            st.error(fault)


def _number(column: str, agreed: str, take: Callable[[], None], t: Translator) -> str:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        typed = st.text_input(
            t("views.other"),
            numbers.shown(agreed, t),
            key=_key(f"{column}.other"),
            label_visibility="collapsed",
            on_change=take,
            width=NUMBER_WIDTH,
        )
        st.markdown(t(f"assess.unit_{resources.model().items[column].unit}"), width="content")
    return typed or ""


def _marks(column: str, agreed: str, take: Callable[[], None], t: Translator) -> list[str]:
    """Any of the alternatives."""
    names = resources.model().alternatives(column)
    marked: list[str] = st.pills(
        t("views.other"),
        list(names),
        selection_mode="multi",
        default=_marked(agreed),
        format_func=lambda word: t.pick(names[word]),
        key=_key(f"{column}.other"),
        label_visibility="collapsed",
        on_change=take,
    )
    return marked


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
