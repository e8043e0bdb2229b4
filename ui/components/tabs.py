"""Tabs of which one is open: its name is in the address, and only what is open is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ui import state

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def tabs(
    name: str,
    views: Mapping[str, Callable[[], None]],
    *,
    labels: Mapping[str, str],
    place: str = state.VIEW,
    wanted: str | None = None,
) -> None:
    """Draws the tabs and what the open one holds.

    Args:
        name: What the widget is called.
        views: Tab -> what draws it; the first is open where nothing else is asked for.
        labels: Tab -> what stands on it.
        place: The name in the address, which says nothing of the first tab.
        wanted: The tab that is asked for in another way than by ``place``.
    """
    usual = next(iter(views))
    first = labels[state.steady(name, wanted or state.in_address(place, views) or usual)]
    drawn = st.tabs([labels[one] for one in views], default=first, key=state.key(name), on_change="rerun")
    for one, tab in zip(views, drawn, strict=True):
        if tab.open:
            state.put_in_address(place, None if one == usual else one)
            state.remember(name, one)
            with tab:
                views[one]()
