"""As many offices at a time as can be taken in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ui import state
from ui.components.compare_view import in_step

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.components.compare_view import CompareView

PAGE = "page"
"""The name in the address."""


def page_of(codes: Sequence[str], view: CompareView, *, size: int) -> Sequence[str]:
    """All of the offices where they have room, else a part of them, with a choice of the others."""
    t = view.t
    if len(codes) <= size:
        return codes
    pages = {str(start // size + 1): codes[start : start + size] for start in range(0, len(codes), size)}

    def words(page: str) -> str:
        start = (int(page) - 1) * size
        ends = {"first": t.number(start + 1), "last": t.number(start + len(pages[page]))}
        return t("compare.page_words", **ends, all=t.number(len(codes)))

    def draw(default: str, key: str) -> str:
        options = list(pages)
        at = options.index(default)
        return st.selectbox(t("compare.page"), options, at, format_func=words, key=key, width=200)

    wanted = state.in_address(PAGE, pages) or "1"
    return pages[in_step(PAGE, wanted, draw, said=lambda one: None if one == "1" else one)]
