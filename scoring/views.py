"""Several views of one office: where the leader and the staff answer apart."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scoring.encode import OFFICE, columns_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scoring.assessment import Assessment
    from scoring.model import Model


@dataclass(frozen=True)
class Difference:
    """One column of the form on which the views part ways.

    Args:
        column: The column.
        leader: The leader's answer; empty where not answered.
        staff: Answer -> how many of the staff gave it. Blanks are not counted: someone who has
            not answered does not disagree.
    """

    column: str
    leader: str
    staff: dict[str, int]

    @property
    def against(self) -> int:
        """How many of the staff answered something else than the leader."""
        return sum(count for answer, count in self.staff.items() if answer != self.leader)


def differences(leader: Assessment, staff: Sequence[Assessment], *, model: Model) -> list[Difference]:
    """Where at least two views that hold an answer differ, most disagreement first.

    Args:
        leader: The leader's view.
        staff: Each member's view of the same office.
        model: Gives the order of the form, which settles ties.

    Returns:
        Only columns where someone among those who answered says something else than another.

    Laws: the order of the staff is irrelevant; a view without answers changes nothing.
    """
    found = []
    for column in columns_of(model):
        if column == OFFICE:
            continue
        mine = leader.answers.get(column, "")
        theirs = Counter(answer for one in staff if (answer := one.answers.get(column, "")))
        if len({*theirs, *filter(None, [mine])}) > 1:
            found.append(Difference(column, mine, dict(sorted(theirs.items()))))
    return sorted(found, key=lambda one: -one.against)
