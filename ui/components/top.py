"""Back to the top when another part of the form opens."""

from __future__ import annotations

from ui.components.script import run_script


def to_the_top(part: str) -> None:
    """Scrolls up and puts the focus on the heading, once for each new ``part``.

    Args:
        part: The code of what the page shows now; nothing that a person wrote.
    """
    run_script("to_the_top", part=part)
