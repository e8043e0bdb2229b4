"""Follows a card that moves: its new deadline may put it elsewhere in the list."""

from __future__ import annotations

import streamlit as st

from ui import state

CARD = "plan_card_"
"""Begins the key of a card; its place in the plan as the session holds it ends it."""

_MOVED, _TIMES = "plan.moved", "plan.times"
"""Remembers which card moved, and how many have."""

# The browser drops the focus of what is moved: the Tab key would go on in another measure's card.
_SCRIPT = """<script>/* {times} */ setTimeout(() => {{
  if (document.activeElement && document.activeElement !== document.body) return;
  const heading = document.querySelector(".st-key-{card}{place} h3");
  if (heading) {{
    heading.tabIndex = -1;
    heading.style.outline = "none";
    heading.focus();
  }}
}}, 300);</script>"""


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
    script = _SCRIPT.format(times=state.recall(_TIMES), card=CARD, place=int(place))
    st.html(script, unsafe_allow_javascript=True)
