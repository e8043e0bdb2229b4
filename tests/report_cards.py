"""Offices for the tests of the report: full, half and empty, good and weak."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from i18n import Language, Translator
from report.content import report_content
from report.content_case import Case
from report.pdf import scorecard_pdf
from report.scorecard import Scorecard, build_scorecard
from scoring.answers import NUMERIC
from scoring.assessment import Assessment
from scoring.plan import PlannedMeasure

if TYPE_CHECKING:
    from report.content_types import Content
    from scoring.figures import Figures
    from scoring.model import Model
    from scoring.nation import Nation

DAY = dt.date(2026, 11, 23)
NUMBERS = {
    "kroner": "1250000",
    "percent": "35",
    "per_week": "120",
    "fte": "6,5",
    "persons": "8",
    "year": "2001",
}


PLAN = (
    PlannedMeasure("setup_report", "small", "Leder", dt.date(2026, 10, 1), "done"),
    PlannedMeasure("register_enquiries", "small", "Åse Ødegård", dt.date(2027, 1, 15), "started"),
    PlannedMeasure("case_responsibility", "medium", "Leder", dt.date(2027, 3, 1), note="Først på byggesak."),
    PlannedMeasure("indicator.decision_authority", "medium", "Kommunedirektøren", dt.date(2028, 2, 1)),
    PlannedMeasure("central_place", "medium"),
    PlannedMeasure("relief", "large", "", dt.date(2027, 5, 1), "dropped", "For dyrt nå."),
)
"""A plan with every status, with and without responsible and deadline."""

NASTY = (
    "=1+1 \0\x0b\ud800\ue000[x]\ue001 <w:p/>&amp; #panic() \N{RIGHT-TO-LEFT OVERRIDE}; , \\n😀 " + "W" * 300
)
"""What must never break a file, nor become more than text."""


@dataclass(frozen=True, repr=False)
class Desk:
    """The model and the nation, and scorecards made with them."""

    model: Model
    figures: Figures
    nation: Nation

    def answers(self, *, place: int = 0, keep: int = 1) -> dict[str, str]:
        """Answers to every item: the alternative at ``place``; of the columns every ``keep``-th."""
        full: dict[str, str] = {}
        for code, item in self.model.asked.items():
            words = list(self.model.alternatives(code))
            if item.kind == "ladder":
                full |= {f"{code}.{field}": words[-1 - place] for field in self.model.fields}
            elif item.kind == "multi":
                full[code] = "|".join(words[: item.at_most or 3])
            elif item.kind in NUMERIC:
                full[code] = NUMBERS[item.unit or ""]
            else:
                full[code] = words[min(place, len(words) - 1)]
        return {column: text for number, (column, text) in enumerate(full.items()) if number % keep == 0}

    def card(
        self,
        answers: dict[str, str],
        *,
        office: str = "Åsnes servicetorg",
        plan: tuple[PlannedMeasure, ...] = (),
    ) -> Scorecard:
        assessment = Assessment(office, answers, date=DAY, plan=plan)
        return build_scorecard(assessment, model=self.model, nation=self.nation)

    def named(self, card: Scorecard, office: str) -> Scorecard:
        """The same scorecard under a name that no check has seen."""
        return replace(card, assessment=replace(card.assessment, office=office))

    def case(self, card: Scorecard, language: Language = "nb", *, synthetic: bool = False) -> Case:
        return Case(card, self.model, self.nation, self.figures, Translator(language), synthetic)

    def content(self, card: Scorecard, language: Language = "nb", *, synthetic: bool = False) -> Content:
        return report_content(self.case(card, language, synthetic=synthetic))

    def pdf(self, card: Scorecard, language: Language = "nb", *, synthetic: bool = False) -> bytes:
        return scorecard_pdf(self.case(card, language, synthetic=synthetic))
