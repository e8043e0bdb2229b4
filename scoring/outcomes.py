"""What became of each cell: a typed outcome instead of a magic number."""

from __future__ import annotations

from enum import IntEnum


class Outcome(IntEnum):
    """Why a cell has, or has no, points or score."""

    SCORED = 0
    NOT_ANSWERED = 1
    DO_NOT_KNOW = 2
    DOES_NOT_APPLY = 3
    NOT_SCORED = 4
    """Answered, but with an answer that the model gives no points (such as "other")."""
    TOO_LITTLE_DATA = 5
    """A criterion under its coverage floor, or a total with too few rated criteria."""

    @property
    def code(self) -> str:
        """The lower-case code, for files and catalogues."""
        return self.name.lower()
