"""Who may do what: the one place that decides. What is not allowed here is refused.

A decision has two faces: ``allowed`` for a role, and ``within`` as a condition that every query of
the store carries, so that a check that was forgotten elsewhere still yields nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum, unique
from typing import TYPE_CHECKING, Final, Literal

from sqlalchemy import ColumnElement, exists, false, true
from sqlalchemy.orm import aliased

from storage.tables import Membership, Office

if TYPE_CHECKING:
    from collections.abc import Mapping

Role = Literal["owner", "member", "viewer", "consultant"]


@unique
class Action(StrEnum):
    """What can be done with an office and what belongs to it."""

    SEE = "see"  # its name, assessments, answers, notes, plans and their history
    COMPARE = "compare"  # beside other offices
    ANSWER = "answer"  # answers and notes
    PLAN = "plan"  # the plan of measures
    START = "start"  # a new assessment, empty or as a copy; its title and date
    RENAME = "rename"  # and say what it is grouped by: county, inhabitants, tags
    LOCK = "lock"  # an assessment that is finished, and open it again
    SHARE = "share"  # members, roles, invitations
    EXPORT = "export"  # everything that is stored about it
    DELETE = "delete"  # the office or an assessment, and get it back
    LEND = "lend"  # its latest locked assessment, without name, to the pool of today
    AUDIT = "audit"  # read who did what
    PEOPLE = "people"  # see and forget people, of all offices


_OFFICE: Final = frozenset(Action) - {Action.PEOPLE}

ALLOWED: Final[Mapping[Role, frozenset[Action]]] = {
    "owner": _OFFICE,
    "member": frozenset({Action.SEE, Action.COMPARE, Action.ANSWER, Action.PLAN, Action.START}),
    "viewer": frozenset({Action.SEE}),
    "consultant": frozenset({Action.SEE, Action.COMPARE}),
}

ADMINISTRATOR: Final = frozenset({Action.SHARE, Action.AUDIT, Action.PEOPLE})
"""Looks after people, and sees what was done, but no answers of an office that it is no member of."""

LOCAL_ONLY: Final = _OFFICE | {Action.PEOPLE}
"""Who runs Tikamp on an own machine owns all that is in the own store."""


@dataclass(frozen=True)
class Actor:
    """On whose behalf the store is asked. Made by ``people.sign_in``, or ``LOCAL``.

    Args:
        person_id: Who is signed in; None for nobody.
        administrator: Whether the person looks after this Tikamp.
        local: Whether Tikamp runs for one person on an own machine, without sign-in.
        name: What the person was called at the sign-in; empty without one.
    """

    person_id: str | None = None
    administrator: bool = False
    local: bool = False
    name: str = field(default="", compare=False)


NOBODY: Final = Actor()
LOCAL: Final = Actor(local=True)


def allowed(role: str, action: Action) -> bool:
    """Whether a role in an office allows an action; never for a role that does not exist."""
    return any(known == role and action in actions for known, actions in ALLOWED.items())


def everywhere(actor: Actor, action: Action) -> bool:
    """Whether an actor may do this with every office, member of it or not."""
    if actor.local:
        return action in LOCAL_ONLY
    return actor.administrator and actor.person_id is not None and action in ADMINISTRATOR


def within(actor: Actor, action: Action) -> ColumnElement[bool]:
    """The condition on ``Office`` that leaves those with which the actor may do this, deleted ones too."""
    if everywhere(actor, action):
        return true()
    roles = [role for role in ALLOWED if allowed(role, action)]
    if actor.person_id is None or not roles:
        return false()
    mine = aliased(Membership)  # a query may ask for the office's other members as well
    return (
        exists()
        .where(mine.office_id == Office.id, mine.person_id == actor.person_id, mine.role.in_(roles))
        .correlate(Office)
    )
