"""The case document as an office program opens it: every heading and cell is there, in order, on paper."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Final

import docx
import pypdfium2  # type: ignore[import-untyped]
import pytest
from docx.table import Table

from i18n import Language, Translator
from report.case_document import case_document
from scoring import build_nation, load_figures, load_model
from tests.office_program import converted
from tests.report_cards import PLAN, Desk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document

SPOKEN: Final[tuple[Language, ...]] = ("nb", "nn")
"""The languages that Norwegian councils decide in."""

BETWEEN: Final = 250
"""Signs between two pieces at most: a list's number, or a page's foot and head and a table's header again."""


@pytest.fixture(scope="module")
def documents() -> dict[Language, bytes]:
    model, figures = load_model(), load_figures()
    desk = Desk(model, figures, build_nation(model, figures))
    card = desk.card(desk.answers(place=1), plan=PLAN)
    return {language: case_document(desk.case(card, language, synthetic=True)) for language in SPOKEN}


@pytest.fixture(scope="module")
def pages(
    documents: dict[Language, bytes], tmp_path_factory: pytest.TempPathFactory
) -> dict[Language, list[str]]:
    """Each document's text page by page."""
    files = {f"{language}.docx": made for language, made in documents.items()}
    made = converted(files, "pdf", tmp_path_factory.mktemp("case"))
    return {language: _texts(made[language]) for language in documents}


def _texts(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    return [document[place].get_textpage().get_text_bounded() for place in range(len(document))]


def _dense(text: str) -> str:
    """Without spaces and hyphens, which depend on where the lines break."""
    return re.sub(r"[\s\x02\ufffe-]+", "", text)


def _pieces(document: Document) -> Iterator[str]:
    """All that the body says, from top to bottom: headings, paragraphs, and tables cell by cell."""
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            yield from (cell.text for row in block.rows for cell in row.cells)
        else:
            yield block.text


def _open(made: bytes) -> Document:
    return docx.Document(io.BytesIO(made))


@pytest.mark.parametrize("language", SPOKEN)
def test_headings_and_cells_come_out_in_order(
    pages: dict[Language, list[str]], documents: dict[Language, bytes], language: Language
) -> None:
    paper, place = _dense("".join(pages[language])), 0
    for piece in map(_dense, _pieces(_open(documents[language]))):
        found = paper.find(piece, place, place + BETWEEN + len(piece))
        assert found >= 0, f"{piece!r} does not come after {paper[max(0, place - 60) : place]!r}"
        place = found + len(piece)


@pytest.mark.parametrize("language", SPOKEN)
def test_every_page_has_its_head_and_its_number(pages: dict[Language, list[str]], language: Language) -> None:
    t = Translator(language)
    assert 3 <= len(pages[language]) <= 6
    for number, text in enumerate(pages[language], 1):
        assert t("report.synthetic") in text
        assert t("report.page", page=number, pages=len(pages[language])) in text


@pytest.mark.parametrize("language", SPOKEN)
def test_a_heading_and_a_short_table_are_not_torn(
    pages: dict[Language, list[str]], documents: dict[Language, bytes], language: Language
) -> None:
    t, on_pages = Translator(language), [_dense(text) for text in pages[language]]
    tables = {table.cell(0, 0).text: table for table in _open(documents[language]).tables}
    for first, heading in (
        ("case.facts.fact", "case.facts.result"),
        ("case.projection.from", "case.projection.heading"),
    ):
        rows = [_dense("".join(cell.text for cell in row.cells)) for row in tables[t(first)].rows]
        whole = [text for text in on_pages if all(row in text for row in (*rows, _dense(t(heading))))]
        assert len(whole) == 1, f"{t(heading)} is not whole on one page"
