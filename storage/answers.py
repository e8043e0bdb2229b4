"""Answers and notes: kept when given, every version for good, nothing of another's overwritten unseen."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import delete, insert

from storage import tables
from storage.access import Action, Actor
from storage.column_types import now
from storage.finding import assessments, open_assessment, the_assessment
from storage.loading import answers_with_names, entry_of
from storage.records import Change, Changes, Conflict, Entry, Saved
from storage.texts import check_columns, outcome_of, value_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from sqlalchemy.orm import Session

    from storage.store import Store
_NOW: Final = tables.Base.metadata.tables["answer"]
_EVER: Final = tables.Base.metadata.tables["answer_history"]


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
        ValueError: The moment has no time zone.

    Laws: a version is never lost: what stood in a column is in its history. The text read back is
    the text written.
    """
    wanted = {change.column: change for change in changes}
    check_columns({column: change.text for column, change in wanted.items()})
    if when is not None and when.tzinfo is None:
        raise ValueError("a moment without a time zone cannot be stored; give dt.datetime.now(tz=dt.UTC)")
    with store.write() as session:
        assessment = open_assessment(session, actor, assessment_id=assessment_id)
        writing = _Writing(session, actor, assessment, when or now())
        return writing.save(wanted)


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
    stored: dict[str, Entry] = field(default_factory=dict)
    refused: list[Conflict] = field(default_factory=list)

    def save(self, wanted: Mapping[str, Change]) -> Saved:
        stands = self._stands(wanted)
        for change in wanted.values():
            self._take(change, stands.get(change.column))
        if self.stored:
            self._write(known=stands.keys())
        refused = {conflict.column for conflict in self.refused}
        same = {column: entry for column, entry in stands.items() if column not in refused}
        return Saved({**same, **self.stored}, tuple(self.refused), self.assessment.revision)

    def _stands(self, columns: Iterable[str]) -> dict[str, Entry]:
        query = answers_with_names().where(
            tables.Answer.assessment_id == self.assessment.id, tables.Answer.column.in_(columns)
        )
        return {row.column: entry_of(row, name) for row, name in self.session.execute(query)}

    def _take(self, change: Change, stands: Entry | None) -> None:
        if change.text == (stands.text if stands else ""):
            return
        version = stands.version if stands else 0
        if stands and version != change.seen_version:
            self.refused.append(Conflict(change.column, change.text, stands))
            return
        self.stored[change.column] = Entry(
            column=change.column,
            text=change.text,
            outcome=outcome_of(change.column, change.text),
            version=version + 1,
            who=self.actor.person_id,
            name=self.actor.name,
            when=self.when.astimezone(dt.UTC),
        )

    def _write(self, *, known: AbstractSet[str]) -> None:
        """Straight into the tables: this is what most of the work of a busy server is."""
        self.assessment.revision += 1
        self.assessment.changed = now()
        self.session.flush()
        rows = [self._row(entry) for entry in self.stored.values()]
        if not known.isdisjoint(self.stored):
            here = (_NOW.c.assessment_id == self.assessment.id, _NOW.c.column_code.in_(self.stored))
            self.session.execute(delete(_NOW).where(*here))
        self.session.execute(insert(_NOW), rows)
        self.session.execute(insert(_EVER), rows)

    def _row(self, entry: Entry) -> dict[str, Any]:
        return {
            "assessment_id": self.assessment.id,
            "column_code": entry.column,
            "value": value_of(entry.outcome, entry.text),
            "outcome": entry.outcome,
            "version": entry.version,
            "revision": self.assessment.revision,
            "given_by": entry.who,
            "given": entry.when,
        }
