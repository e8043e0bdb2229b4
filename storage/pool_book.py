"""Who is in the pool of today, who waits for it, and what breaks a batch.

An office is **fresh** when it was never in the pool before, or when its assessment is another one and at
least half a year younger than any that was. The same answers, unlocked and locked again, are not: who saw
them could subtract them.

Only complete assessments come in, those with every score: all figures are then over the same offices, and
cannot be played off against each other. There are two pools. ``SCORES`` grows batch by batch, as means can be
added up. ``ANSWERS`` is one batch of all whose scores are shown, and the next takes its place: percentages of
many answers need many offices, and those of two batches that are added up could be taken apart again. It
holds whole batches of scores: the answers to a question make up a score, so the sums of the two pools can be
subtracted as well.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from sqlalchemy import select

from scoring.pool import FLOOR
from storage import tables
from storage.column_types import now

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy.orm import Session

Kind = Literal["scores", "answers"]
SCORES: Final = "scores"
ANSWERS: Final = "answers"

LEAST: Final[dict[Kind, int]] = {SCORES: FLOOR + 1, ANSWERS: 4 * FLOOR}
"""How many fresh offices a batch takes: for scores, five others for each of them; for answers, so many that
two or three alternatives of an item can hold five each."""

ANEW: Final = dt.timedelta(days=180)
"""After so long, an office's next assessment is news."""


@dataclass(frozen=True)
class Lendable:
    """A locked assessment of an office that lends; while it is locked, no answer in it changes."""

    office_id: str
    assessment_id: str
    locked_at: dt.datetime
    date: dt.date


@dataclass(frozen=True)
class Member(Lendable):
    """The same in a batch, as it stood then."""

    fresh: bool


class Book:
    """All that there is to know of the pool at one moment.

    Args:
        session: Where it is read.
        model_version: Assessments of other models are none of it.
    """

    def __init__(self, session: Session, model_version: str) -> None:
        self.newest: dict[str, Lendable] = {}
        """Office -> what it would lend now."""
        self._known: set[tuple[str, dt.datetime]] = set()
        for one in _lendable(session, model_version):
            self.newest.setdefault(one.office_id, one)
            self._known.add((one.assessment_id, one.locked_at))
        self._batches = session.scalars(select(tables.PoolBatch).order_by(tables.PoolBatch.made)).all()
        self._members = _members(session)

    def members(self, batch_id: str) -> Sequence[Member]:
        """Who is in a batch, in an order of its own."""
        return self._members[batch_id]

    def whole(self, kind: Kind) -> list[str]:
        """The batches that nothing has broken, oldest first."""
        found: list[str] = []
        later: set[str] = set()
        for batch in reversed([one for one in self._batches if one.kind == kind]):
            here = {one.office_id for one in self.members(batch.id)}
            if self._holds(batch) and (kind == ANSWERS or later.isdisjoint(here)):
                found.append(batch.id)
            later |= here
        return found[::-1]

    def fresh(self, kind: Kind) -> set[str]:
        """The offices whose assessment nobody can have seen in this pool."""
        past: dict[str, list[Member]] = defaultdict(list)
        for batch in self._batches:
            for one in self.members(batch.id) if batch.kind == kind else ():
                past[one.office_id].append(one)
        return {office for office, one in self._candidates(kind).items() if _is_news(one, past[office])}

    def waiting(self, kind: Kind) -> list[Member]:
        """Who comes into the next batch: all but those in whole batches that need not be broken for it."""
        fresh = self.fresh(kind)
        batches = [self.members(one) for one in self.whole(kind)] if kind == SCORES else []
        stays = {
            one.office_id
            for members in batches
            if fresh.isdisjoint(one.office_id for one in members)
            for one in members
        }
        return [
            Member(one.office_id, one.assessment_id, one.locked_at, one.date, office in fresh)
            for office, one in self._candidates(kind).items()
            if office not in stays
        ]

    def made_of(self, batch_id: str) -> set[str]:
        """The batches of scores that a batch of answers holds: for each office its last one until then."""
        found: dict[str, str] = {}
        for batch in self._batches:
            if batch.id == batch_id:
                break
            if batch.kind == SCORES:
                found |= dict.fromkeys((one.office_id for one in self.members(batch.id)), batch.id)
        return {found[one.office_id] for one in self.members(batch_id)}

    def is_due(self, kind: Kind) -> bool:
        """Whether enough fresh offices wait."""
        return len(self.fresh(kind)) >= LEAST[kind]

    def leave_out(self, incomplete: Iterable[Lendable]) -> None:
        """These offices lend nothing now; where an older assessment of theirs is in the pool, it stays."""
        for one in incomplete:
            del self.newest[one.office_id]

    def after(self) -> dt.datetime:
        """A moment later than any batch was made, whatever the clock says."""
        made = [batch.made + dt.timedelta(microseconds=1) for batch in self._batches]
        return max([now(), *made])

    def _candidates(self, kind: Kind) -> Mapping[str, Lendable]:
        """Office -> with what it could come into the next batch."""
        if kind == SCORES:
            return self.newest
        return {one.office_id: one for batch in self.whole(SCORES) for one in self.members(batch)}

    def _holds(self, batch: tables.PoolBatch) -> bool:
        members = self.members(batch.id)
        return len(members) == batch.size and all(
            (one.assessment_id, one.locked_at) in self._known for one in members
        )


def _is_news(one: Lendable, past: Iterable[Member]) -> bool:
    return all(
        one.assessment_id != before.assessment_id and one.date >= before.date + ANEW for before in past
    )


def _lendable(session: Session, model_version: str) -> Iterable[Lendable]:
    """Locked assessments of offices that lend, an office's newest first."""
    row = tables.Assessment
    query = (
        select(row.office_id, row.id, row.locked_at, row.date)
        .join(tables.Office, tables.Office.id == row.office_id)
        .join(tables.PoolConsent, tables.PoolConsent.office_id == row.office_id)
        .where(
            row.locked_at.is_not(None),
            row.deleted_at.is_(None),
            row.model_version == model_version,
            tables.Office.deleted_at.is_(None),
        )
        .order_by(row.date.desc(), row.created.desc(), row.id)
    )
    return [
        Lendable(office, assessment, locked_at, date)
        for office, assessment, locked_at, date in session.execute(query)
        if locked_at is not None
    ]


def _members(session: Session) -> dict[str, list[Member]]:
    row = tables.PoolMember
    query = select(
        row.batch_id, row.office_id, row.assessment_id, row.locked_at, row.date, row.fresh
    ).order_by(row.batch_id, row.office_id)
    found: dict[str, list[Member]] = defaultdict(list)
    for batch_id, office_id, assessment_id, locked_at, date, fresh in session.execute(query):
        found[batch_id].append(Member(office_id, assessment_id, locked_at, date, fresh))
    return found
