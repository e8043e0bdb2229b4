"""A widget for each kind of item. What it returns is kept when it differs from what is held."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from scoring.encode import SEPARATOR
from ui import numbers, resources, state
from ui.components.ladder import ladder_grid
from ui.markdown import as_written
from ui.sheet import OWN

if TYPE_CHECKING:
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
    words = {**resources.model().alternatives(code), **specials(item)}
    held = sheet.answers.get(code, "")
    given = st.segmented_control(
        t.pick(item.text),
        list(words),
        default=held or None,
        format_func=lambda word: t.pick(words[word]),
        key=sheet.key(code),
        label_visibility="collapsed",
        wrap=True,
    )
    if (given or "") != held:
        sheet.set_answer(code, given or "")


def _marks(code: str, item: Item, sheet: Sheet, t: Translator) -> None:
    """Any of the alternatives, as many as the item takes."""
    names = resources.model().alternatives(code)
    held = [word for word in sheet.answers.get(code, "").split(SEPARATOR) if word]
    given = st.pills(
        t.pick(item.text),
        list(names),
        selection_mode="multi",
        default=held,
        format_func=lambda word: t.pick(names[word]),
        key=sheet.key(code),
        label_visibility="collapsed",
    )
    if item.at_most is not None and len(given) > item.at_most:
        counted = t.listing([t.pick(names[word]) for word in held])
        st.error(t("assess.too_many", chosen=len(given), at_most=item.at_most, counted=counted or "–"))
    elif set(given) != set(held):
        sheet.set_answer(code, SEPARATOR.join(word for word in names if word in given))


def _number(code: str, item: Item, sheet: Sheet, t: Translator) -> None:
    """A field for the number beside the special answers; giving the one takes the other away."""
    words, held = specials(item), sheet.answers.get(code, "")
    special = held if held in words else ""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        typed = numbers.plain(_field(code, item, "" if special else held, sheet), t)
        st.markdown(t(f"assess.unit_{item.unit}"), width="content")
        chosen = _special(code, words, special, sheet) if words else ""
    if chosen != special:
        _take_special(code, chosen, typed, sheet)
    elif typed and (typed == held or _take_number(code, item, typed, sheet)):
        _echo(item, typed, t)
    elif held and not special and not typed:
        sheet.set_answer(code, "")


def _field(code: str, item: Item, number: str, sheet: Sheet) -> str:
    t = state.translator()
    return (
        st.text_input(
            t.pick(item.text),
            numbers.shown(number, t),
            key=sheet.key(code),
            label_visibility="collapsed",
            width=NUMBER_WIDTH,
        )
        or ""
    )


def _special(code: str, words: dict[str, Texts], held: str, sheet: Sheet) -> str:
    t = state.translator()
    return (
        st.segmented_control(
            t("assess.instead"),
            list(words),
            default=held or None,
            format_func=lambda word: t.pick(words[word]),
            key=sheet.key(f"{code}.special"),
            label_visibility="collapsed",
        )
        or ""
    )


def _take_special(code: str, chosen: str, typed: str, sheet: Sheet) -> None:
    sheet.set_answer(code, chosen)
    if chosen and typed:
        sheet.renew(code)
        st.rerun()


def _take_number(code: str, item: Item, typed: str, sheet: Sheet) -> bool:
    """Keeps a number that fits; one that does not takes an earlier number away, and is named."""
    special = sheet.answers.get(code, "") in specials(item)
    if numbers.fits(resources.model(), code, typed):
        sheet.set_answer(code, typed)
        if special:
            sheet.renew(f"{code}.special")
            st.rerun()
        return True
    if not special:
        sheet.set_answer(code, "")
    st.error(_misfit(item, typed, state.translator()))
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
