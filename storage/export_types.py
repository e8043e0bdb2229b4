"""The file that holds everything of an office: what may stand in it."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Final, Literal, Self

from pydantic import AfterValidator, AwareDatetime, Field, model_validator

from scoring.encode import NAME_LENGTH
from scoring.facts import Facts
from scoring.plan import planned_from
from scoring.strict_types import Strict
from storage.texts import COLUMN_LENGTH, TEXT_LENGTH, storable

FORMAT: Final = "tikamp-office"
FORMAT_VERSION: Final = 1
_LARGEST: Final = 2**31 - 1
"""What a whole number in PostgreSQL may be."""


def _as_stored(text: str) -> str:
    if storable(text) != text:
        raise ValueError("holds NUL or half characters, which cannot be stored")
    return text


def _measure(texts: dict[str, str]) -> dict[str, str]:
    found = planned_from(texts)
    if found is None or found.to_dict() != texts or len(found.code) > COLUMN_LENGTH:
        raise ValueError("is no planned measure")
    return texts


def _in_utc(moment: dt.datetime) -> dt.datetime:
    if not 1900 <= moment.year < dt.MAXYEAR:  # noqa: PLR2004 - at the ends of the calendar UTC has no date
        raise ValueError("is no moment of our time")
    return moment.astimezone(dt.UTC)


Moment = Annotated[AwareDatetime, AfterValidator(_in_utc)]
Count = Annotated[int, Field(ge=0, le=_LARGEST)]
Version = Annotated[int, Field(ge=1, le=_LARGEST)]
Text = Annotated[str, Field(max_length=TEXT_LENGTH), AfterValidator(_as_stored)]
Short = Annotated[str, Field(max_length=COLUMN_LENGTH), AfterValidator(_as_stored)]
Column = Annotated[str, Field(min_length=1, max_length=COLUMN_LENGTH), AfterValidator(_as_stored)]
Measure = Annotated[dict[str, Text], AfterValidator(_measure)]


class Given(Strict):
    """What someone gave once: by name and moment. The name is told, and not taken over by an import."""

    who: str = ""
    when: Moment


class Cell(Given):
    """A version of a column."""

    column: Column
    text: Text
    version: Version
    revision: Count


class Plan(Given):
    """A version of the plan."""

    version: Version
    measures: list[Measure]


class OneAssessment(Strict):
    """An assessment: ``answers`` and ``plan`` as they stand, the versions before them apart."""

    id: Short
    title: Short
    date: dt.date
    model_version: Short
    data_version: Short
    revision: Count
    created: Moment
    changed: Moment
    locked_at: Moment | None
    copied_from: Short | None
    answers: list[Cell]
    earlier_answers: list[Cell]
    plan: Plan | None
    earlier_plans: list[Plan]

    @property
    def cells(self) -> list[Cell]:
        """Every version of every column."""
        return [*self.earlier_answers, *self.answers]

    @property
    def plans(self) -> list[Plan]:
        """Every version of the plan."""
        return [*self.earlier_plans, *([self.plan] if self.plan else [])]

    @model_validator(mode="after")
    def _whole(self) -> Self:
        """Versions count from 1 without a gap, and what stands now is the last of them."""
        versions: dict[str, list[int]] = {}
        for cell in self.cells:
            versions.setdefault(cell.column, []).append(cell.version)
        current = {cell.column: cell.version for cell in self.answers}
        if len(current) != len(self.answers):
            raise ValueError("a column stands twice under answers")
        for column, found in versions.items():
            if sorted(found) != list(range(1, current.get(column, 0) + 1)):
                raise ValueError(f"versions of {column} are missing or doubled")
        if sorted(one.version for one in self.plans) != list(range(1, len(self.plans) + 1)):
            raise ValueError("versions of the plan are missing or doubled")
        if any(cell.revision > self.revision for cell in self.cells):
            raise ValueError("a cell is newer than its assessment")
        return self


class OneMember(Strict):
    """Someone who belongs to the office. Told, and not taken over by an import."""

    name: str
    email: str | None
    role: str
    since: Moment


class OneEvent(Strict):
    """An entry of the log. Told, and not taken over by an import."""

    when: Moment
    who: str
    what: str
    detail: dict[str, str]


class OfficeFile(Strict):
    """Everything that is stored about an office. That it lends is told, and not taken over by an import."""

    format: Literal["tikamp-office"] = FORMAT
    format_version: Literal[1] = FORMAT_VERSION
    exported: Moment
    office: Annotated[str, Field(max_length=NAME_LENGTH), AfterValidator(_as_stored)]
    county: str | None = None  # a file from before there were facts tells none
    inhabitants: int | None = None
    tags: list[Short] = Field(default_factory=list)
    assessments: list[OneAssessment]
    members: list[OneMember]
    log: list[OneEvent]
    lends_since: Moment | None = None

    @property
    def facts(self) -> Facts:
        """What the office is grouped by."""
        return Facts(self.county, self.inhabitants, tuple(self.tags))

    @model_validator(mode="after")
    def _possible(self) -> Self:
        wrong = self.facts.faults()
        if wrong:
            raise ValueError(f"{', '.join(wrong)}: cannot be so")
        return self
