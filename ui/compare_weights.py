"""The person's own weights of the criteria, in the address as a digit for each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ui import state

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scoring import Model

WEIGHTS: Final = "w"
"""The name in the address."""

USUAL, HIGHEST = 1, 9
"""The weight that each criterion has, and the highest that one can be given."""


def in_address(model: Model) -> dict[str, int]:
    """Criterion -> weight, 0 to ``HIGHEST``; the usual ones where the address has no such digits."""
    said = state.said_in_address(WEIGHTS) or ""
    if not re.fullmatch(f"[0-9]{{{len(model.criteria)}}}", said):
        return dict.fromkeys(model.criteria, USUAL)
    return {code: int(digit) for code, digit in zip(model.criteria, said, strict=True)}


def put_in_address(weights: Mapping[str, int]) -> None:
    """Says the weights; nothing where they are the usual ones."""
    usual = all(weight == USUAL for weight in weights.values())
    state.put_in_address(WEIGHTS, None if usual else "".join(map(str, weights.values())))


def used(weights: Mapping[str, int]) -> dict[str, float] | None:
    """What the ranks are reckoned with; None for the model's own, where all weigh alike or none does."""
    if len(set(weights.values())) == 1:
        return None
    return {code: float(weight) for code, weight in weights.items()}
