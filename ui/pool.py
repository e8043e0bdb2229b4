"""What the person at the page may be shown of the pool of today, asked anew at every run."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from scoring.pool import Part, Today, complete, today
from storage import NotFound, pool
from ui import resources
from ui.who import actor, hosted

if TYPE_CHECKING:
    from storage.pool import Batch


@dataclass(frozen=True)
class Seen:
    """The pool as one person may see it.

    Args:
        scores: Means over the offices that count; None for nothing.
        answers: The offices whose answers may be counted up; None for none.
    """

    scores: Today | None = None
    answers: Part | None = None


def seen() -> Seen:
    """What may be shown now; a withdrawal shows at once, for only the rating of a whole batch is kept.

    At home all offices are one's own, and nothing is shown.

    Raises:
        Unavailable: The store cannot be read.
    """
    if not hosted():
        return Seen()
    model, nation = resources.model(), resources.nation()
    rates = partial(complete, model=model, nation=nation)
    found = pool.look(resources.store(), actor(), model_version=model.version, complete=rates)
    parts = [part for part in map(_part, found.scores) if part]
    return Seen(today(parts), _part(found.answers) if found.answers else None)


def _part(batch: Batch) -> Part | None:
    """None where the batch was broken in this very moment."""
    try:
        lent = resources.lent(resources.Asked(batch.id, actor()))
    except NotFound:
        return None
    return Part(lent, np.array(batch.fresh), np.array(batch.own))
