"""The tables of the store. What a row may be, the database itself checks wherever it can."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, ClassVar, Final

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, MetaData, String, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from storage.column_types import Id, UtcTime, new_id, now

ROLES: Final = ("owner", "member", "viewer", "consultant")
POOLS: Final = ("scores", "answers")
OUTCOMES: Final = ("answered", "not_answered", "do_not_know", "does_not_apply")

# Names by rule, the same on both databases, so that a later migration can find and change them.
NAMES: Final = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}

Key = Annotated[str, mapped_column(Id, primary_key=True, default=new_id)]
Moment = Annotated[dt.datetime, mapped_column(UtcTime)]
Created = Annotated[dt.datetime, mapped_column(UtcTime, default=now)]
Code = Annotated[str, mapped_column(String(200))]
OfficeId = Annotated[str, mapped_column(Id, ForeignKey("office.id", ondelete="CASCADE"))]
AssessmentKey = Annotated[
    str, mapped_column(Id, ForeignKey("assessment.id", ondelete="CASCADE"), primary_key=True)
]
PersonId = Annotated[str | None, mapped_column(Id, ForeignKey("person.id", ondelete="SET NULL"))]


def _one_of(field: str, values: tuple[str, ...]) -> CheckConstraint:
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{field} in ({listed})", name=field)


class Base(DeclarativeBase):
    """What all tables share."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map: ClassVar[dict[Any, Any]] = {str: Text, dt.datetime: UtcTime}


class Office(Base):
    """A service office. A deleted one is kept, out of sight, until its time is up."""

    __tablename__ = "office"
    __table_args__ = (CheckConstraint("inhabitants >= 0", name="inhabitants"),)
    id: Mapped[Key]
    name: Mapped[str]
    created: Mapped[Created]
    deleted_at: Mapped[Moment | None]
    county: Mapped[str | None] = mapped_column(String(2))  # its official number, as text
    inhabitants: Mapped[int | None]  # of the municipality


class OfficeTag(Base):
    """A word by which people group offices."""

    __tablename__ = "office_tag"
    office_id: Mapped[str] = mapped_column(Id, ForeignKey("office.id", ondelete="CASCADE"), primary_key=True)
    tag: Mapped[str] = mapped_column(String(100), primary_key=True)


class Person(Base):
    """Someone who has signed in: known by e-mail, or by the provider's own name where it gives none."""

    __tablename__ = "person"
    id: Mapped[Key]
    email: Mapped[str | None] = mapped_column(String(320), unique=True)
    subject: Mapped[str | None] = mapped_column(String(500), unique=True)
    name: Mapped[str]
    created: Mapped[Created]


class Membership(Base):
    """A person's role in an office."""

    __tablename__ = "membership"
    __table_args__ = (_one_of("role", ROLES), Index(None, "person_id"))
    office_id: Mapped[str] = mapped_column(Id, ForeignKey("office.id", ondelete="CASCADE"), primary_key=True)
    person_id: Mapped[str] = mapped_column(Id, ForeignKey("person.id", ondelete="CASCADE"), primary_key=True)
    role: Mapped[str] = mapped_column(String(20))
    since: Mapped[Created]


class Invitation(Base):
    """A way into an office, once and for a time. Of its token only the hash is known here."""

    __tablename__ = "invitation"
    __table_args__ = (_one_of("role", ROLES), Index(None, "office_id"))
    id: Mapped[Key]
    office_id: Mapped[OfficeId]
    role: Mapped[str] = mapped_column(String(20))
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    created: Mapped[Created]
    expires: Mapped[Moment]
    made_by: Mapped[PersonId]
    used_at: Mapped[Moment | None]
    used_by: Mapped[PersonId]


class Assessment(Base):
    """One assessment of an office. ``revision`` counts the transactions that changed it."""

    __tablename__ = "assessment"
    __table_args__ = (Index(None, "office_id", "date"),)
    id: Mapped[Key]
    office_id: Mapped[OfficeId]
    title: Mapped[str] = mapped_column(default="")
    date: Mapped[dt.date]
    model_version: Mapped[Code]
    data_version: Mapped[Code]
    revision: Mapped[int] = mapped_column(default=0)
    plan_version: Mapped[int] = mapped_column(default=0)
    created: Mapped[Created]
    changed: Mapped[Created]
    locked_at: Mapped[Moment | None]
    deleted_at: Mapped[Moment | None]
    copied_from: Mapped[str | None] = mapped_column(Id, ForeignKey("assessment.id", ondelete="SET NULL"))


