"""Running text in lines that the eye can follow, on pages that are wider."""

from __future__ import annotations

from typing import Final

import streamlit as st

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
