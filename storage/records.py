"""What the store hands out: plain values that outlive the transaction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from scoring import Assessment
    from scoring.facts import Facts
    from storage.access import Role
    from storage.texts import Outcome


@dataclass(frozen=True)
class Outline:
    """What an assessment begins with.

    Args:
        date: The day of the assessment.
        model_version: The model that it is answered and rated by.
        data_version: The national figures that it is put beside.
        title: The office's own name for it, 0-200 characters.
    """

    date: dt.date
    model_version: str
    data_version: str
    title: str = ""


@dataclass(frozen=True)
class Change:
    """What someone wrote in a column.

    Args:
        column: An answer's column, or ``note.<item>``.
        text: The whole cell; empty for a blank.
        seen_version: The version that stood there when it was read; 0 for none yet.
    """

    column: str
    text: str
    seen_version: int = 0


@dataclass(frozen=True)
class Entry:
    """What stands in a column, and since when.

    Args:
        column: An answer's column, or ``note.<item>``.
        text: Exactly as it was written.
        outcome: What the text is: an answer, or which kind of none.
        version: 1 for the first; each change is one more, blanks too.
        who: The person's id; None where no one is signed in, or the person is forgotten.
        name: The person's name, or empty.
        when: The moment in which it was given, in UTC.
    """

    column: str
    text: str
    outcome: Outcome
    version: int
    who: str | None
    name: str
    when: dt.datetime


@dataclass(frozen=True)
class Conflict:
    """A change that was not stored, because someone else had written in the column meanwhile."""

    column: str
    mine: str
    theirs: Entry


@dataclass(frozen=True)
class Saved:
    """What became of changes.

    Args:
        entries: The columns as they stand now, those of conflicts left out.
        conflicts: What was not stored.
        revision: The assessment's revision after this. Others' changes may lie between it and the
            one that was known: ask ``changes_since`` with the known one, and go on from its answer.
    """

    entries: Mapping[str, Entry]
    conflicts: tuple[Conflict, ...]
    revision: int


@dataclass(frozen=True)
class Changes:
    """What has happened to an assessment since a revision.

    Args:
        entries: The columns that have changed, as they stand now.
        revision: The assessment's revision now.
        plan_version: The plan's version now.
        locked: Whether it is finished.
    """

    entries: Mapping[str, Entry]
    revision: int
    plan_version: int
    locked: bool


@dataclass(frozen=True)
class AssessmentInfo:
    """An assessment without its answers.

    Args:
        answered: Columns with an answer or one of the special words; notes are not counted.
        locked_at: When it was finished and locked, or None.
        deleted_at: When it was deleted, or None.
        copied_from: The assessment that it began as a copy of.
    """

    id: str
    office_id: str
    title: str
    date: dt.date
    model_version: str
    data_version: str
    revision: int
    plan_version: int
    created: dt.datetime
    changed: dt.datetime
    locked_at: dt.datetime | None
    deleted_at: dt.datetime | None
    copied_from: str | None
    answered: int


@dataclass(frozen=True)
class Loaded:
    """An assessment with all that belongs to it.

    Args:
        assessment: For the engine: answers and notes that are not blank, and the plan.
        entries: Column -> entry, blanks and ``note.<item>`` too, for the versions.
        info: All else.
    """

    assessment: Assessment
    entries: Mapping[str, Entry]
    info: AssessmentInfo

    @property
    def revision(self) -> int:
        """What ``changes_since`` begins with."""
        return self.info.revision

    @property
    def plan_version(self) -> int:
        """What ``save_plan`` has seen."""
        return self.info.plan_version


@dataclass(frozen=True)
class OfficeName:
    """An office by its name, which may be empty."""

    id: str
    name: str


@dataclass(frozen=True)
class OfficeInfo:
    """An office as an actor sees it.

    Args:
        role: The actor's own; owner on one's own machine.
        latest: The newest assessment by date, or None.
        deleted_at: When it was deleted, or None.
        facts: What it is grouped by.
    """

    id: str
    name: str
    role: Role
    created: dt.datetime
    latest: AssessmentInfo | None
    deleted_at: dt.datetime | None
    facts: Facts
