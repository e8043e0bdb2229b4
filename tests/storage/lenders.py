"""Offices that lend, for the tests of the pool of today."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from storage import LOCAL, assessments, invitations, offices, people, pool
from tests.storage.databases import OUTLINE, write

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from storage import Actor, Store
    from storage.pool import Pool

MODEL: Final = OUTLINE.model_version
INCOMPLETE: Final = "incomplete"
DAY: Final = OUTLINE.date
SIX: Final = tuple("ABCDEF")
NEXT: Final = tuple("GHIJKL")


@dataclass(frozen=True)
class Lender:
    """An office, and its assessment that was locked first."""

    office: str
    assessment: str


def locked(store: Store, office_id: str, *, date: dt.date = DAY, mark: str = "") -> str:
    """Another finished assessment of an office."""
    outline = replace(OUTLINE, date=date)
    made = assessments.create(store, LOCAL, office_id=office_id, outline=outline)
    if mark:
        write(store, LOCAL, made, goals=mark, note_goals="hush")
    assessments.lock(store, LOCAL, assessment_id=made)
    return made


def with_assessment(store: Store, name: str) -> Lender:
    """An office that has something to lend, and does not."""
    office_id = offices.create(store, LOCAL, name=name)
    return Lender(office_id, locked(store, office_id, mark=name))


def lending(store: Store, *names: str) -> list[Lender]:
    """Offices that lend."""
    made = [with_assessment(store, name) for name in names]
    for one in made:
        pool.lend(store, LOCAL, office_id=one.office)
    return made


def sees(store: Store, actor: Actor, *lenders: Lender) -> None:
    """Lets a person see these offices."""
    for one in lenders:
        token = invitations.make(store, LOCAL, office_id=one.office, role="viewer").token
        invitations.accept(store, actor, token=token)


def complete(answers: Sequence[Mapping[str, str]]) -> list[bool]:
    """What the engine would say: here, a word is enough to leave an office out."""
    return [one.get("goals") != INCOMPLETE for one in answers]


def look(store: Store, actor: Actor) -> Pool:
    """What the actor is shown of the pool."""
    return pool.look(store, actor, model_version=MODEL, complete=complete)


def sizes(store: Store, actor: Actor) -> list[int]:
    """How many offices each batch of scores holds that the actor is shown."""
    return [len(one.fresh) for one in look(store, actor).scores]


def marks(store: Store, actor: Actor) -> set[str]:
    """What the offices whose scores are shown have answered."""
    found = [
        pool.lent(store, actor, batch_id=one.id, model_version=MODEL) for one in look(store, actor).scores
    ]
    return {answers["goals"] for batch in found for answers in batch}


def stranger(store: Store, name: str = "Ola") -> Actor:
    """Someone who belongs to none of them."""
    return people.sign_in(store, name=name, email=f"{name}@example.no")
