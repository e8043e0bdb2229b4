"""The contents of an assessment as the start of another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from storage import tables
from storage.column_types import now
from storage.loading import plans_of
from storage.plans import write_plan

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from storage.access import Actor


def copy_contents(
    session: Session, actor: Actor, *, source: tables.Assessment, target: tables.Assessment
) -> None:
    """Copies what stands in an assessment now: answers and notes that are not blank, and the plan."""
    query = select(tables.Answer).where(
        tables.Answer.assessment_id == source.id, tables.Answer.outcome != "not_answered"
    )
    target.revision = 1
    moment = now()
    for row in session.scalars(query).all():
        for table in (tables.Answer, tables.AnswerHistory):
            session.add(
                table(
                    assessment_id=target.id,
                    column=row.column,
                    value=row.value,
                    outcome=row.outcome,
                    version=1,
                    revision=1,
                    given_by=actor.person_id,
                    given=moment,
                )
            )
    plan = plans_of(session, [source.id])[source.id]
    if plan:
        write_plan(session, actor, assessment=target, plan=plan)
