"""The pool of today: figures over offices that lend, such that no group under five can be worked out.

Offices come into the pool in parts, and each part holds offices that were never shown before (``fresh``). A
figure counts a part only where at least ``FLOOR`` of these are ``unknown`` to the viewer as well. So whatever
sums are shown over the years, any sum of multiples of them still holds five offices that the viewer cannot
see: the newest part in it is the only one that has its fresh offices. Decision 21 has the whole argument.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from scoring.aggregate import DIGITS
from scoring.answers import FIRST, NUMERIC
from scoring.assessment import Assessment, to_rows
from scoring.comparison import TOTAL, compare
from scoring.encode import encode
from scoring.faults import FaultsError
from scoring.rating import rate

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from scoring.answers import Answers
    from scoring.model import Model
    from scoring.nation import Nation

FLOOR: Final = 5
"""Nothing is shown of fewer offices than this, those not counted that the viewer can see."""

NO_ANSWER: Final = "no_answer"
"""The cell of those who left an item open, do not know, or whom it does not apply to."""

LIKE: Final = "like."
"""Begins the name of a score on only what 2003 has figures for."""

_DIGITS: Final = 2

Marks = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Lent:
    """What some offices lend, without their names; the same for every viewer.

    Args:
        answers: Their checked answers.
        scores: Offices x (``total``, the criteria, then each again as ``like.<name>``), 0-100; NaN where
            not rated.
    """

    answers: Answers
    scores: pd.DataFrame

    @property
    def complete(self) -> Marks:
        """Who has the total and every criterion: figures over different offices could be played off."""
        full = [name for name in self.scores if not str(name).startswith(LIKE)]
        return self.scores[full].notna().all(axis=1).to_numpy()


@dataclass(frozen=True)
class Part:
    """Offices that came into the pool together, as one viewer may see them.

    Args:
        lent: What they lend.
        fresh: Who had never been in the pool before.
        own: Whose answers the viewer can see anyhow.
    """

    lent: Lent
    fresh: Marks
    own: Marks

    @property
    def unknown(self) -> Marks:
        """Of whom the viewer cannot have learnt anything."""
        unseen: Marks = self.fresh & ~self.own
        return unseen

    def holds(self, those: Marks) -> bool:
        """Whether enough of those are unknown."""
        return int(np.count_nonzero(self.unknown & those)) >= FLOOR


@dataclass(frozen=True)
class Today:
    """The scores of the pool.

    Args:
        n: Over how many offices, the same ones for every score.
        scores: ``total``, criterion, ``like.total`` or ``like.<criterion>`` -> mean, 0-100, a whole number:
            more digits would say more about single offices, and nothing more about the pool. One that
            an office lacks is not there.
    """

    n: int
    scores: Mapping[str, float]


@dataclass(frozen=True)
class Spread:
    """How the pool answered an item.

    Args:
        shares: Alternative, or ``NO_ANSWER`` -> share of all offices of the pool, 0-1, to a whole
            percent. None where too few gave it to be shown alone.
        rest: The share of all those together; None where every alternative is shown.
    """

    shares: Mapping[str, float | None]
    rest: float | None


def lent(answers: Sequence[Mapping[str, str]], *, model: Model, nation: Nation) -> Lent:
    """Rates what offices lend.

    Args:
        answers: Column -> text for each office.
        model: The model that they are made with.
        nation: What 2003 has figures for.

    Returns:
        Rows in the same order. An office whose answers do not fit the model counts as one without answers:
        that one is broken is no reason to show nobody's.
    """
    given = [Assessment(str(place), one) for place, one in enumerate(answers, start=1)]
    whole = _encoded(given, model)
    rating = rate(whole, model=model)
    full = pd.DataFrame({TOTAL: rating.total["score"], **rating.score})
    like = compare(rating, nation).score.add_prefix(LIKE)
    return Lent(whole, pd.concat([full, like], axis=1))


def complete(answers: Sequence[Mapping[str, str]], *, model: Model, nation: Nation) -> list[bool]:
    """Which offices have the total and every criterion, so that they can be in the pool."""
    return [bool(one) for one in lent(answers, model=model, nation=nation).complete]


def today(parts: Sequence[Part]) -> Today | None:
    """The mean scores over all that may be counted.

    Returns:
        None where nothing may.

    Laws: the order of parts and of offices is irrelevant; a part more or less changes the sums by that part.
    """
    counted = [part.lent.scores[part.lent.complete] for part in parts if part.holds(part.lent.complete)]
    if not counted:
        return None
    scores = pd.concat(counted).dropna(axis="columns")
    means = scores.mean().round(DIGITS).round()  # first the digits that the order of the offices may change
    return Today(len(scores), {str(name): float(mean) for name, mean in means.items()})


def spread(part: Part, item: str, *, model: Model) -> Spread | None:
    """How the offices answered an item that has alternatives.

    Returns:
        None where nothing may be shown, or the item is of another kind.
    """
    kind = model.items[item].kind
    if kind == "multi":
        return _several(part, item, model)
    if kind in NUMERIC or item not in part.lent.answers.states:
        return None
    states = part.lent.answers.states[item]
    cells = {name: states == FIRST + place for place, name in enumerate(model.alternatives(item))}
    return cut({**cells, NO_ANSWER: states < FIRST}, part)


def average(part: Part, item: str, *, model: Model) -> float | None:
    """The mean of a number, to two digits that count; None where too few give one."""
    if model.items[item].kind not in NUMERIC:
        return None
    values = part.lent.answers.values[item]
    given = ~np.isnan(values)
    return float(f"{values[given].mean():.{_DIGITS}g}") if part.holds(given) else None


def cut(cells: Mapping[str, Marks], part: Part) -> Spread | None:
    """The cells that may be shown, and all others as one.

    The rarest go together first, for every viewer in the same order: of two ways to put cells together, one
    is then always the coarser, and nothing can be learnt from both.

    Args:
        cells: Name -> who is in it. Everybody is in exactly one.
        part: The offices.

    Laws: each shown share, and the rest, holds nobody or at least ``FLOOR`` unknown offices.
    """
    taken = [name for name, those in cells.items() if those.any()]
    order = sorted(taken, key=lambda name: np.count_nonzero(cells[name] & part.fresh))
    for together in range(len(order)):
        rest = np.logical_or.reduce([cells[name] for name in order[:together]] or [np.zeros(0, bool)])
        alone = order[together:]
        if all(part.holds(cells[name]) for name in alone) and (not together or part.holds(rest)):
            shares = {name: None if name in order[:together] else _share(cells[name]) for name in cells}
            return Spread(shares, _share(rest) if together else None)
    return None


def _several(part: Part, item: str, model: Model) -> Spread | None:
    """Each alternative by itself, for one office may give several: those who did beside those who did not."""
    shares: dict[str, float | None] = {}
    for place, name in enumerate(model.alternatives(item)):
        marked = part.lent.answers.marked[item][:, place]
        found = cut({name: marked, NO_ANSWER: ~marked}, part)
        shares[name] = found.shares[name] if found else None
    return Spread(shares, None) if any(share is not None for share in shares.values()) else None


def _share(those: Marks) -> float:
    return round(float(those.mean()), _DIGITS)


def _encoded(given: Sequence[Assessment], model: Model) -> Answers:
    try:
        return encode(to_rows(given), model=model)
    except FaultsError:
        return encode(to_rows([_sound(one, model) for one in given]), model=model)


def _sound(one: Assessment, model: Model) -> Assessment:
    try:
        encode(to_rows([one]), model=model)
    except FaultsError:
        return Assessment(one.office, {})
    return one
