"""Scorecard -> report content: every text ready in one language, no layout."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from report.answer_words import item_answer
from report.cleaning import REPLACEMENT, clean_text, cut
from report.content_details import details_content
from report.content_method import method_content
from report.content_plan import plan_content
from report.content_summary import chart_content, extremes_content, measures_content, total_content
from report.content_types import Content

if TYPE_CHECKING:
    from report.content_case import Case

_OFFICE_TYPE: Final = "office_type"
_RUNNING: Final = 60
"""Characters of the name that fit beside the label of a synthetic example."""


def report_content(case: Case) -> Content:
    """Puts one office's scorecard into words.

    Returns:
        The content. Texts may hold characters that fonts lack, except for the office's name.
    """
    t, scorecard = case.t, case.scorecard
    date = scorecard.assessment.date
    office = clean_text(scorecard.assessment.office) or REPLACEMENT
    return Content(
        language=t.language,
        region=t.locale.territory or "",
        title=t("report.title", office=office),
        description=t("report.description", office=office, date=t.date(date)),
        date=(date.year, date.month, date.day),
        office=office,
        running=cut(office, _RUNNING),
        kind=t("report.kind"),
        meta=_meta(case),
        label=t("report.synthetic") if case.synthetic else "",
        footer=t("report.footer", model=case.model.version, answers=scorecard.assessment.fingerprint),
        page=t("report.page", page="#", pages="##"),
        total=total_content(case),
        levels=case.levels(),
        chart=chart_content(case),
        extremes=extremes_content(case),
        measures=measures_content(case),
        plan=plan_content(case),
        details=details_content(case),
        method=method_content(case),
    )


def _meta(case: Case) -> str:
    """The date, and the type of office where it is answered."""
    t, assessment = case.t, case.scorecard.assessment
    day = t("report.date", date=t.date(assessment.date))
    if _OFFICE_TYPE not in case.model.items:
        return day
    kind = item_answer(_OFFICE_TYPE, assessment=assessment, model=case.model, t=t)
    return f"{day} · {t('report.office_type', type=kind)}"
