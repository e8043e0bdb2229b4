"""The kinds of rule that turn answers into points."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from scoring.strict_types import Code, Line, Points, Strict


class AnswersRule(Strict):
    """Points by answer. Answers under ``not_scored`` are taken out of the criterion's weight."""

    kind: Literal["answers"]
    item: Code
    points: dict[Code, Points] | None = Field(
        default=None, description="Left out for a three-point item: the method's scale is used"
    )
    not_scored: list[Code] = Field(default_factory=list)


class ShareRule(Strict):
    """A percentage answered directly, between the goalposts."""

    kind: Literal["share"]
    item: Code
    worst: float
    best: float


class KnownRule(Strict):
    """Points by how many of the items are answered with a figure rather than "do not know"."""

    kind: Literal["known"]
    items: Annotated[list[Code], Field(min_length=1)]
    points: list[Points]
    base_question: Line | None = Field(default=None, description="The question whose n is the national base")


class DemandedRule(Strict):
    """The share of the most demanded fields that are offered at ``from_step`` or higher."""

    kind: Literal["demanded_fields"]
    from_step: Annotated[int, Field(ge=1, le=6)]
    worst: float
    best: float


class UpToRule(Strict):
    """The share of the office's fields that stop at ``up_to_step`` or lower."""

    kind: Literal["fields_up_to"]
    up_to_step: Annotated[int, Field(ge=1, le=6)]
    worst: float
    best: float


class PerRule(Strict):
    """Service fields per unit of a number, such as a full-time equivalent."""

    kind: Literal["fields_per"]
    item: Code
    worst: float
    best: float


Rule = Annotated[
    AnswersRule | ShareRule | KnownRule | DemandedRule | UpToRule | PerRule,
    Field(discriminator="kind"),
]
