"""What is known of a file of offices while it is read, and when it was read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from scoring import Assessment, Fault
    from scoring.intake import Sorted
    from scoring.understood import Understood

Stage = Literal["read", "understood", "checked", "told", "rated"]
"""What is done with a file, in this order."""


@dataclass(frozen=True)
class Step:
    """What is done next, and how much is done before it.

    Args:
        stage: Of the file.
        file: Its name.
        rows: Rows that this stage is through with.
        of: All rows of the file; 0 while they are not known.
        done: How much of all files is done, 0-1.
    """

    stage: Stage
    file: str
    rows: int
    of: int
    done: float


@dataclass(frozen=True)
class Taken:
    """What became of the offices that were taken in: names of new ones, and of those that replaced one."""

    new: tuple[str, ...]
    replaced: tuple[str, ...]


@dataclass(frozen=True)
class Brought:
    """A file that was read.

    Args:
        number: What it is called in the keys of its widgets.
        name: Of the file.
        faults: All that is wrong with it.
        found: Its rows, sorted into good and faulty ones; None where it is refused as a whole.
        understood: What was made of its columns; None where it is refused.
        offices: The good rows.
        rated: How many of these have enough answers for a total.
        taken: What became of them; None while the file waits.
    """

    number: int
    name: str
    faults: tuple[Fault, ...]
    found: Sorted | None = None
    understood: Understood | None = None
    offices: tuple[Assessment, ...] = ()
    rated: int = 0
    taken: Taken | None = None

    @property
    def faulty(self) -> int:
        """The rows that go back to be mended."""
        return len(self.found.faulty.rows) if self.found else 0

    @property
    def waits(self) -> bool:
        """Whether there is something to take in."""
        return bool(self.offices) and self.taken is None
