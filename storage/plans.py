"""Plans of measures: kept whole, version by version; nobody's plan is overwritten unseen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from scoring.plan import EFFORTS, STATUSES, PlannedMeasure, planned_from
from storage import tables
from storage.access import Action, Actor
from storage.column_types import now
from storage.errors import BadText, Stale
from storage.finding import the_assessment
from storage.loading import plans_of
from storage.texts import COLUMN_LENGTH, check

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    from storage.store import Store


@dataclass(frozen=True)
class PlanVersion:
    """A plan as it was once.

    Args:
        version: 1 for the first.
        plan: Whole.
        who: A person's id; None where no one is signed in, or the person is forgotten.
        name: The person's name, or empty.
        when: In UTC.
    """

    version: int
    plan: tuple[PlannedMeasure, ...]
    who: str | None
    name: str
    when: dt.datetime


def save_plan(
    store: Store, actor: Actor, *, assessment_id: str, plan: Sequence[PlannedMeasure], seen_version: int
) -> int:
    """Stores a plan; when this returns, it is on the disk. A locked assessment's plan goes on living.

    Args:
        store: The store.
        actor: Who plans.
        assessment_id: Of which assessment.
        plan: The whole plan in its order.
        seen_version: The version that it was made from; 0 for none yet.

    Returns:
        The plan's version now; the same when it says what is stored already.

    Raises:
        NotFound: There is no such assessment, or not for this.
        Stale: Another version is stored, and says something else; it comes with the error.
        BadText: A text is too long or cannot be stored.
    """
    _check(plan)
    with store.write() as session:
        row = the_assessment(session, actor, assessment_id=assessment_id, action=Action.PLAN)
        stored = plans_of(session, [row.id])[row.id]
        if stored == tuple(plan):
            return row.plan_version
        if row.plan_version != seen_version:
            raise _stale(session, row, stored)
        write_plan(session, actor, assessment=row, plan=plan)
        row.revision += 1
        row.changed = now()
        return row.plan_version


def plan_history(store: Store, actor: Actor, *, assessment_id: str) -> list[PlanVersion]:
    """Every version of a plan, newest first.

    Raises:
        NotFound: There is no such assessment, or not for this actor.
    """
    with store.read() as session:
        row = the_assessment(session, actor, assessment_id=assessment_id, action=Action.SEE)
        return [
            PlanVersion(one.version, measures_of(one.plan), one.given_by, name or "", one.given)
            for one, name in session.execute(_versions(row.id))
        ]


def write_plan(
    session: Session, actor: Actor, *, assessment: tables.Assessment, plan: Sequence[PlannedMeasure]
) -> None:
    """Puts a plan in the place of the one before, and in the history, within a transaction."""
    assessment.plan_version += 1
    old = tables.PlannedMeasure.assessment_id == assessment.id
    session.execute(delete(tables.PlannedMeasure).where(old))
    session.add_all(measure_rows(assessment, plan))
    session.add(
        tables.PlanHistory(
            assessment_id=assessment.id,
            version=assessment.plan_version,
            plan=[one.to_dict() for one in plan],
            given_by=actor.person_id,
            given=now(),
        )
    )


def measure_rows(
    assessment: tables.Assessment, plan: Sequence[PlannedMeasure]
) -> Iterator[tables.PlannedMeasure]:
    """A plan as rows, in its order."""
    for place, one in enumerate(plan):
        yield tables.PlannedMeasure(
            assessment_id=assessment.id,
            place=place,
            code=one.code,
            effort=one.effort,
            responsible=one.responsible,
            deadline=one.deadline,
            status=one.status,
            note=one.note,
        )


def measures_of(texts: Iterable[dict[str, str]]) -> tuple[PlannedMeasure, ...]:
    """A plan as it stands in the history."""
    return tuple(filter(None, map(planned_from, texts)))


def _stale(session: Session, row: tables.Assessment, stored: tuple[PlannedMeasure, ...]) -> Stale:
    last = session.execute(_versions(row.id).limit(1)).one_or_none()
    name, when = (last[1] or "", last[0].given) if last else ("", None)
    return Stale(stored, version=row.plan_version, name=name, when=when)


def _versions(assessment_id: str) -> Select[tables.PlanHistory, str]:
    return (
        select(tables.PlanHistory, tables.Person.name)
        .outerjoin(tables.Person, tables.Person.id == tables.PlanHistory.given_by)
        .where(tables.PlanHistory.assessment_id == assessment_id)
        .order_by(tables.PlanHistory.version.desc())
    )


def _check(plan: Sequence[PlannedMeasure]) -> None:
    for place, one in enumerate(plan, 1):
        check({f"plan {place} {name}": text for name, text in one.to_dict().items()})
        if not 0 < len(one.code) <= COLUMN_LENGTH or one.effort not in EFFORTS or one.status not in STATUSES:
            raise BadText([f"plan {place}"])
