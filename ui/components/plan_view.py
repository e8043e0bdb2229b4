"""What every part of the plan page draws from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from report.plan_lines import plan_lines, plan_steps
from ui import state
from ui.components.scorecard_view import view_of

if TYPE_CHECKING:
    from report.plan_lines import PlanLine
    from scoring.plan import Milestone
    from ui.components.scorecard_view import View


@dataclass(frozen=True)
class PlanView:
    """The person's own plan, line by line and step by step, as paper and files show it.

    Args:
        view: The own office's result.
        lines: The planned measures: done ones first, then by deadline.
        steps: The projected total by date, from the day of the assessment on.
    """

    view: View
    lines: tuple[PlanLine, ...]
    steps: tuple[Milestone, ...]

    @property
    def late(self) -> tuple[PlanLine, ...]:
        """The measures that are not in place though their deadline has passed."""
        today = state.today()
        return tuple(one for one in self.lines if one.open and (one.planned.deadline or today) < today)


def plan_view() -> PlanView:
    """Rates the own office and works its plan out."""
    view = view_of(state.named(state.assessment()), source="own")
    lines = plan_lines(view.card, model=view.model, t=view.t)
    return PlanView(view, tuple(lines), tuple(plan_steps(view.card, model=view.model)))
