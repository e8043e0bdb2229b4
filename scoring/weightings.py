"""Other reasonable weights of the criteria than the ones in use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scoring.model import Model
    from scoring.points import Floats

DRAWS: Final = 2_000
"""Weightings that are drawn: the standard error of a share is then 1.1 percentage points at most."""

RANKS: Final = 4_000_000
"""Ranks that are drawn while somebody waits, a second's work: 2,000 offices under all the weightings."""

CONCENTRATION: Final = 100.0
"""How close drawn weights keep to their centre. Ours (decision 14): of ten equal weights, nine in ten are
drawn between about half and one and a half times what they were."""

SEED: Final = 2003
"""So that the same offices get the same digits today and tomorrow."""


def draws_for(offices: int) -> int:
    """How many weightings to draw for so many offices, so that nobody waits longer than a second or two.

    Args:
        offices: 0 or more.

    Returns:
        ``DRAWS`` for up to 2,000 offices; 400 for 10,000, where the standard error of a share is 2.5
        percentage points at most. Never fewer than 100.
    """
    return max(100, min(DRAWS, RANKS // max(offices, 1)))


def centre_of(weights: Mapping[str, float] | None, *, model: Model) -> Floats:
    """Weights in the order of the model's criteria; all alike, as the model has them, where none are given.

    Raises:
        ValueError: A weight is missing, unknown, negative or no number, or none is above 0.
    """
    given = dict.fromkeys(model.criteria, 1.0) if weights is None else weights
    if given.keys() != model.criteria.keys():
        raise ValueError(f"weights are for {', '.join(model.criteria)}, not {', '.join(given) or 'nothing'}")
    centre = np.array([given[code] for code in model.criteria], dtype=float)
    if not (np.isfinite(centre).all() and (centre >= 0).all() and centre.any()):
        raise ValueError(f"weights are 0 or more, and at least one is above 0, not {centre.tolist()}")
    return centre


def draw_weights(centre: Floats, *, draws: int, concentration: float, seed: int) -> Floats:
    """Weightings around a centre, from a Dirichlet distribution: never negative, and one in sum.

    Args:
        centre: What each criterion weighs, 0 or more.
        draws: How many, 1 or more.
        concentration: Above 0. A weight w (of one in sum) has mean w and standard deviation
            sqrt(w (1 - w) / (concentration + 1)).
        seed: The same seed draws the same weightings.

    Returns:
        Shape (criteria, draws). A weight of 0 stays 0, and one above it above 0.

    Raises:
        ValueError: ``draws`` or ``concentration`` is too small.
    """
    if draws < 1 or not concentration > 0:
        raise ValueError(f"draws are 1 or more and a concentration above 0, not {draws} and {concentration}")
    shares = centre / centre.sum()
    drawn = np.random.default_rng(seed).dirichlet(concentration * shares, draws).T
    # A tiny weight can be drawn as 0; an office that is rated on nothing else would lose its total.
    return np.maximum(drawn, np.finfo(float).tiny) * (centre > 0)[:, None]
