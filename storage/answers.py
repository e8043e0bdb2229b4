"""Answers and notes: kept when given, every version for good, nothing of another's overwritten unseen."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy import select

from storage import tables
from storage.access import Action, Actor
from storage.column_types import now
from storage.finding import assessments, open_assessment, the_assessment
from storage.loading import answers_with_names, entry_of
from storage.records import Change, Changes, Conflict, Entry, Saved
from storage.texts import check_columns, outcome_of, text_of, value_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy.orm import Session

    from storage.store import Store


def save(
    store: Store,
    actor: Actor,
    *,
    assessment_id: str,
    changes: Sequence[Change],
    when: dt.datetime | None = None,
) -> Saved:
    """Stores what someone wrote; when this returns, it is on the disk.

    A change is not stored where another version stands than the one that was seen, unless it says the
    same; all others of the call are stored. Saving the same again changes nothing, so a save that
    was broken off can be repeated. Of several changes of one column the last counts.

    Args:
        store: The store.
        actor: Who writes.
        assessment_id: Where.
        changes: What; an empty text is a blank, which is a version too.
        when: The moment in which it was given, with time zone; now if left out.

    Raises:
        NotFound: There is no such assessment, or not to be answered by this actor.
        Locked: It is finished.
        BadText: A text cannot be stored; nothing of the call was.
        Unavailable: The database failed; nothing of the call counts as stored.

    Laws: a version is never lost: what stood in a column is in its history. The text read back is
    the text written.
    """
    wanted = {change.column: change for change in changes}
    check_columns({column: change.text for column, change in wanted.items()})
    with store.write() as session:
        assessment = open_assessment(session, actor, assessment_id=assessment_id)
        writing = _Writing(session, actor, assessment, when or now())
        return writing.save(wanted.values())


def changes_since(store: Store, actor: Actor, *, assessment_id: str, revision: int) -> Changes:
    """What others (or another tab) have changed since a revision: one small query when nothing has.

    Raises:
        NotFound: There is no such assessment, or not for this actor.
    """
    with store.read() as session:
        found = the_assessment(session, actor, assessment_id=assessment_id, action=Action.SEE)
        entries = _entries_since(session, found, revision) if found.revision != revision else {}
        return Changes(entries, found.revision, found.plan_version, found.locked_at is not None)


def history(store: Store, actor: Actor, *, assessment_id: str, column: str | None = None) -> list[Entry]:
    """Every version that stood in a column, or in any, newest first.

    Raises:
        NotFound: There is no such assessment, or not for this actor.
    """
    past = tables.AnswerHistory
    query = (
        assessments(actor, Action.SEE)
        .with_only_columns(past, tables.Person.name)
        .join(past, past.assessment_id == tables.Assessment.id)
        .outerjoin(tables.Person, tables.Person.id == past.given_by)
        .where(tables.Assessment.id == assessment_id)
        .order_by(past.revision.desc(), past.column, past.version.desc())
    )
    if column is not None:
        query = query.where(past.column == column)
    with store.read() as session:
        the_assessment(session, actor, assessment_id=assessment_id, action=Action.SEE)
        return [entry_of(row, name) for row, name in session.execute(query)]


def _entries_since(session: Session, found: tables.Assessment, revision: int) -> dict[str, Entry]:
    query = answers_with_names().where(
        tables.Answer.assessment_id == found.id, tables.Answer.revision > revision
    )
    return {row.column: entry_of(row, name) for row, name in session.execute(query)}


@dataclass
class _Writing:
    """One transaction of changes to an assessment that is held until its end."""

    session: Session
    actor: Actor
    assessment: tables.Assessment
    when: dt.datetime
    stored: list[str] = field(default_factory=list)
    refused: dict[str, str] = field(default_factory=dict)

    def save(self, changes: Iterable[Change]) -> Saved:
        found = {change.column: change for change in changes}
        rows = self._rows(found)
        for change in found.values():
            self._take(change, rows.get(change.column))
        if self.stored:
            self.assessment.revision += 1
            self.assessment.changed = now()
        self.session.flush()
        entries = self._entries(found)
        return Saved(
            entries={column: one for column, one in entries.items() if column not in self.refused},
            conflicts=tuple(Conflict(column, mine, entries[column]) for column, mine in self.refused.items()),
            revision=self.assessment.revision,
        )

    def _take(self, change: Change, row: tables.Answer | None) -> None:
        stands = text_of(row.outcome, row.value) if row else ""
        if change.text == stands:
            return
        version = row.version if row else 0
        if version != change.seen_version:
            self.refused[change.column] = change.text
            return
        self.stored.append(change.column)
        self._write(change, row, version=version + 1)

    def _write(self, change: Change, row: tables.Answer | None, *, version: int) -> None:
        outcome = outcome_of(change.column, change.text)
        values = {
            "value": value_of(outcome, change.text),
            "outcome": outcome,
            "version": version,
            "revision": self.assessment.revision + 1,
            "given_by": self.actor.person_id,
            "given": self.when,
        }
        if row is None:
            row = tables.Answer(assessment_id=self.assessment.id, column=change.column)
            self.session.add(row)
        for name, value in values.items():
            setattr(row, name, value)
        self.session.add(
            tables.AnswerHistory(assessment_id=self.assessment.id, column=change.column, **values)
        )

    def _rows(self, columns: Mapping[str, Change]) -> dict[str, tables.Answer]:
        query = select(tables.Answer).where(
            tables.Answer.assessment_id == self.assessment.id, tables.Answer.column.in_(columns)
        )
        return {row.column: row for row in self.session.scalars(query)}

    def _entries(self, columns: Mapping[str, Change]) -> dict[str, Entry]:
        query = answers_with_names().where(
            tables.Answer.assessment_id == self.assessment.id, tables.Answer.column.in_(columns)
        )
        return {row.column: entry_of(row, name) for row, name in self.session.execute(query)}
