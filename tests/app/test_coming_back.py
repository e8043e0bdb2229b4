"""The numbers of fields that were drawn anew, as a page tells them."""

from __future__ import annotations

import pytest

from ui.coming_back import numbers_in


def test_only_what_was_drawn_anew_has_a_number() -> None:
    keys = ["goals#aB-_9.0.nb", "note.goals#aB-_9.2.nb", "fte.special#aB-_9.11.en", "next", None]
    assert numbers_in(keys) == {"note.goals": 2, "fte.special": 11}


@pytest.mark.parametrize(
    "key", ["", "#x.1.nb", "goals#x.1", "goals#x.-1.nb", "goals#x.1234567.nb", "g#x y.1.nb"]
)
def test_a_page_may_say_anything(key: str) -> None:
    assert numbers_in([key]) == {}
