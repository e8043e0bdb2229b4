"""Running text in lines that the eye can follow, on pages that are wider; and lines in a box."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

LINE: Final = 720
"""Pixels: about 90 characters; a phone is narrower anyway."""


CARD: Final = 860
"""Pixels: a box with running text in it, and with a button beside the text."""


def prose(text: str) -> None:
    """Draws a paragraph no wider than a line should be."""
    st.markdown(text, width=LINE)


def small_print(text: str) -> None:
    """Draws a caption no wider than a line should be."""
    st.caption(text, width=LINE)


def boxed_line(key: str | None = None) -> DeltaGenerator:
    """A box with what it is about to the left and what can be done with it to the right."""
    return st.container(
        border=True,
        horizontal=True,
        horizontal_alignment="distribute",
        vertical_alignment="center",
        key=key,
    )
