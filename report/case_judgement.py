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
        yield Paragraph(t("case.assessment.no_sides"))
        return
    yield Heading(t("case.assessment.strong"), 2)
    yield Paragraph(t("case.assessment.strong_intro"))
    yield Bullets(tuple(_strong(paper, one) for one in sides.strongest))
    yield Heading(t("case.assessment.weak"), 2)
    yield Paragraph(t("case.assessment.weak_intro"))
    yield Bullets(tuple(_weak(paper, one) for one in sides.weakest))


def _strong(paper: CasePaper, one: Extreme) -> str:
    side = paper.t("case.assessment.side", number=one.number, name=one.name, value=one.value)
    return f"{side} {_compared(paper, _result(paper, one))}"


def _result(paper: CasePaper, one: Extreme) -> CriterionResult:
    return next(each for each in paper.case.scorecard.criteria if str(each.number) == one.number)


def _compared(paper: CasePaper, result: CriterionResult) -> str:
    """The nation, and the office on the same indicators: beside the whole score it would mislead."""
    t, score = paper.t, result.score
    if score.nation is None:
        return t("case.assessment.no_nation")
    if score.like_for_like is None:
        return t("case.assessment.nation", nation=t.number(score.nation))
    numbers = {"like": t.number(score.like_for_like), "nation": t.number(score.nation)}
    return t("case.assessment.compared", **numbers)


def _weak(paper: CasePaper, one: Extreme) -> str:
    t, case = paper.t, paper.case
    result = _result(paper, one)
    parts = [_strong(paper, one), t.pick(case.model.criteria[result.code].demand)]
    lacking = _lacking(paper, result)
    if lacking:
        named = t.listing([_answer(paper, each) for each in lacking[:NAMED]])
        parts.append(t("case.assessment.lacking", indicators=named))
    return " ".join(parts)


def _lacking(paper: CasePaper, result: CriterionResult) -> list[IndicatorResult]:
    """The scored indicators below full points, the one that costs the criterion most first."""
    indicators = paper.case.model.indicators
    scored = [one for one in result.indicators if one.outcome == Outcome.SCORED and one.points is not None]
    lacking = [one for one in scored if (one.points or 0) < 1]
    return sorted(lacking, key=lambda one: indicators[one.code].weight * ((one.points or 0) - 1))


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
