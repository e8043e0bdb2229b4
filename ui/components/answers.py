"""A widget for each kind of item. What it returns is kept when it differs from what is held."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from scoring.encode import SEPARATOR
from ui import numbers, resources, state
from ui.components.ladder import ladder_grid
from ui.markdown import as_written

if TYPE_CHECKING:
    from i18n import Translator
    from scoring.model_types import Item, Texts

YEAR = "year"
THOUSAND = 1000
NUMBER_WIDTH = 170
"""In pixels; Streamlit shows its own English hint in fields wider than 180."""


def answer_widget(code: str) -> None:
    """Draws the widget for one item, named by its question.

    Args:
        code: An asked item of the model.
    """
    t, item = state.translator(), resources.model().items[code]
    if item.kind in {"three_point", "choice"}:
        _choice(code, item, t)
    elif item.kind == "multi":
        _marks(code, item, t)
    elif item.kind == "ladder":
        ladder_grid()
    else:
        _number(code, item, t)


def specials(item: Item) -> dict[str, Texts]:
    """The special answers that an item takes, by code."""
    texts = resources.model().survey.special
    allowed = {"does_not_apply": item.does_not_apply, "do_not_know": item.do_not_know}
    return {str(word): text for word, text in texts.items() if allowed[word]}


def _choice(code: str, item: Item, t: Translator) -> None:
    words = {**resources.model().alternatives(code), **specials(item)}
    held = _held(code)
    given = st.segmented_control(
        t.pick(item.text),
        list(words),
        default=held or None,
        format_func=lambda word: t.pick(words[word]),
        key=state.key(code),
        label_visibility="collapsed",
        wrap=True,
    )
    if (given or "") != held:
        state.set_answer(code, given or "")


def _marks(code: str, item: Item, t: Translator) -> None:
    """Any of the alternatives, as many as the item takes."""
    names = resources.model().alternatives(code)
    held = [word for word in _held(code).split(SEPARATOR) if word]
    given = st.pills(
        t.pick(item.text),
        list(names),
        selection_mode="multi",
        default=held,
        format_func=lambda word: t.pick(names[word]),
        key=state.key(code),
        label_visibility="collapsed",
    )
    if item.at_most is not None and len(given) > item.at_most:
        counted = t.listing([t.pick(names[word]) for word in held])
        st.error(t("assess.too_many", chosen=len(given), at_most=item.at_most, counted=counted or "–"))
    elif set(given) != set(held):
        state.set_answer(code, SEPARATOR.join(word for word in names if word in given))


def _number(code: str, item: Item, t: Translator) -> None:
    """A field for the number beside the special answers; giving the one takes the other away."""
    words, held = specials(item), _held(code)
    special = held if held in words else ""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        typed = numbers.plain(_field(code, item, "" if special else held, t), t)
        st.markdown(t(f"assess.unit_{item.unit}"), width="content")
        chosen = _special(code, words, special, t) if words else ""
    if chosen != special:
        _take_special(code, chosen, typed)
    elif typed and (typed == held or _take_number(code, item, typed, t)):
        _echo(item, typed, t)
    elif held and not special and not typed:
        state.set_answer(code, "")


def _field(code: str, item: Item, number: str, t: Translator) -> str:
    return (
        st.text_input(
            t.pick(item.text),
            numbers.shown(number, t),
            key=state.key(code),
            label_visibility="collapsed",
            width=NUMBER_WIDTH,
        )
        or ""
    )


def _special(code: str, words: dict[str, Texts], held: str, t: Translator) -> str:
    return (
        st.segmented_control(
            t("assess.instead"),
            list(words),
            default=held or None,
            format_func=lambda word: t.pick(words[word]),
            key=state.key(f"{code}.special"),
            label_visibility="collapsed",
        )
        or ""
    )


def _take_special(code: str, chosen: str, typed: str) -> None:
    state.set_answer(code, chosen)
    if chosen and typed:
        state.renew(code)
        st.rerun()


def _take_number(code: str, item: Item, typed: str, t: Translator) -> bool:
    """Keeps a number that fits; one that does not takes an earlier number away, and is named."""
    special = _held(code) in specials(item)
    if numbers.fits(resources.model(), code, typed):
        state.set_answer(code, typed)
        if special:
            state.renew(f"{code}.special")
            st.rerun()
        return True
    if not special:
        state.set_answer(code, "")
    st.error(_misfit(item, typed, t))
    return False


def _echo(item: Item, typed: str, t: Translator) -> None:
    """A long number once more with its thousands set apart, so that a zero too many is seen."""
    if float(typed) >= THOUSAND and item.unit != YEAR:
        st.caption(f"= {numbers.written_out(typed, t)} {t(f'assess.unit_{item.unit}')}")


def _misfit(item: Item, typed: str, t: Translator) -> str:
    """What would be right instead of what was typed."""
    found = as_written(typed)
    kind = t("assess.whole_number" if item.whole else "assess.number")
    write = numbers.shown if item.unit == YEAR else numbers.written_out
    low = write(f"{item.minimum or 0:g}", t)
    if item.maximum is None:
        return t("assess.number_from", found=found, kind=kind, low=low)
    high = write(f"{item.maximum:.0f}", t)
    return t("assess.number_between", found=found, kind=kind, low=low, high=high)


def _held(code: str) -> str:
    return state.assessment().answers.get(code, "")
