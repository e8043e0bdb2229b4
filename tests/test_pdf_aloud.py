"""Each kind of PDF as it is read aloud: all of it, in order, in its language, its headings as bookmarks."""

from __future__ import annotations

import io
from dataclasses import is_dataclass
from typing import TYPE_CHECKING, Final

import pikepdf
import pytest

from i18n import LANGUAGES, Language
from report.comparison_types import ComparisonContent
from report.content_comparison import comparison_content
from report.pdf import comparison_pdf
from scoring import build_nation, load_figures, load_model
from tests.report_cards import PLAN, Desk
from tests.spoken import Passage, headings, spoken
from tests.test_pdf_comparison import side, some

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from report.content_types import Content

KINDS: Final = ("scorecard", "with a plan", "comparison")
TAGS: Final = {"nb": "nb-NO", "nn": "nn-NO", "en": "en-GB"}
TABLE: Final = "heading intro columns rows"

READ: Final = {
    "Content": "kind label office meta total chart extremes measures plan details method",
    "Total": "value of level alternative sentence facts",
    "LevelMark": "word",
    "LevelRange": "mark span",
    "Fact": "term text",
    "Chart": "heading alternative",
    "Extremes": "strongest_heading strongest weakest_heading weakest",
    "Extreme": "number name nation value",
    "Measures": TABLE,
    "MeasureRow": "title text source gain effort",
    "Plan": f"{TABLE} more chart no_chart",
    "PlanRow": "title source note responsible deadline effort status gain total",
    "PlanChart": "heading intro alternative",
    "Details": "heading intro criteria",
    "CriterionBlock": "heading level value summary rows",
    "IndicatorRow": "title strength answer points nation base remark",
    "Method": "heading facts levels_heading levels notes_heading notes versions_heading versions",
    "ComparisonContent": "kind label heading meta facts overview spread heat ranks shared learn notes",
    "Overview": f"{TABLE} remarks",
    "OfficeRow": "rank office total interval level coverage other",
    "Spread": "heading key columns rows intro",
    "SpreadRow": "name alternative cells",
    "Heat": "heading intro key columns rows",
    "HeatRow": "rank office cells",
    "HeatCell": "value",
    "Ranks": "heading intro best key columns rows remarks",
    "RankRow": "rank office cells",
    "Shared": f"{TABLE} matrix_heading matrix_intro matrix_columns matrix",
    "MeasureLine": "number title source offices gain",
    "Learn": TABLE,
    "Notes": "heading facts levels_heading levels",
}
"""What of each part is read, in the order in which it is."""


@pytest.fixture(scope="module")
def desk() -> Desk:
    model, figures = load_model(), load_figures()
    return Desk(model, figures, build_nation(model, figures))


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def made(desk: Desk, kind: str, language: Language) -> tuple[bytes, Content | ComparisonContent]:
    """A PDF of that kind, and what it is made from."""
    if kind == "comparison":
        one = side(some(12), language)
        return comparison_pdf(one), comparison_content(one)
    answers = desk.answers(place=1) | dict.fromkeys(("contact_person", "decision_authority"), "no")
    card = desk.card(answers, plan=PLAN if kind == "with a plan" else ())
    return desk.pdf(card, language), desk.content(card, language)


def read(part: object) -> Iterator[str]:
    """The texts of a part of the content, in the order of reading."""
    if isinstance(part, tuple):
        for one in part:
            yield from read(one)
    elif is_dataclass(part):
        for name in READ[type(part).__name__].split():
            yield from read(getattr(part, name))
    elif part:
        yield "".join(str(part).split())


def joined(passages: list[Passage]) -> str:
    return "".join("".join(one.text.split()) for one in passages)


def written(content: Content | ComparisonContent) -> set[str]:
    """What people wrote, which is Norwegian in an English report too: names, and what stands in a plan."""
    if isinstance(content, ComparisonContent):
        texts = {row.office for row in content.heat.rows} | {
            one for row in content.learn.rows for one in row[1:3]
        }
    else:
        rows = content.plan.rows if content.plan else ()
        texts = {content.office} | {text for row in rows for text in (row.note, row.responsible)} - {""}
    return {"".join(text.split()) for text in texts}


def bookmarks(items: Iterable[pikepdf.OutlineItem], level: int = 1) -> Iterator[tuple[int, str]]:
    for item in items:
        yield level, item.title
        yield from bookmarks(item.children, level + 1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_of_it_is_read_in_order_and_in_its_language(
    desk: Desk, kind: str, language: Language, tmp_path: Path
) -> None:
    pdf, content = made(desk, kind, language)
    passages = spoken(pdf, tmp_path)
    said, place = joined(passages), 0
    for text in read(content):
        found = said.find(text, place)
        assert found >= place, f"{text} does not come after {said[:place][-60:]}"
        place = found + len(text)
    foreign = joined([one for one in passages if one.language != TAGS[language]])
    assert {one.language for one in passages} == {TAGS[language]} | ({TAGS["nb"]} if foreign else set())
    names = sorted(written(content), key=len, reverse=True) if language == "en" else []
    assert [name for name in names if name not in foreign] == []
    for name in names:
        foreign = foreign.replace(name, "")
    assert foreign == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_headings_are_its_bookmarks_and_its_tags_are_whole(
    desk: Desk, kind: str, language: Language, tmp_path: Path
) -> None:
    pdf, content = made(desk, kind, language)
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        with opened.open_outline() as outline:
            assert list(bookmarks(outline.root)) == headings(spoken(pdf, tmp_path))
        assert str(opened.docinfo.Title) == content.title
        assert opened.Root.ViewerPreferences.DisplayDocTitle
        assert str(opened.Root.Lang) == TAGS[language]
        with opened.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
        tags = [one for one in opened.objects if isinstance(one, pikepdf.Dictionary) and "/S" in one]
        heads = [one for one in tags if str(one.S) == "/TH"]
        assert heads
        assert all(any(str(part.get("/Scope", "")) == "/Column" for part in list(one.A)) for one in heads)
        assert all(str(one.get("/Alt", "")) for one in tags if str(one.S) == "/Figure")
