"""How offices come into the pool of today: enough of them at a time, with complete assessments."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from scoring.encode import NOTE
from storage import tables
from storage.pool_book import LEAST, Book
from storage.texts import text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sqlalchemy.orm import Session

    from storage.pool_book import Kind, Lendable

    Complete = Callable[[Sequence[Mapping[str, str]]], Sequence[bool]]

MOST_KNOWN: Final = 100_000
"""Of how many assessments it is kept whether they are complete."""

_KNOWN: Final[dict[Lendable, bool]] = {}


def is_due(session: Session, book: Book, complete: Complete) -> bool:
    """Whether enough fresh offices wait for a batch of either kind, with complete assessments."""
    if not any(book.is_due(kind) for kind in LEAST):
        return False
    book.leave_out(_incomplete(session, [*book.newest.values()], complete))
    return any(book.is_due(kind) for kind in LEAST)


def form(session: Session, model_version: str, complete: Complete) -> None:
    """Makes the batches that are due, in a transaction that writes."""
    consents = select(tables.PoolConsent.office_id).order_by(tables.PoolConsent.office_id)
    session.execute(consents.with_for_update()).all()  # two who look at once take turns
    for kind in LEAST:  # first of scores, for those of answers are made of them
        book = Book(session, model_version)
        if is_due(session, book, complete) and book.is_due(kind):
            _add(session, kind, book)


def answers_of(session: Session, assessment_ids: Sequence[str]) -> list[dict[str, str]]:
    """The answers of assessments in the same order: column -> text, without names and notes."""
    row = tables.Answer
    found: dict[str, dict[str, str]] = {one: {} for one in assessment_ids}
    query = select(row).where(row.assessment_id.in_(assessment_ids), row.column.not_like(f"{NOTE}%"))
    for answer in session.scalars(query):
        if answer.outcome != "not_answered":
            found[answer.assessment_id][answer.column] = text_of(answer.outcome, answer.value)
    return list(found.values())


def _incomplete(session: Session, those: Sequence[Lendable], complete: Complete) -> list[Lendable]:
    """While an assessment is locked this stays so, and is found out once."""
    new = [one for one in those if one not in _KNOWN]
    if new:
        answers = answers_of(session, [one.assessment_id for one in new])
        if len(_KNOWN) > MOST_KNOWN:
            _KNOWN.clear()
        _KNOWN.update(zip(new, complete(answers), strict=True))
    return [one for one in those if not _KNOWN[one]]


def _add(session: Session, kind: Kind, book: Book) -> None:
    waiting = book.waiting(kind)
    batch = tables.PoolBatch(kind=kind, size=len(waiting), made=book.after())
    session.add(batch)
    session.flush()
    session.add_all(
        tables.PoolMember(
            batch_id=batch.id,
            office_id=one.office_id,
            assessment_id=one.assessment_id,
            locked_at=one.locked_at,
            date=one.date,
            fresh=one.fresh,
        )
        for one in waiting
    )
