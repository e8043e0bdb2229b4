"""Whose answers a figure shows, where the report splits it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ui import state

if TYPE_CHECKING:
    from collections.abc import Sequence

    from i18n import Translator


def choose_population(known: Sequence[str], name: str, t: Translator) -> str:
    """Draws the choice, and nothing where there is none.

    Args:
        known: The populations that the figure is printed for, the widest first.
        name: Of the widget, unlike any other.
        t: The language.

    Returns:
        One of ``known``; the first until the person chooses.
    """
    if len(known) == 1:
        return known[0]
    chosen = st.segmented_control(
        t("population.label"),
        known,
        default=known[0],
        format_func=lambda one: t(f"population.{one}"),
        required=True,
        key=state.key(name),
    )
    return chosen or known[0]
