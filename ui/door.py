"""Who may come in at the start of a run, and what kept them out."""

from __future__ import annotations

import logging

from storage import BadText, Unavailable
from ui import state
from ui.who import come_in

_TROUBLE = "door.trouble"
"""Remembers the key of the text that tells why someone could not be let in."""


def let_in() -> bool:
    """Whether the app may be shown; what went wrong is told by ``door_trouble``."""
    try:
        inside = come_in()
    except (Unavailable, BadText) as error:
        logging.getLogger(__name__).warning("not let in: %s", error)
        state.remember(_TROUBLE, "sign_in.trouble" if isinstance(error, Unavailable) else "sign_in.bad_name")
        return False
    state.remember(_TROUBLE, None)
    return inside


def door_trouble() -> str | None:
    """The key of the text that tells what went wrong; None where nothing did."""
    return state.recall(_TROUBLE)  # type: ignore[no-any-return]
