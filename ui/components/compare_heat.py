"""Offices x criteria with a colour, a number and a sign in each cell.

It is a table in HTML, as what-if's is: it is read as it is seen, row by row, by everyone.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

import numpy as np
import streamlit as st

from ui import state
from ui.components.compare_pages import page_of
from ui.components.compare_view import glyph, in_step, mean, number
from ui.components.prose import prose

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import pandas as pd

    from ui.charts import Palette
    from ui.components.compare_view import CompareView

SORT = "sort"
"""The name in the address."""

TOTAL: Final = "total"
ROWS: Final = 60
"""Offices on one page."""

TINT: Final = "55"
"""A third of a level's colour, as two hexadecimal digits: words on it keep their contrast."""

_NAME = "position:sticky;left:0;z-index:1;min-width:7.5rem;max-width:18rem;text-align:left;font-weight:400"
_TABLE = (
    "width:100%;border-collapse:separate;border-spacing:2px;font-size:0.875rem;"
    "font-variant-numeric:tabular-nums"
)
_CELL = "padding:4px 8px;white-space:nowrap"
_HEAD = "vertical-align:bottom;padding:4px 2px;font-weight:600"
_TURNED = "writing-mode:vertical-rl;transform:rotate(180deg);text-align:left;display:inline-block"


def heat_tab(view: CompareView) -> None:
    """Draws the choice of order, the message, the table and what its signs mean."""
    t = view.t
    prose(heat_words(view))
    with st.container(horizontal=True, gap="small"):
        codes = _order(view)
        shown = page_of(codes, view, size=ROWS)
    st.html(heat_table(view, shown))
    levels = view.model.method.levels.values()
    signs = [f"{glyph(place, view.model)} {t.pick(level.title)}" for place, level in enumerate(levels)]
    st.caption(f"{' · '.join(signs)} · – {t('compare.not_rated').lower()}")


def heat_words(view: CompareView) -> str:
    """Where the offices are strong together, and where weak."""
    means = {code: mean(view.group.rating.score[code]) for code in view.model.criteria}
    rated = {code: one for code, one in means.items() if not np.isnan(one)}
    if not rated:
        return view.t("compare.none_rated")
    best, worst = max(rated, key=rated.__getitem__), min(rated, key=rated.__getitem__)
    return view.t(
        "compare.heat_words",
        best=view.t.pick(view.model.criteria[best].short),
        high=view.t.number(rated[best]),
        worst=view.t.pick(view.model.criteria[worst].short),
        low=view.t.number(rated[worst]),
    )


def heat_table(view: CompareView, codes: Sequence[str]) -> str:
    """The table as HTML without script or class; it scrolls to the side by itself where it is too wide."""
    t, rating, palette = view.t, view.group.rating, view.palette
    heads = [t("compare.total"), *(view.criterion(code) for code in view.model.criteria)]
    scores = rating.score.assign(**{TOTAL: rating.total["score"]})[[TOTAL, *view.model.criteria]]
    levels = rating.levels.assign(**{TOTAL: rating.total["level"]})[[TOTAL, *view.model.criteria]]
    places = [view.group.codes.index(code) for code in codes]
    rows = (
        _row(view.labels[code], scores.iloc[place], levels.iloc[place], view)
        for code, place in zip(codes, places, strict=True)
    )
    return scrolling(heading(heads, t("compare.office"), palette), rows, t("compare.heat_alt"))


def scrolling(heading: str, rows: Iterable[str], label: str) -> str:
    """A table in a frame that can be scrolled to the side, by keyboard too."""
    table = f'<table style="{_TABLE}"><thead>{heading}</thead><tbody>{"".join(rows)}</tbody></table>'
    frame = (
        f'<div role="region" tabindex="0" aria-label="{escape(label, quote=True)}" style="overflow-x:auto">'
    )
    return f"{frame}{table}</div>"


def heading(heads: Sequence[str], corner: str, palette: Palette) -> str:
    """The row of headings, turned so that ten of them have room."""
    turned = "".join(
        f'<th scope="col" style="{_HEAD}"><span style="{_TURNED}">{escape(head)}</span></th>'
        for head in heads
    )
    look = f"{_NAME};{_HEAD};background:{palette.background};color:{palette.quiet}"
    return f'<tr><th scope="col" style="{look}">{escape(corner)}</th>{turned}</tr>'


def row_head(name: str, palette: Palette) -> str:
    """The name of a row, which stays when the table is scrolled to the side."""
    return f'<th scope="row" style="{_NAME};background:{palette.background}">{escape(name)}</th>'


def _row(name: str, scores: pd.Series, levels: pd.Series, view: CompareView) -> str:
    head = row_head(name, view.palette)
    pairs = zip(scores, levels, strict=True)
    return f"<tr>{head}{''.join(_cell(score, int(level), view) for score, level in pairs)}</tr>"


def _cell(score: float, level: int, view: CompareView) -> str:
    if level < 0:
        look = f"background:{_stripes(view.palette)}"
        return f'<td style="{look};{_CELL};text-align:center">–</td>'
    colour = view.palette.level(list(view.model.method.levels.values())[level])
    look = f"background:{colour}{TINT};{_CELL};text-align:right"
    return f'<td style="{look}">{glyph(level, view.model)} {number(score, view.t)}</td>'


def _stripes(palette: Palette) -> str:
    return f"repeating-linear-gradient(115deg,{palette.line} 0 1px,transparent 1px 6px)"


# ------------------------------------------------------------------ order
def _order(view: CompareView) -> list[str]:
    """The offices by the total or by a criterion, highest first; those without come last."""
    t = view.t
    names: Mapping[str, str] = {
        TOTAL: t("compare.total"),
        **{code: view.criterion(code) for code in view.model.criteria},
    }

    def draw(default: str, key: str) -> str:
        options = list(names)
        return st.selectbox(
            t("compare.sort"),
            options,
            options.index(default),
            format_func=names.__getitem__,
            key=key,
            width=280,
        )

    wanted = state.in_address(SORT, names) or TOTAL
    by = in_step(SORT, wanted, draw, said=lambda one: None if one == TOTAL else one)
    rating = view.group.rating
    column = rating.total["score"] if by == TOTAL else rating.score[by]
    return [str(code) for code in column.sort_values(ascending=False, kind="stable").index]
