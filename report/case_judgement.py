"""What to make of the result: strong and weak sides, how sure it is, the conclusion, the attachments."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from report.answer_words import indicator_answer
from report.case_blocks import Bullets, Heading, Paragraph
from report.content_case import sentence
from report.content_details import noted
from report.content_summary import extremes_content
from scoring.outcomes import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report.case_blocks import Block
    from report.case_parts import CasePaper
    from report.content_types import Extreme
    from report.scorecard import CriterionResult, IndicatorResult

NAMED: Final = 3
"""How many indicators are named for a weak criterion."""


def assessment(paper: CasePaper) -> Iterator[Block]:
    """The strongest and weakest criteria, what the interval means, what to mind about 2003."""
    t = paper.t
    yield Heading(t("case.assessment.heading"))
    yield from _sides(paper)
    yield Heading(t("case.assessment.sure"), 2)
    yield from (Paragraph(text) for text in _sure(paper))
    yield Heading(t("case.assessment.cautions"), 2)
    yield Bullets(tuple(_cautions(paper)))
    yield Paragraph(paper.gap("assessment"))


def _sides(paper: CasePaper) -> Iterator[Block]:
    t, sides = paper.t, extremes_content(paper.case)
    if not sides.strongest:
        yield Paragraph(sides.nothing)
        return
    yield Heading(t("case.assessment.strong"), 2)
    yield Paragraph(t("case.assessment.strong_intro"))
    yield Bullets(tuple(_strong(paper, one) for one in sides.strongest))
    yield Heading(t("case.assessment.weak"), 2)
    yield Paragraph(t("case.assessment.weak_intro"))
    yield Bullets(tuple(_weak(paper, one) for one in sides.weakest))


def _strong(paper: CasePaper, one: Extreme) -> str:
    values = {"number": one.number, "name": one.name, "value": one.value, "nation": one.nation}
    return paper.t("case.assessment.side", **values)


def _weak(paper: CasePaper, one: Extreme) -> str:
    t, case = paper.t, paper.case
    result = next(each for each in case.scorecard.criteria if str(each.number) == one.number)
    parts = [_strong(paper, one), t.pick(case.model.criteria[result.code].demand)]
    lacking = _lacking(result)
    if lacking:
        named = t.listing([_answer(paper, each) for each in lacking[:NAMED]])
        parts.append(t("case.assessment.lacking", indicators=named))
    return " ".join(parts)


def _lacking(result: CriterionResult) -> list[IndicatorResult]:
    """The scored indicators below full points, the weakest first."""
    scored = [one for one in result.indicators if one.outcome == Outcome.SCORED and one.points is not None]
    return sorted((one for one in scored if (one.points or 0) < 1), key=lambda one: one.points or 0)


def _answer(paper: CasePaper, result: IndicatorResult) -> str:
    t, case = paper.t, paper.case
    indicator = case.model.indicators[result.code]
    answer = indicator_answer(
        indicator, result.outcome, assessment=case.scorecard.assessment, model=case.model, t=t
    )
    return t("case.assessment.answer", indicator=t.pick(indicator.title), answer=answer)


def _sure(paper: CasePaper) -> Iterator[str]:
    t, case = paper.t, paper.case
    total = case.scorecard.total
    ends = case.ends(total)
    if total.score is None:
        yield t("report.total.not_rated", least=t.number(case.model.method.rated_criteria))
    yield t("case.assessment.open", **ends) if ends else t("case.assessment.closed")
    yield t("case.assessment.self")


def _cautions(paper: CasePaper) -> Iterator[str]:
    t, case = paper.t, paper.case
    yield t("case.assessment.age")
    yield t("case.assessment.like", compared=t.number(len(case.nation.criteria)))
    if case.scorecard.total.band is not None:
        yield t("case.assessment.band")
    marked = len(noted(case))
    if marked:
        yield t.plural("case.assessment.marked", marked)


def conclusion(paper: CasePaper) -> Iterator[Block]:
    """What the chief executive makes of it, in few words, to be edited."""
    t, case = paper.t, paper.case
    yield Heading(t("case.conclusion.heading"))
    yield Paragraph(" ".join(_concluded(paper)))
    if any(line.open for line in paper.plan) or (not paper.plan and case.scorecard.measures):
        yield Paragraph(t("case.conclusion.advice"))
    yield Paragraph(paper.gap("conclusion"))


def _concluded(paper: CasePaper) -> Iterator[str]:
    t, case = paper.t, paper.case
    total = case.scorecard.total
    if total.score is None:
        yield t("case.conclusion.not_rated", office=paper.office)
        return
    level = case.level(total.level)
    values = {"score": t.number(total.score), "level": level.word.lower() if level else "–"}
    yield t("case.conclusion.rated", office=paper.office, **values)
    last = paper.steps[-1].score
    if paper.plan and last is not None and last > total.score:
        yield t("case.conclusion.plan", total=t.number(last))


def attachments(paper: CasePaper) -> Iterator[Block]:
    """What goes with the case, and the versions that it rests on."""
    t, case = paper.t, paper.case
    names = {"office": paper.office, "date": t.date(case.scorecard.assessment.date)}
    files = [t("case.attachments.scorecard", **names)]
    files += [t("case.attachments.plan")] if paper.plan else []
    versions = {
        "model": t("report.versions.with", version=case.model.version, fingerprint=case.model.fingerprint),
        "data": case.figures.version,
        "answers": case.scorecard.assessment.fingerprint,
    }
    yield Heading(t("case.attachments.heading"))
    yield Bullets((*files, paper.gap("attachments")))
    yield Paragraph(sentence(t("case.attachments.versions", **versions)))
