"""What is known of the compared offices beside their answers, to filter by: county, inhabitants, tags.

A filter is offered only where some office tells the fact; those that do not are a choice of their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from scoring.counties import counties
from scoring.facts import COUNTY, INHABITANTS, TAGS
from scoring.groups import Group as Alike
from scoring.groups import members, size_classes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from scoring.answers import Marks
    from ui.comparing import Group

LIMITS: Final = (2_000.0, 5_000.0, 10_000.0, 20_000.0, 50_000.0)
"""Between the classes of inhabitants. 5,000 and 20,000 part small, middle and large municipalities in the
KOSTRA groups of Statistics Norway; the others are ours."""

NOT_TOLD: Final = "-"
"""The choice of the offices of which a fact is not known."""

SEPARATOR: Final = "."
"""Between words in the address, so that none of them may hold it."""


def told_facts(group: Group) -> list[str]:
    """The facts that some office tells."""
    facts = group.facts
    told = {
        COUNTY: any(county is not None for county in facts.county),
        INHABITANTS: not np.isnan(facts.inhabitants).all(),
        TAGS: any(facts.tags),
    }
    return [fact for fact, known in told.items() if known]


def county_choices(group: Group) -> list[str]:
    """The counties that offices lie in, by number; none where no office tells."""
    told = set(group.profile[COUNTY].dropna())
    return _with_not_told([number for number in counties() if number in told], of_counties(group, NOT_TOLD))


def class_choices(group: Group) -> list[str]:
    """The classes of inhabitants that hold offices, each by its place; none where no office tells."""
    held = [str(place) for place in range(len(size_classes(LIMITS))) if of_class(group, str(place)).any()]
    return _with_not_told(held, of_class(group, NOT_TOLD))


def tag_choices(group: Group) -> dict[str, str]:
    """The tags that offices bear, as the address has them -> as they are written."""
    written: dict[str, str] = {}
    for tag in sorted(
        {tag for tags in group.facts.tags for tag in tags}, key=lambda tag: (tag.casefold(), tag)
    ):
        written.setdefault(tag_code(tag), tag)
    choices = _with_not_told([*written], of_tags(group, NOT_TOLD))
    return {code: written.get(code, NOT_TOLD) for code in choices}


def tag_code(tag: str) -> str:
    """A tag as the address has it; those that differ in case alone are one."""
    code = tag.casefold().replace(SEPARATOR, " ")
    return f"{code} " if code == NOT_TOLD else code


def of_counties(group: Group, choice: str) -> Marks:
    """Which offices a choice of counties lets through."""
    column = group.profile[COUNTY]
    found = column.isna() if choice == NOT_TOLD else column == choice
    marks: Marks = found.to_numpy(dtype=bool)
    return marks


def of_class(group: Group, choice: str) -> Marks:
    """Which offices a choice of inhabitants lets through."""
    if choice == NOT_TOLD:
        return np.isnan(group.facts.inhabitants)
    return members(group.profile, Alike(sizes={INHABITANTS: size_classes(LIMITS)[int(choice)]}))


def of_tags(group: Group, choice: str) -> Marks:
    """Which offices a choice of tags lets through."""
    if choice == NOT_TOLD:
        return np.array([not tags for tags in group.facts.tags], dtype=bool)
    return np.array([choice in map(tag_code, tags) for tags in group.facts.tags], dtype=bool)


def any_of(group: Group, wanted: Sequence[str], one: Callable[[Group, str], Marks]) -> Marks:
    """Which offices any of the wanted choices lets through; all where none is wanted."""
    every = np.ones(len(group.codes), dtype=bool)
    found: Marks = np.logical_or.reduce([one(group, choice) for choice in wanted]) if wanted else every
    return found


def _with_not_told(told: list[str], silent: Marks) -> list[str]:
    return [*told, NOT_TOLD] if told and silent.any() else told
