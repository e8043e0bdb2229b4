"""The service ladder as a grid: a field a row, a step a click."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from report.places import place_text
from ui import resources, state
from ui.components.saved import clash_note
from ui.sheet import OWN

if TYPE_CHECKING:
    from i18n import Translator
    from scoring.model_types import ServiceField
    from ui.sheet import Sheet

NOT_OFFERED = "not_offered"
_FILLED = "ladder.filled"
"""Remembers the columns that were filled in one go, for the undo."""


def ladder_grid(sheet: Sheet = OWN) -> None:
    """Draws the steps, the fields in their groups, and the help for the rest."""
    t, model = state.translator(), resources.model()
    _steps(t)
    for level in dict.fromkeys(field.level for field in model.fields.values()):
        st.markdown(f"**{t(f'assess.fields_{level}')}**")
        with st.container(gap="xxsmall"):
            for code, field in model.fields.items():
                if field.level == level:
                    _row(code, field, sheet)
    _rest(sheet)


def field_question(code: str) -> None:
    """Draws one field of the ladder as a question of its own, with the steps written out.

    Args:
        code: A field of the model.
    """
    t, model = state.translator(), resources.model()
    field, item = model.fields[code], model.items[model.method.ladder_item]
    column = _column(code)
    held = state.assessment().answers.get(column, "")
    with st.container(key=f"question_{column}", gap=12):
        st.markdown(f"**{t.pick(field.title)}: {t.pick(item.text)}**")
        st.caption(t.pick(field.help))
        clash_note(column)
        key = OWN.key(column)
        take = partial(OWN.take, column, key)
        st.segmented_control(
            t.pick(field.title),
            list(model.service.steps),
            default=held or None,
            format_func=lambda step: t.pick(model.service.steps[step]),
            key=key,
            label_visibility="collapsed",
            on_change=take,
            disabled=OWN.closed,
            wrap=True,
        )
        st.caption(t("assess.source", place=place_text(item.place, t)))
    take()


def stand_in_note() -> None:
    """Says which fields count as the most demanded until the office has marked its own."""
    t, model = state.translator(), resources.model()
    if not state.assessment().answers.get(model.method.demanded_item):
        names = [t.pick(model.fields[code].title) for code in model.method.stand_in_fields]
        with st.container(border=True, key="stand_in"):
            st.markdown(f":material/info: {t('assess.stand_in', fields=t.listing(names))}")


def _steps(t: Translator) -> None:
    """What the numbers mean, in one line that wraps."""
    steps = resources.model().service.steps
    parts = [f"**{_short(step, t)}**\N{NO-BREAK SPACE}{t.pick(text)}" for step, text in steps.items()]
    st.markdown(" · ".join(parts))


def _short(step: str, t: Translator) -> str:
    """A step in as few letters as seven on a row of a phone leave room for."""
    return t("assess.not_offered") if step == NOT_OFFERED else step


def _row(code: str, field: ServiceField, sheet: Sheet) -> None:
    t, column = state.translator(), _column(code)
    clash_note(column)
    held, key = sheet.answers.get(column, ""), sheet.key(column)
    take = partial(sheet.take, column, key)
    with st.container(
        horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", gap="xxsmall"
    ):
        st.markdown(t.pick(field.title), width="content", help=t.pick(field.help))
        st.segmented_control(
            t.pick(field.title),
            list(resources.model().service.steps),
            default=held or None,
            format_func=lambda step: _short(step, t),
            key=key,
            label_visibility="collapsed",
            on_change=take,
            disabled=sheet.closed,
        )
    take()


def _rest(sheet: Sheet) -> None:
    """Fills the rows that are left with "not offered", and takes that back again."""
    t, answers = state.translator(), sheet.answers
    blank = [_column(code) for code in resources.model().fields if not answers.get(_column(code))]
    filled: list[str] = [
        column for column in state.recall(sheet.name + _FILLED) or [] if answers.get(column) == NOT_OFFERED
    ]
    with st.container(horizontal=True, vertical_alignment="center"):
        if blank and not sheet.closed and st.button(t("assess.fill_rest"), key="ladder_fill"):
            state.remember(sheet.name + _FILLED, blank)
            _write(blank, NOT_OFFERED, sheet)
        if filled:
            st.markdown(t.plural("assess.filled", len(filled)), width="content")
            if st.button(t("assess.undo"), key="ladder_undo", type="tertiary"):
                state.remember(sheet.name + _FILLED, None)
                _write(filled, "", sheet)


def _write(columns: list[str], text: str, sheet: Sheet) -> None:
    sheet.set_answers(dict.fromkeys(columns, text))
    sheet.renew(*columns)
    st.rerun()


def _column(field: str) -> str:
    return f"{resources.model().method.ladder_item}.{field}"
