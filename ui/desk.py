"""The assessment on a person's desk: what of it is stored, what waits, and what others have changed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from storage import Action, allowed
from ui import resources, state

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from storage import Entry, Role
    from storage.errors import Reason

OFFICE, FACTS, PLAN = "office", "facts", "plan"
"""What waits beside the answers: the office's name, the facts about it, the plan."""

_DESK = "desk"
"""Remembers the desk."""


@dataclass(frozen=True)
class Clash:
    """Two have answered the same at the same time; the stored answer is theirs."""

    mine: str
    theirs: Entry


@dataclass
class Desk:
    """What the session knows about the store.

    Args:
        office_id: Of the office in the store, or None before there is one.
        begun: Whether the assessment is in the store; its id there is ``state.place``.
        revision: Up to which the session knows what is stored.
        seen: Column -> version of the stored answer that the session shows.
        plan_seen: Version of the stored plan that the session shows.
        waiting: Column -> text that is not stored yet.
        unsaved: ``OFFICE``, ``FACTS`` and ``PLAN`` while these wait.
        clashes: Column -> what could not be stored since another was quicker.
        trouble: Why the store takes nothing just now, or None.
        stored: When something was stored last.
        locked: Since when nothing can be changed, or None.
        model: The version of the model that it was made with, or None before it is stored.
        news: Columns that others have changed, to be told once.
        outdated: Whether it was locked or deleted by someone else, and is to be read anew.
        role: This person's role in the office.
    """

    office_id: str | None = None
    begun: bool = False
    revision: int = 0
    seen: dict[str, int] = field(default_factory=dict)
    plan_seen: int = 0
    waiting: dict[str, str] = field(default_factory=dict)
    unsaved: set[str] = field(default_factory=set)
    clashes: dict[str, Clash] = field(default_factory=dict)
    trouble: Reason | None = None
    stored: dt.datetime | None = None
    locked: dt.datetime | None = None
    model: str | None = None
    news: set[str] = field(default_factory=set)
    outdated: bool = False
    role: Role = "owner"

    def may(self, action: Action) -> bool:
        """Whether this person may do that with the office; a new office is one's own."""
        return allowed(self.role, action)

    @property
    def closed(self) -> bool:
        """Whether the answers stay: it is finished, of another model, or others' to answer."""
        return self.locked is not None or self.other_model or not self.may(Action.ANSWER)

    @property
    def other_model(self) -> bool:
        """Whether it was made with another model; the session holds none of its answers then."""
        return self.model is not None and self.model != resources.model().version


def desk() -> Desk:
    """What lies on this session's desk; an empty one at first."""
    held = state.recall(_DESK)
    if held is None:
        held = Desk()
        state.remember(_DESK, held)
    return cast("Desk", held)


def put(new: Desk) -> None:
    """Lays another desk in the place of this one; what is stored stays in the store."""
    state.remember(_DESK, new)


def clear(place: str | None = None) -> None:
    """Lays an empty desk with an assessment without answers, called ``place`` or by a new name."""
    put(Desk())
    state.put_assessment(state.blank(), place)


def show(held: Desk, entries: Iterable[Entry]) -> None:
    """The session shows what is stored, and draws the widgets of these columns anew."""
    for entry in entries:
        held.seen[entry.column] = entry.version
        state.hold_texts({entry.column: entry.text}, date=state.assessment().date)
        state.renew_column(entry.column)
