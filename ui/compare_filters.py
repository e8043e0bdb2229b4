"""Which of the offices stand beside each other: by search, type, size, level, facts, by hand, or by likeness.

Everything is in the address in short words, so that a link opens the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from scoring.facts import COUNTY, INHABITANTS
from scoring.groups import VARIABLES, members, nearest, size_classes
from scoring.groups import Group as Alike
from ui import state
from ui.compare_facts import (
    SEPARATOR,
    any_of,
    class_choices,
    county_choices,
    of_class,
    of_counties,
    of_tags,
    tag_choices,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import pandas as pd

    from scoring import Model
    from scoring.answers import Marks
    from ui.comparing import Group

SEARCH, TYPES, SIZES, LEVELS, CHOSEN, NEAR, BY = "q", "type", "size", "level", "of", "near", "by"
COUNTIES, PEOPLE, TAGS = "county", "people", "tag"
"""The names in the address."""

EVERY: Final = (SEARCH, TYPES, SIZES, LEVELS, COUNTIES, PEOPLE, TAGS, CHOSEN, NEAR, BY)

TYPE, SIZE = "office_type", "fte"
"""The items that tell type and size."""

LIMITS: Final = (3.0, 6.0, 10.0, 20.0)
"""Between the classes of size, in full-time equivalents. Ours: the report's own classes leave gaps."""

NOT_RATED: Final = "none"
"""The level of an office without a total."""


@dataclass(frozen=True)
class Filters:
    """What the person has asked for; what is left empty lets every office through.

    Args:
        search: Words that must all be in an office's name, as it is shown.
        types: Alternatives of ``TYPE``.
        sizes: Places in ``size_classes(LIMITS)``, as text.
        levels: Levels of the total, or ``NOT_RATED``.
        counties: Their numbers, or ``NOT_TOLD``.
        people: Places in the classes of inhabitants, as text, or ``NOT_TOLD``.
        tags: Tags as the address has them, or ``NOT_TOLD``.
        chosen: Codes of offices.
        near: The code of an office that the others are to be like, or None.
        by: The variables that make offices alike.
    """

    search: str = ""
    types: tuple[str, ...] = ()
    sizes: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    counties: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    chosen: tuple[str, ...] = ()
    near: str | None = None
    by: tuple[str, ...] = VARIABLES

    @property
    def narrow(self) -> bool:
        """Whether any office could be left out."""
        return self != Filters(by=self.by)


def in_address(group: Group) -> Filters:
    """What the address asks for; what it says that is not known is passed over."""
    model, codes = group.rating.model, group.codes

    def known(name: str, words: Iterable[str]) -> tuple[str, ...]:
        said = (state.said_in_address(name) or "").split(SEPARATOR)
        allowed = set(words)
        return tuple(dict.fromkeys(word for word in said if word in allowed))

    return Filters(
        search=state.said_in_address(SEARCH) or "",
        types=known(TYPES, model.alternatives(TYPE)),
        sizes=known(SIZES, sizes()),
        levels=known(LEVELS, levels(model)),
        counties=known(COUNTIES, county_choices(group)),
        people=known(PEOPLE, class_choices(group)),
        tags=known(TAGS, tag_choices(group)),
        chosen=known(CHOSEN, codes),
        near=state.in_address(NEAR, codes),
        by=known(BY, variables(group)) or VARIABLES,
    )


def variables(group: Group) -> list[str]:
    """What offices can be alike in: the answers about the office itself, and the facts that are told."""
    items, profile = group.rating.model.items, group.profile
    asked = [str(code) for code in profile if code in items and items[str(code)].section == "profile"]
    return [*asked, *(fact for fact in (COUNTY, INHABITANTS) if profile[fact].notna().any())]


def sizes() -> list[str]:
    """The classes of size, each by its place."""
    return [str(place) for place in range(len(size_classes(LIMITS)))]


def levels(model: Model) -> list[str]:
    """The levels from the highest to the lowest, then no level."""
    return [*reversed(model.method.levels), NOT_RATED]


def through(group: Group, filters: Filters, labels: Mapping[str, str]) -> list[str]:
    """The codes of the offices that every filter lets through, in their order.

    Args:
        group: All offices.
        filters: What is asked for.
        labels: Code -> what the office is called on the screen: a hidden name is not searched.

    Laws: another filter never lets an office in.
    """
    inside = _alike(group.profile, filters) & _on_level(group, filters.levels) & _by_facts(group, filters)
    words = filters.search.casefold().split()
    near = set(like(group, filters).index) | {filters.near} if filters.near else None
    return [
        code
        for code, fits in zip(group.codes, inside, strict=True)
        if fits
        and all(word in labels[code].casefold() for word in words)
        and (not filters.chosen or code in filters.chosen)
        and (near is None or code in near)
    ]


def like(group: Group, filters: Filters) -> pd.DataFrame:
    """The offices that are most like the one chosen, nearest first (see ``nearest``)."""
    place = group.codes.index(filters.near or "")
    return nearest(group.profile, place, weights=dict.fromkeys(filters.by, 1.0))


def _alike(profile: pd.DataFrame, filters: Filters) -> Marks:
    inside = members(profile, Alike({TYPE: filters.types} if filters.types else {}))
    classes = size_classes(LIMITS)
    of_size = [members(profile, Alike(sizes={SIZE: classes[int(place)]})) for place in filters.sizes]
    return inside & np.logical_or.reduce(of_size) if of_size else inside


def _by_facts(group: Group, filters: Filters) -> Marks:
    """The facts all count; of one fact, any of the choices will do."""
    return (
        any_of(group, filters.counties, of_counties)
        & any_of(group, filters.people, of_class)
        & any_of(group, filters.tags, of_tags)
    )


def _on_level(group: Group, wanted: tuple[str, ...]) -> Marks:
    names = [*group.rating.model.method.levels, NOT_RATED]  # -1, not rated, is the last
    level = np.array([names[place] in wanted for place in group.rating.total["level"]], dtype=bool)
    return level if wanted else np.ones(len(level), dtype=bool)
