"""Whom to compare an office with: a group by type, place and size, or the nearest offices by profile.

A profile is a table of offices x variables: the context items of the form, county and inhabitants, and
whatever else is put beside them. Columns of numbers are measured, all others are words that are the same
or not.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from scoring.aggregate import DIGITS
from scoring.answers import FIRST, NUMERIC, vocabulary
from scoring.facts import COUNTY, INHABITANTS, no_facts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from scoring.answers import Answers, Marks
    from scoring.model import Model
    from scoring.points import Floats

VARIABLES: Final = ("office_type", "opened", "placement", "location", "fte")
"""What makes offices alike unless another set is chosen. Ours: what an office is, not how well it does."""

NEAREST: Final = 5
"""How many nearest offices are told."""

COMPARABLE: Final = 0.5
"""The least share of the variables that two offices must both have answered. Ours, as for a criterion."""


@dataclass(frozen=True)
class Group:
    """What the offices of a comparison group have in common; all of it must hold.

    Args:
        words: Variable -> words, of which an office must have one.
        sizes: Variable -> from which number, and up to but without which.
    """

    words: Mapping[str, Sequence[str]] = field(default_factory=dict)
    sizes: Mapping[str, tuple[float, float]] = field(default_factory=dict)


def profiles(answers: Answers, *, model: Model) -> pd.DataFrame:
    """The answers to the context items, in the order of the form; several choices in one cell left out.

    Returns:
        Offices x variables: the items, then county and inhabitants. Numbers, or the codes of
        alternatives. Missing where there is no such answer, be it a blank, "do not know" or "does not
        apply".
    """
    columns: dict[str, Floats | pd.Categorical] = {}
    for code, item in model.asked.items():
        if item.context and item.kind in NUMERIC:
            columns[code] = answers.values[code]
        elif item.context and item.kind != "multi":
            states = {state: word for word, state in vocabulary(model, code).items() if state >= FIRST}
            columns[code] = pd.Categorical([states.get(state) for state in answers.states[code]])
    facts = answers.facts or no_facts(len(answers))
    columns |= {COUNTY: pd.Categorical(facts.county), INHABITANTS: facts.inhabitants}
    return pd.DataFrame(columns, index=pd.Index(answers.offices, name="office"))


def members(profile: pd.DataFrame, group: Group) -> Marks:
    """Which offices belong to a group, shape (offices,). What is not known of an office is not alike.

    Raises:
        KeyError: The profile lacks a variable.

    Laws: another condition never lets an office in; a group without conditions holds all.
    """
    inside = np.ones(len(profile), dtype=bool)
    for variable, words in group.words.items():
        inside &= profile[variable].isin(words).to_numpy(dtype=bool)
    for variable, (low, high) in group.sizes.items():
        inside &= profile[variable].between(low, high, inclusive="left").to_numpy(dtype=bool)
    return inside


def size_classes(limits: Sequence[float]) -> list[tuple[float, float]]:
    """The classes between limits, each up to but without the next one's start: from 0, and the last open."""
    return list(pairwise([0.0, *sorted(limits), math.inf]))


def group_like(
    profile: pd.DataFrame,
    place: int,
    *,
    words: Iterable[str] = (),
    sizes: Mapping[str, Sequence[float]] | None = None,
) -> Group:
    """The group of those like one office.

    Args:
        profile: The offices.
        place: The office's row.
        words: Variables on which they have the same word as it.
        sizes: Variables on which they are in the same class as it -> limits between the classes.

    Returns:
        The group. Where the office's own word or size is not known, nobody can be like it.
    """
    return Group(
        {variable: list(profile[variable].iloc[[place]].dropna()) for variable in words},
        {
            variable: _class_of(_numbers(profile[variable])[place], limits)
            for variable, limits in (sizes or {}).items()
        },
    )


def _class_of(number: float, limits: Sequence[float]) -> tuple[float, float]:
    classes = (one for one in size_classes(limits) if one[0] <= number < one[1])
    return next(classes, (math.nan, math.nan))


def nearest(
    profile: pd.DataFrame, place: int, *, weights: Mapping[str, float] | None = None, count: int = NEAREST
) -> pd.DataFrame:
    """The offices nearest to one by profile.

    Args:
        profile: The offices.
        place: The row of the one.
        weights: Variable -> weight above 0; ``VARIABLES`` alike where left out.
        count: At most how many.

    Returns:
        Name -> ``distance`` and ``compared`` (see ``gower``), nearest first and in the order of the
        alphabet where equally near. Without the office itself, and without those that share less than
        ``COMPARABLE`` of the variables' weight with it: too little is known to call them near.

    Raises:
        KeyError: The profile lacks a variable.
    """
    found = gower(profile, place, weights=weights or dict.fromkeys(VARIABLES, 1.0)).round(DIGITS)
    others: pd.DataFrame = found[(found["compared"] >= COMPARABLE) & (np.arange(len(found)) != place)]
    near = others.nsmallest(
        count, "distance", keep="all"
    )  # all that tie for the last place, to choose by name
    return near.rename_axis("office").sort_values(["distance", "office"]).head(count)


def gower(profile: pd.DataFrame, place: int, *, weights: Mapping[str, float]) -> pd.DataFrame:
    """Gower's distance from one office to every office of the profile.

    On a number, two offices are as far apart as they differ in parts of the range over all offices; on
    a word, not at all (0) or wholly (1). The distance is the weighted mean over the variables that both
    have; a variable that one of them lacks takes no part.

    Args:
        profile: The offices.
        place: The row of the one.
        weights: Variable -> weight above 0.

    Returns:
        Offices x ``distance`` (0-1, NaN where no variable is known of both) and ``compared`` (the share of
        the weight that is known of both, 0-1).

    Laws: symmetric; 0 to itself; the unit of a number is irrelevant, as is the order of offices.

    Source: Gower, J. C. (1971): A general coefficient of similarity and some of its properties.
    Biometrics 27, 857-871; the distance is one less the similarity.
    """
    apart, both = (np.zeros(len(profile)) for _ in range(2))
    for variable, weight in weights.items():
        differs, known = _differences(profile[variable], place)
        apart += weight * np.where(known, differs, 0.0)
        both += weight * known
    with np.errstate(invalid="ignore"):
        distance = apart / both
    columns = {"distance": distance, "compared": both / sum(weights.values())}
    return pd.DataFrame(columns, index=profile.index)


def _differences(column: pd.Series, place: int) -> tuple[Floats, npt.NDArray[np.bool_]]:
    """How far each office is from one on a variable, 0-1, and whether it is known of both."""
    if not pd.api.types.is_numeric_dtype(column):
        codes = column.astype("category").cat.codes.to_numpy()
        return (codes != codes[place]).astype(float), (codes >= 0) & (codes[place] >= 0)
    numbers = _numbers(column)
    known = ~np.isnan(numbers) & ~np.isnan(numbers[place])
    spread = np.ptp(numbers[~np.isnan(numbers)]) if known.any() else 0.0
    return np.abs(numbers - numbers[place]) / (spread or 1.0), known


def _numbers(column: pd.Series) -> Floats:
    return column.to_numpy(dtype=float, na_value=np.nan)
