"""Follows a card that moves: its new deadline may put it elsewhere in the list."""

from __future__ import annotations

from ui import state
from ui.components.script import run_script

CARD = "plan_card_"
"""Begins the key of a card; its place in the plan as the session holds it ends it."""

_MOVED, _TIMES = "plan.moved", "plan.times"
"""Remembers which card moved, and how many have."""


def moved(place: int) -> None:
    """Remembers that a card may stand elsewhere when the page is drawn again."""
    state.remember(_MOVED, place)
    state.remember(_TIMES, int(state.recall(_TIMES) or 0) + 1)


def follow() -> None:
    """Puts a lost focus on the heading of the card that moved, once."""
    place = state.recall(_MOVED)
    if place is None:
        return
    state.remember(_MOVED, None)
    run_script("follow", card=f"{CARD}{int(place)}", times=int(state.recall(_TIMES) or 0))
