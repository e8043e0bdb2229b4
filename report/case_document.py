"""The Norwegian case document for the municipal council (saksframlegg), as a Word file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report.case_blocks import CaseText
from report.case_facts import background, economy, facts
from report.case_judgement import assessment, attachments, conclusion
from report.case_measures import decision, measures
from report.case_parts import CasePaper, front
from report.cleaning import REPLACEMENT, plain_text
from report.plan_lines import LONGEST_NAME, plan_lines, plan_steps
from report.word import word_file

if TYPE_CHECKING:
    from report.content_case import Case

PARTS = (front, decision, background, facts, assessment, measures, economy, conclusion, attachments)
"""The parts of the document in the usual order: the proposed decision stands first."""


def case_document(case: Case) -> bytes:
    """A draft of the case document, filled from the rating and the plan, ready to edit.

    What only the municipality knows stands as a gap in brackets. Without a plan, the measures that
    give most are proposed instead.

    Returns:
        A DOCX file. The same scorecard in the same language gives the same bytes.
    """
    return word_file(case_text(case), day=case.scorecard.assessment.date)


def case_text(case: Case) -> CaseText:
    """The case document as plain texts in order."""
    t, scorecard = case.t, case.scorecard
    paper = CasePaper(
        case=case,
        office=plain_text(scorecard.assessment.office, longest=LONGEST_NAME) or REPLACEMENT,
        plan=tuple(plan_lines(scorecard, model=case.model, t=t)),
        steps=tuple(plan_steps(scorecard, model=case.model)),
    )
    return CaseText(
        tag=f"{t.language}-{t.locale.territory}",
        kind=t("case.kind"),
        title=t("case.title_plan" if paper.plan else "case.title_measures", office=paper.office),
        label=t("report.synthetic") if case.synthetic else "",
        footer=t("report.footer", model=case.model.version, answers=scorecard.assessment.fingerprint),
        page=t("report.page", page="#", pages="##"),
        blocks=tuple(block for part in PARTS for block in part(paper)),
    )
