"""The pool of today: offices lend their latest locked assessment, without name, and can take it back at once.

Who looks before and after one office comes or goes could subtract. So offices come in together, and are
shown together or not at all (``storage.pool_book``; decision 21).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import delete

from scoring.pool import FLOOR
from storage import audit, tables
from storage.access import Action, Actor
from storage.errors import NotFound
from storage.finding import offices, somebody, the_office
from storage.pool_batches import answers_of, form, is_due
from storage.pool_book import ANSWERS, SCORES, Book

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from storage.pool_batches import Complete
    from storage.pool_book import Member
    from storage.store import Store


@dataclass(frozen=True)
class Batch:
    """Offices that are shown together, to one who looks; nothing tells which they are.

    Args:
        id: Of the batch: what it holds never changes while it is shown.
        fresh: For each office, whether it had never been in the pool before.
        own: Whether the actor can see its answers anyhow.
    """

    id: str
    fresh: tuple[bool, ...]
    own: tuple[bool, ...]

    @property
    def counts(self) -> bool:
        """Whether enough of the offices are new to the actor."""
        return sum(fresh and not own for fresh, own in zip(self.fresh, self.own, strict=True)) >= FLOOR


@dataclass(frozen=True)
class Pool:
    """What may be shown of the pool.

    Args:
        scores: The batches whose scores count, together.
        answers: The batch whose answers are shown, by itself; None for none.
    """

    scores: tuple[Batch, ...] = ()
    answers: Batch | None = None


def lend(store: Store, actor: Actor, *, office_id: str) -> None:
    """An office lends its latest locked assessment from now on; saying so again changes nothing.

    Raises:
        NotFound: There is none, or not for this.
    """
    with store.write() as session:
        the_office(session, actor, office_id=office_id, action=Action.LEND)
        if session.get(tables.PoolConsent, office_id) is None:
            session.add(tables.PoolConsent(office_id=office_id, given_by=actor.person_id))
            audit.note(session, actor, what="lent", office_id=office_id)


def withdraw(store: Store, actor: Actor, *, office_id: str) -> None:
    """An office lends nothing any more: whatever it is part of is shown no more from now on.

    Raises:
        NotFound: There is none, or not for this.
    """
    with store.write() as session:
        the_office(session, actor, office_id=office_id, action=Action.LEND)
        row = tables.PoolConsent
        if session.scalars(delete(row).where(row.office_id == office_id).returning(row.office_id)).all():
            audit.note(session, actor, what="withdrawn", office_id=office_id)


def lends_since(store: Store, actor: Actor, *, office_id: str) -> dt.datetime | None:
    """Since when an office lends; None where it does not.

    Raises:
        NotFound: There is none, or not for this.
    """
    with store.read() as session:
        the_office(session, actor, office_id=office_id, action=Action.SEE)
        consent = session.get(tables.PoolConsent, office_id)
        return consent.given if consent else None


def look(store: Store, actor: Actor, *, model_version: str, complete: Complete) -> Pool:
    """What of the pool this actor may be shown now. Where enough offices wait, they come in first.

    Args:
        store: The store.
        actor: Who looks.
        model_version: The model whose assessments stand beside each other.
        complete: Tells of the answers of offices, column -> text, which have every score. Others wait.

    Raises:
        NotFound: The actor is nobody.
    """
    with store.read() as session:
        somebody(session, actor)
        book = Book(session, model_version)
        if not is_due(session, book, complete):
            return _shown(session, actor, book)
    with store.write() as session:
        form(session, model_version, complete)
    with store.read() as session:
        return _shown(session, actor, Book(session, model_version))


def lent(store: Store, actor: Actor, *, batch_id: str, model_version: str) -> list[dict[str, str]]:
    """The answers of a batch that the actor is shown figures of: column -> text, without names and notes.

    Returns:
        In the order of ``Batch.fresh``.

    Raises:
        NotFound: The batch is broken by now, or none of the actor's to count.
    """
    with store.read() as session:
        somebody(session, actor)
        book = Book(session, model_version)
        pool = _shown(session, actor, book)
        if batch_id not in {one.id for one in (*pool.scores, pool.answers) if one}:
            raise NotFound
        return answers_of(session, [one.assessment_id for one in book.members(batch_id)])


def _shown(session: Session, actor: Actor, book: Book) -> Pool:
    """Answers only where the scores of all the same offices count too: else the rest were the difference."""
    seen = set(session.scalars(offices(actor, Action.SEE).with_only_columns(tables.Office.id)))

    def counts(batch_id: str) -> bool:
        return _batch(batch_id, book.members(batch_id), seen).counts

    scores = [one for one in book.whole(SCORES) if counts(one)]
    answers = [one for one in book.whole(ANSWERS) if all(map(counts, (one, *book.made_of(one))))]
    return Pool(
        scores=tuple(_batch(one, book.members(one), seen) for one in scores),
        answers=_batch(answers[-1], book.members(answers[-1]), seen) if answers else None,
    )


def _batch(batch_id: str, members: Sequence[Member], seen: set[str]) -> Batch:
    fresh = tuple(one.fresh for one in members)
    return Batch(batch_id, fresh, tuple(one.office_id in seen for one in members))
