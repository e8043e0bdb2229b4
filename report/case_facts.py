"""What the case rests on: the background, what was measured, and what it costs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from report.answer_words import item_answer
from report.case_blocks import Heading, Paragraph, Table
from report.content_case import sentence
from report.content_summary import total_content
from scoring.outcomes import Outcome
from scoring.rule_types import KnownRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report.case_blocks import Block
    from report.case_parts import CasePaper
    from report.scorecard import CriterionResult

MONEY: Final = ("setup_cost", "running_cost", "gains", "gains_amount")
"""The items about costs and gains."""

CRITERIA: Final = ("criterion", "score", "level", "interval", "coverage", "like", "nation")
WIDTHS: Final = (50, 16, 25, 21, 16, 20, 17)
NUMBERS: Final = (1, 4, 5, 6)


def background(paper: CasePaper) -> Iterator[Block]:
    """Why there is a case, and what the assessment is."""
    t, case = paper.t, paper.case
    method = case.model.method
    numbers = {
        "criteria": t.number(len(case.model.criteria)),
        "respondents": t.number(method.respondents),
        "population": t.number(method.population),
    }
    day = t.date(case.scorecard.assessment.date)
    yield Heading(t("case.background.heading"))
    yield Paragraph(t("case.background.office", office=paper.office, date=day))
    yield Paragraph(t("case.background.criteria", **numbers))
    yield Paragraph(t("case.background.points"))
    yield Paragraph(paper.gap("background"))


def facts(paper: CasePaper) -> Iterator[Block]:
    """The result in figures: the whole, then each criterion against the nation."""
    t, case = paper.t, paper.case
    yield Heading(t("case.facts.heading"))
    yield Heading(t("case.facts.result"), 2)
    head = (t("case.facts.fact"), t("case.facts.value"))
    yield Table(t("case.facts.result"), head, tuple(_result(paper)), (2, 3))
    yield Paragraph(total_content(case).sentence)
    yield Heading(t("case.facts.criteria"), 2)
    yield Paragraph(t("case.facts.criteria_intro"))
    columns = tuple(t(f"case.facts.{name}") for name in CRITERIA)
    rows = tuple(_criterion(paper, one) for one in case.scorecard.criteria)
    yield Table(t("case.facts.criteria"), columns, rows, WIDTHS, numbers=NUMBERS)
    if any(one.score.score is None for one in case.scorecard.criteria):
        yield Paragraph(t("case.facts.not_rated"))


def _result(paper: CasePaper) -> Iterator[tuple[str, str]]:
    t, case = paper.t, paper.case
    total = total_content(case)
    assessment = case.scorecard.assessment
    if "office_type" in case.model.items:
        kind = item_answer("office_type", assessment=assessment, model=case.model, t=t)
        yield t("case.facts.office_type"), kind
    yield t("case.facts.date"), t.date(assessment.date)
    level = f" ({total.level.word.lower()})" if total.level else ""
    yield t("case.facts.total"), " ".join(filter(None, (total.value, total.of))) + level
    yield from ((fact.term, fact.text) for fact in total.facts)


def _criterion(paper: CasePaper, result: CriterionResult) -> tuple[str, ...]:
    t, case, score = paper.t, paper.case, result.score
    level, ends = case.level(score.level), case.ends(score)
    compared = score.nation is not None and score.like_for_like is not None
    return (
        f"{result.number} {t.pick(case.model.criteria[result.code].title)}",
        case.value(score),
        level.word if level else "–",
        t("case.facts.range", **ends) if ends else t("case.facts.closed"),
        t.percent(1 if score.coverage == 1 else min(score.coverage, 0.99)),
        t.number(score.like_for_like or 0) if compared else "–",
        t.number(score.nation) if score.nation is not None else sentence(t("report.nation.none")),
    )


def economy(paper: CasePaper) -> Iterator[Block]:
    """What the office has told about costs and gains; the rest is left to fill in."""
    t, case = paper.t, paper.case
    answers = case.scorecard.assessment.answers
    asked = [item for item in MONEY if item in case.model.items]
    yield Heading(t("case.economy.heading"))
    if any(answers.get(item, "").strip() for item in asked):
        yield Paragraph(t("case.economy.intro"))
        columns = (t("case.economy.item"), t("case.economy.answer"))
        rows = tuple((t(f"case.economy.{item}"), _money(paper, item)) for item in asked)
        yield Table(t("case.economy.heading"), columns, rows, (3, 2))
    else:
        yield Paragraph(t("case.economy.missing", gap=paper.gap("economy")))
    if paper.plan or case.scorecard.measures:
        yield Paragraph(t("case.economy.measures"))
        yield Paragraph(paper.gap("costs"))


def _money(paper: CasePaper, item: str) -> str:
    """The answer; an amount that another answer rules out does not apply, even where it is blank."""
    t, case = paper.t, paper.case
    outcomes = {one.code: one.outcome for result in case.scorecard.criteria for one in result.indicators}
    for code, indicator in case.model.indicators.items():
        alone = isinstance(indicator.rule, KnownRule) and indicator.rule.items == [item]
        if alone and outcomes[code] == Outcome.DOES_NOT_APPLY:
            return t.pick(case.model.survey.special["does_not_apply"])
    return item_answer(item, assessment=case.scorecard.assessment, model=case.model, t=t)
