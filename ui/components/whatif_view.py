"""What every part of the what-if page draws from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from report.scorecard import build_scorecard
from ui import resources, state
from ui.components.scorecard_view import view_of
from ui.trial_state import sandbox

if TYPE_CHECKING:
    from report.scorecard import Scorecard
    from scoring import Assessment
    from ui.components.scorecard_view import View
    from ui.trial_state import Sandbox

_NOW = "trial.now"
"""Remembers the scorecard of the real answers: while one tries, only the other one is rated."""


@dataclass(frozen=True)
class Trial:
    """One office as it is and as it would be.

    Args:
        box: What is tried.
        now: The scorecard of the real answers.
        then: What the scorecard page would show with the answers tried.
    """

    box: Sandbox
    now: Scorecard
    then: View


def trial() -> Trial:
    """Rates the office with the answers as they are tried at this moment."""
    box = sandbox()
    now = _now(box.base)
    then = view_of(box.assessment, source=box.shown.source)
    return Trial(box, now, then)


def _now(base: Assessment) -> Scorecard:
    held: Scorecard | None = state.recall(_NOW)
    if held is None or held.assessment != base:
        held = build_scorecard(base, model=resources.model(), nation=resources.nation())
        state.remember(_NOW, held)
    return held
