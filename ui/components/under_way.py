"""Work that takes long, within a run of the page: how far it is, and a way to stop it.

A click breaks the run off where the bar moves next, so what is made is kept step by step by whoever does
the work, and the next run goes on with it: only ``stop`` ends it.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import streamlit as st

from ui import state

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from i18n import Translator


def begin(name: str) -> None:
    """Asks for work that the page does while it is drawn."""
    state.remember(_key(name), "wanted")


def wanted(name: str) -> bool:
    """Whether the work was asked for, and is neither done nor stopped."""
    return bool(state.recall(_key(name)))


def end(name: str) -> None:
    """The work is done, or is not wanted any more."""
    state.remember(_key(name), None)


@contextmanager
def under_way(name: str, text: str, t: Translator) -> Iterator[Callable[[float, str], None]]:
    """Draws the bar with the way to stop for as long as the work lasts.

    Yields:
        What tells how much is done, 0-1, and in words; the run may end in it.
    """
    place = st.empty()
    with place.container(border=True):
        bar = st.progress(0.0, text)
        if st.button(t("app.stop"), key=f"{name}_stop", icon=":material/close:"):
            end(name)
            st.rerun()

    def told(done: float, words: str) -> None:
        bar.progress(min(done, 1.0), words)

    yield told
    place.empty()


def _key(name: str) -> str:
    return f"work.{name}"
