"""An office's file, as ``export`` writes it, becomes an office again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import ValidationError

from storage import audit, tables
from storage.errors import BadFile
from storage.export_types import Cell, OfficeFile, OneAssessment
from storage.facts import put
from storage.offices import add
from storage.plans import measure_rows, measures_of
from storage.texts import outcome_of, value_of

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from storage.access import Actor
    from storage.store import Store


def import_office(store: Store, actor: Actor, *, text: str | bytes) -> str:
    """Makes a new office of an exported one; whoever imports it owns it.

    When an answer was given is taken over; who gave it is not, for a file could say anything.

    Returns:
        The new office's id.

    Raises:
        BadFile: It is no such file, or damaged; every fault is told.
        NotFound: The actor is nobody.
    """
    whole = _read(text)
    with store.write() as session:
        office = add(session, actor, name=whole.office)
        put(session, office, whole.facts)
        rows = {one.id: _add(session, one, office_id=office.id) for one in whole.assessments}
        session.flush()
        for one in whole.assessments:
            source = rows.get(one.copied_from or "")
            rows[one.id].copied_from = source.id if source else None
        audit.note(session, actor, what="imported", office_id=office.id)
        return office.id


def _read(text: str | bytes) -> OfficeFile:
    try:
        return OfficeFile.model_validate_json(text)
    except ValidationError as error:
        found = error.errors(include_url=False, include_context=False, include_input=False)
        raise BadFile(
            [f"{'.'.join(map(str, one['loc'])) or 'file'}: {one['msg']}" for one in found]
        ) from None
    except UnicodeError:
        raise BadFile(["file: holds half characters"]) from None


def _add(session: Session, one: OneAssessment, *, office_id: str) -> tables.Assessment:
    row = tables.Assessment(
        office_id=office_id,
        title=one.title,
        date=one.date,
        model_version=one.model_version,
        data_version=one.data_version,
        revision=one.revision,
        plan_version=len(one.plans),
        created=one.created,
        changed=one.changed,
        locked_at=one.locked_at,
    )
    session.add(row)
    session.flush()
    session.add_all(_row(tables.Answer, row, cell) for cell in one.answers)
    session.add_all(_row(tables.AnswerHistory, row, cell) for cell in one.cells)
    session.add_all(
        tables.PlanHistory(
            assessment_id=row.id, version=plan.version, plan=plan.measures, given_by=None, given=plan.when
        )
        for plan in one.plans
    )
    if one.plan:
        session.add_all(measure_rows(row, measures_of(one.plan.measures)))
    return row


def _row(
    table: type[tables.Answer | tables.AnswerHistory], assessment: tables.Assessment, cell: Cell
) -> tables.Answer | tables.AnswerHistory:
    outcome = outcome_of(cell.column, cell.text)
    return table(
        assessment_id=assessment.id,
        column=cell.column,
        value=value_of(outcome, cell.text),
        outcome=outcome,
        version=cell.version,
        revision=cell.revision,
        given_by=None,
        given=cell.when,
    )
