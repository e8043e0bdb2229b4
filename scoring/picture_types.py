"""The shape of the files behind the national picture: theses, checklist and known misprints.

Nothing here decides a score. A text may name a fact as ``{fact}``; the number itself is always
counted from the national figures, so that no figure is typed twice.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from scoring.model_types import Place, Texts
from scoring.strict_types import Code, Strict

Verdict = Literal["supported", "partly", "contradicted", "cannot_tell"]


class Fact(Strict):
    """How many gave certain answers to a survey item, of all who answered it.

    ``fields`` are the service fields of a ladder that are counted together. ``base`` is an item
    whose answers are the whole, where that is not the item itself.
    """

    item: Code
    answers: Annotated[list[Code], Field(min_length=1)]
    fields: list[Code] = Field(default=[])
    base: Code | None = None


Facts = Annotated[dict[Code, Fact], Field(min_length=1)]


class Thesis(Strict):
    """A common belief about service offices (section 10.2), and what the figures say about it."""

    place: Place
    claim: Texts
    says: Texts
    verdict: Verdict
    facts: Facts


class Theses(Strict):
    """``theses.yaml``: the nine theses in the report's order."""

    theses: dict[Code, Thesis]


class Point(Strict):
    """A point on the checklist of a municipality that plans an office.

    ``why`` sets it beside the figures; ``next`` says what to do while it is not in place.
    ``recommendation`` is the number in section 11.1 where the point is one of those.
    """

    recommendation: int | None = None
    title: Texts
    why: Texts
    next: Texts
    facts: Facts


class Planning(Strict):
    """``planning.yaml``: the points in the order in which they are best taken."""

    points: dict[Code, Point]


class Erratum(Strict):
    """A place where the report contradicts itself (``wrong``) or misleads (``unclear``)."""

    kind: Literal["wrong", "unclear"]
    place: Place
    items: list[Code] = Field(default=[])
    printed: Texts
    holds: Texts


class Errata(Strict):
    """``errata.yaml``: the known misprints, in the report's order within each kind."""

    errata: dict[Code, Erratum]
