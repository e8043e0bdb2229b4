"""On whose behalf the store is asked."""

from __future__ import annotations

from storage import LOCAL, Actor


def actor() -> Actor:
    """Whoever runs Tikamp on an own machine owns what is in the own store."""
    return LOCAL
