"""The shape of the model files: what a domain expert may write, and nothing else.

Every type is frozen and strict: an unknown key, a number where text is meant, or a missing
language is a fault (see ``model.py``), never a guess. The JSON Schemas in ``criteria/schema``
are generated from these types.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from scoring.rule_types import Rule
from scoring.strict_types import Code, Line, Points, Strict, Weight

Kind = Literal["three_point", "choice", "share", "amount", "count", "ladder", "multi"]
Language = Literal["nb", "nn", "en"]


class Texts(Strict):
    """One text in the three languages."""

    nb: Line
    nn: Line
    en: Line


class Place(Strict):
    """Where in the 2003 report a thing stands; only ``section`` is always there."""

    section: Line
    question: Line | None = None
    table: int | None = None
    figure: int | None = None
    recommendation: Annotated[int, Field(ge=1, le=15)] | None = None


class Bin(Strict):
    """A class of a number, as the report groups it: from ``low`` to ``high``, both included.

    ``high`` is None for an open upper class. The report's classes leave gaps (errata B17), so a
    number may fall in none.
    """

    low: float
    high: float | None = None
    text: Texts


class Item(Strict):
    """A survey item: what is asked, and which answers it takes.

    ``place.question`` is None for an item of our own, which has no national figure. ``context``
    marks an item that is compared with the nation whether or not an indicator scores it.
    """

    section: Code
    kind: Kind
    place: Place
    text: Texts
    help: Texts
    alternatives: dict[Code, Texts] | None = None
    scale: Code | None = None
    bins: dict[Code, Bin] | None = None
    unit: Code | None = None
    minimum: float | None = None
    maximum: float | None = None
    whole: bool = False
    at_most: Annotated[int, Field(ge=1)] | None = None
    do_not_know: bool = False
    does_not_apply: bool = False
    asked: bool = True
    context: bool = False
    caution: Texts | None = None


class Section(Strict):
    """A part of the form: the profile, the service ladder, or one criterion."""

    title: Texts
    intro: Texts


class Survey(Strict):
    """``survey.yaml``: the sections, the answer scales and every item."""

    sections: dict[Code, Section]
    scales: dict[Code, dict[Code, Texts]]
    special: dict[Literal["do_not_know", "does_not_apply"], Texts]
    items: dict[Code, Item]

    def alternatives(self, code: str, fields: Fields) -> dict[str, Texts]:
        """The answers that item ``code`` takes, in order; none for plain numbers."""
        item = self.items[code]
        if item.alternatives is not None:
            return item.alternatives
        if item.kind == "ladder":
            return {str(step): text for step, text in fields.steps.items()}
        if item.kind == "multi":
            return {name: one.title for name, one in fields.fields.items()}
        scale = "three_point" if item.kind == "three_point" else item.scale
        return self.scales.get(scale or "", {})


class ServiceField(Strict):
    """One of the 24 service fields of Q56, Q57 and the ladder."""

    level: Literal["municipal", "state", "other"]
    title: Texts
    help: Texts
    ladder: bool = Field(default=True, description="Whether the report has a ladder for it")


class Fields(Strict):
    """``fields.yaml``: the service fields and the steps of tjenestetrappa."""

    fields: dict[Code, ServiceField]
    steps: dict[Literal["not_offered", "1", "2", "3", "4", "5", "6"], Texts]


class Condition(Strict):
    """An answer to another item that makes an indicator irrelevant."""

    item: Code
    answers: Annotated[list[Code], Field(min_length=1)]


class Indicator(Strict):
    """A scored indicator of a criterion.

    ``strength`` tells how directly it measures what the criterion demands. ``own`` marks an
    indicator that the 2003 survey did not ask about, so that it has no national figure.
    """

    title: Texts
    strength: Literal["direct", "partial", "proxy"]
    weight: Weight = 1.0
    effort: Literal["small", "medium", "large"] = "medium"
    own: bool = False
    rule: Rule
    does_not_apply_when: Condition | None = None
    why: Texts
    advice: Texts
    caution: Texts | None = None


class Criterion(Strict):
    """One file for each criterion: what it demands and the indicators that measure it."""

    number: Annotated[int, Field(ge=1)]
    title: Texts
    short: Texts
    demand: Texts
    place: Place
    indicators: dict[Code, Indicator]


class Recommendation(Strict):
    """A recommendation of section 11.1, restated, and what it is tied to."""

    code: Code
    number: Annotated[int, Field(ge=1, le=15)]
    addressee: Literal["office", "planning", "no_plans", "government"]
    title: Texts
    text: Texts
    place: Place
    effort: Literal["small", "medium", "large"]
    indicators: list[Code] = Field(default_factory=list)
    context: list[Condition] = Field(
        default_factory=list, description="Unscored items and the answers that mean it is in place"
    )


class Recommendations(Strict):
    """``recommendations.yaml``."""

    recommendations: list[Recommendation]


class Level(Strict):
    """A named part of the 0-100 scale, from ``low`` up to the next level."""

    low: Annotated[float, Field(ge=0, le=100)]
    title: Texts
    light: Annotated[str, Field(pattern=r"^#[0-9a-f]{6}$")]
    dark: Annotated[str, Field(pattern=r"^#[0-9a-f]{6}$")]
    shape: Literal["circle", "square", "diamond", "triangle"]


class Method(Strict):
    """``method.yaml``: how points become scores. Nothing of this is a number in code."""

    version: Line
    criterion_aggregation: Literal["weighted_mean"]
    total_aggregation: Literal["mean"]
    criterion_coverage: Annotated[float, Field(ge=0, le=1)]
    rated_criteria: Annotated[int, Field(ge=1)]
    three_point: dict[Code, Points]
    effort: dict[Literal["small", "medium", "large"], Weight]
    stand_in_fields: Annotated[list[Code], Field(min_length=1)]
    demanded_item: Code
    ladder_item: Code
    population: Annotated[int, Field(ge=2)]
    respondents: Annotated[int, Field(ge=2)]
    levels: dict[Code, Level]
