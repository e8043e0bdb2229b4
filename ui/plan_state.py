"""The plan of measures in the person's own assessment, and small questions about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.plan import SINGLE, PlannedMeasure, default_effort, indicators_of
from ui import own, resources, state

if TYPE_CHECKING:
    from collections.abc import Iterable

    from report.scorecard import Scorecard
    from scoring import Model

ROUNDING = 1e-9
"""Points that differ less are the same."""

_GONE = "plan.gone"
"""Remembers the measure that was taken out."""

_EDITION = "plan.edition"
"""Remembers how many times measures have moved up."""


def plan() -> tuple[PlannedMeasure, ...]:
    """The plan as the session holds it, in the order in which it was made."""
    return state.assessment().plan


def add(codes: Iterable[str]) -> list[str]:
    """Plans measures that are not planned yet, with the model's own effort.

    Returns:
        The codes that are new.
    """
    held, model = {one.code for one in plan()}, resources.model()
    new = [code for code in dict.fromkeys(codes) if code not in held]
    own.set_plan((*plan(), *(PlannedMeasure(code, default_effort(code, model)) for code in new)))
    return new


def place_of(planned: PlannedMeasure) -> int:
    """Where in the plan a measure stands that the plan holds."""
    return next(place for place, one in enumerate(plan()) if one is planned)


def change(place: int, new: PlannedMeasure) -> None:
    """Puts a changed measure in the place of the one that stands there."""
    own.set_plan(tuple(new if place == where else one for where, one in enumerate(plan())))


def take_out(place: int) -> None:
    """Takes a measure out of the plan; ``put_back`` brings it back."""
    state.remember(_GONE, plan()[place])
    state.remember(_EDITION, _edition() + 1)
    own.set_plan(tuple(one for where, one in enumerate(plan()) if where != place))


def taken_out() -> PlannedMeasure | None:
    """The measure that was taken out last, while it can be put back."""
    gone: PlannedMeasure | None = state.recall(_GONE)
    return gone


def put_back() -> None:
    """Puts back the measure that was taken out last."""
    gone = taken_out()
    if gone is not None:
        own.set_plan((*plan(), gone))
    forget()


def key(place: int, field: str) -> str:
    """The key of a field's widget: new when the places have moved, so that none writes on another's."""
    return state.key(f"plan.{_edition()}.{place}.{field}")


def _edition() -> int:
    return int(state.recall(_EDITION) or 0)


def forget() -> None:
    """Lets go of the measure that was taken out."""
    state.remember(_GONE, None)


def code_of(indicator: str, model: Model) -> str:
    """What an indicator is called in a plan: the recommendation that is about it alone, else itself."""
    covering = [one for one in model.recommendations if indicator in one.indicators]
    alone = next((one.code for one in covering if one.indicators == [indicator]), None)
    return alone or (f"{SINGLE}{indicator}" if covering else indicator)


def worth_planning(tried: Iterable[str], now: Scorecard, then: Scorecard, model: Model) -> list[str]:
    """What can be planned of that which is tried.

    Args:
        tried: Measures put in place as a whole.
        now: The scorecard of the real answers.
        then: The scorecard with what is tried.
        model: The model.

    Returns:
        The measures, then each other indicator that gets full points and has not got them now.
    """
    whole = list(tried)
    covered = {indicator for code in whole for indicator in indicators_of(code, model)}
    before = _points(now)
    lifted = [code for code, points in _points(then).items() if _full(points) and not _full(before[code])]
    return list(dict.fromkeys([*whole, *(code_of(code, model) for code in lifted if code not in covered)]))


def _full(points: float | None) -> bool:
    return points is not None and points >= 1 - ROUNDING


def _points(card: Scorecard) -> dict[str, float | None]:
    return {one.code: one.points for criterion in card.criteria for one in criterion.indicators}
