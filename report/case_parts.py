"""What every part of the case document is made from, and its front."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from report.case_blocks import Paragraph, Table, blank

if TYPE_CHECKING:
    from collections.abc import Iterator

    from i18n import Translator
    from report.case_blocks import Block
    from report.content_case import Case
    from report.plan_lines import PlanLine
    from scoring.plan import Milestone


@dataclass(frozen=True)
class CasePaper:
    """One office's case.

    Args:
        case: The scorecard with all that is needed to put it into words.
        office: The office's name, safe to write.
        plan: The lines of its plan; empty where it has none.
        steps: The expected total by date.
    """

    case: Case
    office: str
    plan: tuple[PlanLine, ...]
    steps: tuple[Milestone, ...]

    @property
    def t(self) -> Translator:
        """The language."""
        return self.case.t

    def gap(self, key: str) -> str:
        """What somebody has to fill in: ``case.gap.<key>`` in brackets."""
        return blank(self.t(f"case.gap.{key}"))


def front(paper: CasePaper) -> Iterator[Block]:
    """The fields that the municipality's own archive fills in, and a word about the draft."""
    t, gap = paper.t, paper.gap("fill")
    case = ("number", "archive", "officer", "date")
    yield Table(t("case.front.case"), _columns(t, case), ((gap,) * len(case),), (1, 1, 1, 1))
    yield Paragraph(t("case.front.bodies"))
    hearing = ("item", "body", "meeting")
    rows = ((gap, gap, gap), (gap, t("case.front.council"), gap))
    yield Table(t("case.front.bodies"), _columns(t, hearing), rows, (1, 2, 1))
    yield Paragraph(t("case.front.draft", date=t.date(paper.case.scorecard.assessment.date)), notice=True)


def _columns(t: Translator, names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(t(f"case.front.{name}") for name in names)
