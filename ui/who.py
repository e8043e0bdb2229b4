"""On whose behalf the store is asked."""

from __future__ import annotations

import os

from storage import LOCAL, NOBODY, Actor
from ui.service.settings import mode_of


def actor() -> Actor:
    """Whoever runs Tikamp on an own machine owns what is in the own store; in hosted mode, nobody yet.

    A hosted app does not know its people so far. Until it does, it reads and stores nothing for anyone.
    """
    return LOCAL if mode_of(os.environ) == "local" else NOBODY
