"""What was understood of a file: its columns, how much of each section it answers, its first offices."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd
import streamlit as st

from scoring.encode import NOTE, OFFICE
from scoring.labels import answer_texts, column_texts
from ui import form, resources, state
from ui.numbers import shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from i18n import Translator
    from scoring.understood import Column, Understood
    from ui.brought import Brought

ROWS: Final = 10
"""Rows of a table that are seen at once; it scrolls to the others."""

ROW: Final = 36  # pixels

BETWEEN: Final = "; "


def understood_tabs(one: Brought, told: Understood, t: Translator) -> None:
    """Draws the three tables, each under its own tab."""
    draw: dict[str, Callable[[Brought, Understood, Translator], None]] = {
        "columns": _columns,
        "sections": _sections,
        "first": _first,
    }
    tabs = st.tabs([t(f"files.tab_{name}") for name in draw], key=state.key(f"bring_tabs_{one.number}"))
    for tab, table in zip(tabs, draw.values(), strict=True):
        with tab:
            table(one, told, t)


def meaning(column: Column, t: Translator) -> str:
    """What a column was understood as, in the words of the model."""
    texts = column_texts(resources.model().survey, resources.model().service)
    code = column.code.removeprefix(NOTE)
    title = t.pick(texts[code]) if code in texts else column.code
    match column.kind:
        case "note":
            return t("files.kind_note", question=title)
        case "reasons" | "nameless":
            return t(f"files.kind_{column.kind}")
        case _:
            return title


def _columns(one: Brought, told: Understood, t: Translator) -> None:
    words = [t.plural("files.columns_read", len(told.read))]
    words += [t.plural("files.passed_over", len(told.passed_over))] if told.passed_over else []
    st.markdown(" ".join(words))
    rows = [
        (column.place, meaning(column, t), t(f"files.how_{column.language or 'code'}"))
        for column in [*told.passed_over, *told.read]
    ]
    titles = [t(f"files.column_{name}") for name in ("place", "meaning", "how")]
    _table(pd.DataFrame(rows, columns=titles), t("files.columns_alt", file=one.name))


def _sections(_: Brought, told: Understood, t: Translator) -> None:
    rows = [
        (
            form.title(resources.model(), section, t),
            t("files.section_of", given=t.number(part.given), asked=t.number(part.asked)),
            t.number(part.answers),
            t.percent(part.answers / part.cells) if part.cells else "–",
        )
        for section, part in told.answered.items()
    ]
    titles = [t(f"files.section{name}") for name in ("", "_given", "_answers", "_share")]
    _table(pd.DataFrame(rows, columns=titles), t("files.sections_alt"))


def _first(_: Brought, told: Understood, t: Translator) -> None:
    """A question a row, an office a column: there are more questions than a screen is wide."""
    model = resources.model()
    texts = column_texts(model.survey, model.service)
    cells = told.first.loc[:, ~told.first.columns.duplicated()].fillna("")
    names = [str(name) for name in cells.get(OFFICE, [])]
    columns = [str(column) for column in cells if column != OFFICE and column in texts]
    rows = [
        [t.pick(texts[column]), *(_answer(column, cell, t) for cell in cells[column])] for column in columns
    ]
    table = pd.DataFrame(rows, columns=[t("files.first_question"), *map(str, range(len(names)))])
    _table(table, t("files.first_alt"), {str(place): name for place, name in enumerate(names)})


def _answer(column: str, cell: str, t: Translator) -> str:
    """One answer by its label; numbers as this language writes them."""
    model = resources.model()
    words = answer_texts(column, model.survey, model.service)
    parts = [part.strip() for part in cell.split("|") if part.strip()]
    return BETWEEN.join(t.pick(words[part]) if part in words else shown(part, t) for part in parts)


def _table(table: pd.DataFrame, alt: str, names: dict[str, str] | None = None) -> None:
    """A table that scrolls by itself; ``names`` may be the same for two columns, as people's words may."""
    st.dataframe(
        table,
        height=ROW * (min(len(table), ROWS) + 1) + 2,
        row_height=ROW,
        hide_index=True,
        column_config={code: st.column_config.TextColumn(name) for code, name in (names or {}).items()},
        alt=alt,
        placeholder="–",
    )
