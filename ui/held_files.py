"""The offices of files that a session holds, to be compared; nothing of them is stored."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from ui import state

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.comparing import Office

MOST: Final = 10_000
"""So many offices of files one session holds, in some 100 MB; a larger number is for the command line."""

_FILES = "compare.files"


def files() -> list[Office]:
    """The offices of this session's files."""
    return cast("list[Office]", state.recall(_FILES) or [])


def join(new: Sequence[Office]) -> set[str] | None:
    """Takes offices of files; one of the same name takes the place of an earlier one.

    Returns:
        The codes of those that took an earlier one's place; None where there would be more than ``MOST``,
        and none is taken.
    """
    held = {one.code: one for one in files()}
    joined = held | {one.code: one for one in new}
    if len(joined) > MOST:
        return None
    state.remember(_FILES, list(joined.values()))
    return held.keys() & {one.code for one in new}


def forget_files() -> None:
    """Takes the offices of files away."""
    state.remember(_FILES, None)
