"""A widget for each kind of item. What it returns is kept when it differs from what is held."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from scoring.encode import SEPARATOR
from ui import numbers, resources, state
from ui.components.ladder import ladder_grid
from ui.markdown import as_written
from ui.sheet import OWN

if TYPE_CHECKING:
    from collections.abc import Callable

    from i18n import Translator
    from scoring.model_types import Item, Texts
    from ui.sheet import Sheet

YEAR = "year"
THOUSAND = 1000
NUMBER_WIDTH = 170
"""In pixels; Streamlit shows its own English hint in fields wider than 180."""


def answer_widget(code: str, sheet: Sheet = OWN) -> None:
    """Draws the widget for one item, named by its question.

    Args:
        code: An asked item of the model.
        sheet: What it reads and writes: the person's own answers, or those being tried.
    """
    t, item = state.translator(), resources.model().items[code]
    if item.kind in {"three_point", "choice"}:
        _choice(code, item, sheet, t)
    elif item.kind == "multi":
        _marks(code, item, sheet, t)
    elif item.kind == "ladder":
        ladder_grid(sheet)
    else:
        _number(code, item, sheet, t)


def specials(item: Item) -> dict[str, Texts]:
    """The special answers that an item takes, by code."""
    texts = resources.model().survey.special
    allowed = {"does_not_apply": item.does_not_apply, "do_not_know": item.do_not_know}
    return {str(word): text for word, text in texts.items() if allowed[word]}


def _choice(code: str, item: Item, sheet: Sheet, t: Translator) -> None:
    words, key = {**resources.model().alternatives(code), **specials(item)}, sheet.key(code)
    take = partial(sheet.take, code, key)
    st.segmented_control(
        t.pick(item.text),
        list(words),
        default=sheet.answers.get(code, "") or None,
        format_func=lambda word: t.pick(words[word]),
        key=key,
        label_visibility="collapsed",
        on_change=take,
        disabled=sheet.closed,
        wrap=True,
    )
    take()


def _marks(code: str, item: Item, sheet: Sheet, t: Translator) -> None:
    """Any of the alternatives, as many as the item takes."""
    names, key = resources.model().alternatives(code), sheet.key(code)
    take = partial(_take_marks, code, item.at_most, sheet, key)
    given: list[str] = st.pills(
        t.pick(item.text),
        list(names),
        selection_mode="multi",
        default=_marked(code, sheet),
        format_func=lambda word: t.pick(names[word]),
        key=key,
        label_visibility="collapsed",
        on_change=take,
        disabled=sheet.closed,
    )
    take()
    if item.at_most is not None and len(given) > item.at_most:
        counted = t.listing([t.pick(names[word]) for word in _marked(code, sheet)])
        st.error(t("assess.too_many", chosen=len(given), at_most=item.at_most, counted=counted or "–"))


def _marked(code: str, sheet: Sheet) -> list[str]:
    return [word for word in sheet.answers.get(code, "").split(SEPARATOR) if word]


def _take_marks(code: str, at_most: int | None, sheet: Sheet, key: str) -> None:
    """Keeps what is marked, in the model's order; one too many changes nothing."""
    given = state.given(key) or []
    if set(given) != set(_marked(code, sheet)) and (at_most is None or len(given) <= at_most):
        names = resources.model().alternatives(code)
        sheet.set_answer(code, SEPARATOR.join(word for word in names if word in given))


def _number(code: str, item: Item, sheet: Sheet, t: Translator) -> None:
    """A field for the number beside the special answers; giving the one takes the other away."""
    number, special = sheet.key(code), sheet.key(f"{code}.special")
    take_number = partial(_take_number, code, sheet, number)
    take_special = partial(_take_special, code, sheet, special)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        typed = numbers.plain(_field(code, number, sheet, take_number), t)
        st.markdown(t(f"assess.unit_{item.unit}"), width="content")
        if specials(item):
            _special(code, special, sheet, take_special)
    take_special()
    take_number()
    if (number, special) != (sheet.key(code), sheet.key(f"{code}.special")):
        st.rerun()
    if typed and typed == sheet.answers.get(code, ""):
        _echo(item, typed, t)
    elif typed:
        st.error(_misfit(item, typed, t))


def _field(code: str, key: str, sheet: Sheet, take: Callable[[], None]) -> str:
    t, item = state.translator(), resources.model().items[code]
    held = sheet.answers.get(code, "")
    return (
        st.text_input(
            t.pick(item.text),
            numbers.shown("" if held in specials(item) else held, t),
            key=key,
            label_visibility="collapsed",
            on_change=take,
            disabled=sheet.closed,
            width=NUMBER_WIDTH,
        )
        or ""
    )


def _special(code: str, key: str, sheet: Sheet, take: Callable[[], None]) -> None:
    t, words = state.translator(), specials(resources.model().items[code])
    held = sheet.answers.get(code, "")
    st.segmented_control(
        t("assess.instead"),
        list(words),
        default=held if held in words else None,
        format_func=lambda word: t.pick(words[word]),
        key=key,
        label_visibility="collapsed",
        on_change=take,
        disabled=sheet.closed,
    )


def _take_special(code: str, sheet: Sheet, key: str) -> None:
    """Keeps a special answer, which empties the number's field; or takes it back."""
    held, chosen = sheet.answers.get(code, ""), state.given(key) or ""
    words = specials(resources.model().items[code])
    if chosen != (held if held in words else ""):
        sheet.set_answer(code, chosen)
        if chosen:
            sheet.renew(code)


def _take_number(code: str, sheet: Sheet, key: str) -> None:
    """Keeps a number that fits instead of a special answer; one that does not takes an earlier one away."""
    held, model = sheet.answers.get(code, ""), resources.model()
    typed = numbers.plain(state.given(key) or "", state.translator())
    special = held in specials(model.items[code])
    if typed == held or (special and not typed):
        return
    fits = bool(typed) and numbers.fits(model, code, typed)
    if fits and special:
        sheet.renew(f"{code}.special")
    if fits or (held and not special):
        sheet.set_answer(code, typed if fits else "")


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