class Answer(Base):
    """What stands in a column of an assessment now; a blank that was something once has a row too."""

    __tablename__ = "answer"
    __table_args__ = (_one_of("outcome", OUTCOMES), Index(None, "assessment_id", "revision"))
    assessment_id: Mapped[AssessmentKey]
    column: Mapped[str] = mapped_column("column_code", String(200), primary_key=True)
    value: Mapped[str | None]
    outcome: Mapped[str] = mapped_column(String(20))
    version: Mapped[int]
    revision: Mapped[int]
    given_by: Mapped[PersonId]
    given: Mapped[Moment]


class AnswerHistory(Base):
    """Every version that ever stood in a column, blanks too. Rows are added, never changed."""

    __tablename__ = "answer_history"
    __table_args__ = (_one_of("outcome", OUTCOMES), Index(None, "assessment_id", "revision"))
    assessment_id: Mapped[AssessmentKey]
    column: Mapped[str] = mapped_column("column_code", String(200), primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    value: Mapped[str | None]
    outcome: Mapped[str] = mapped_column(String(20))
    revision: Mapped[int]
    given_by: Mapped[PersonId]
    given: Mapped[Moment]


class PlannedMeasure(Base):
    """A measure of the plan, by its place in it."""

    __tablename__ = "planned_measure"
    assessment_id: Mapped[AssessmentKey]
    place: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    code: Mapped[Code]
    effort: Mapped[str] = mapped_column(String(20))
    responsible: Mapped[str]
    deadline: Mapped[dt.date | None]
    status: Mapped[str] = mapped_column(String(20))
    note: Mapped[str]


class PlanHistory(Base):
    """Every version of the plan, whole."""

    __tablename__ = "plan_history"
    assessment_id: Mapped[AssessmentKey]
    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    plan: Mapped[list[dict[str, str]]] = mapped_column(JSON)
    given_by: Mapped[PersonId]
    given: Mapped[Moment]


class PoolConsent(Base):
    """An office lends its latest locked assessment to the pool of today. Withdrawn, the row is gone."""

    __tablename__ = "pool_consent"
    office_id: Mapped[str] = mapped_column(Id, ForeignKey("office.id", ondelete="CASCADE"), primary_key=True)
    given: Mapped[Created]
    given_by: Mapped[PersonId]


class PoolBatch(Base):
    """Offices that came into the pool together, and are shown together or not at all."""

    __tablename__ = "pool_batch"
    __table_args__ = (_one_of("kind", POOLS), CheckConstraint("size > 0", name="size"))
    id: Mapped[Key]
    kind: Mapped[str] = mapped_column(String(20))
    size: Mapped[int]
    made: Mapped[Created]


class PoolMember(Base):
    """An office in a batch, by an assessment as it was locked then. It may be in a later batch too.

    Where the assessment is gone, the batch is broken, and the office was in it all the same: no foreign key.
    """

    __tablename__ = "pool_member"
    __table_args__ = (Index(None, "office_id"),)
    batch_id: Mapped[str] = mapped_column(
        Id, ForeignKey("pool_batch.id", ondelete="CASCADE"), primary_key=True
    )
    office_id: Mapped[str] = mapped_column(Id, ForeignKey("office.id", ondelete="CASCADE"), primary_key=True)
    assessment_id: Mapped[str] = mapped_column(Id)
    locked_at: Mapped[Moment]
    date: Mapped[dt.date]
    fresh: Mapped[bool]  # not in the pool before, so that nobody has seen it


class Audit(Base):
    """Who did what when. Holds no names and no answers, and outlives the office that it tells about."""

    __tablename__ = "audit"
    __table_args__ = (Index(None, "office_id", "at"), Index(None, "at"))
    id: Mapped[Key]
    at: Mapped[Created]
    person_id: Mapped[PersonId]
    what: Mapped[str] = mapped_column(String(40))
    office_id: Mapped[str | None] = mapped_column(Id)
    detail: Mapped[dict[str, str]] = mapped_column(JSON, default=dict)
