"""The case document: a Word file with real headings and tables, in the order that councils know."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import TYPE_CHECKING

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from i18n import LANGUAGES, Language, Translator
from report.case_document import case_document
from scoring import build_nation, load_figures, load_model
from scoring.plan import PlannedMeasure
from tests.report_cards import NASTY, PLAN, Desk

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table

    from report.scorecard import Scorecard

PARTS = (
    "decision",
    "background",
    "facts",
    "assessment",
    "measures",
    "economy",
    "conclusion",
    "attachments",
)


@pytest.fixture(scope="module")
def desk() -> Desk:
    model, figures = load_model(), load_figures()
    return Desk(model, figures, build_nation(model, figures))


def _file(desk: Desk, card: Scorecard, language: Language = "nb", *, synthetic: bool = False) -> bytes:
    return case_document(desk.case(card, language, synthetic=synthetic))


def _open(desk: Desk, card: Scorecard, language: Language = "nb", *, synthetic: bool = False) -> Document:
    return docx.Document(io.BytesIO(_file(desk, card, language, synthetic=synthetic)))


def _cards(desk: Desk) -> dict[str, Scorecard]:
    return {
        "plan": desk.card(desk.answers(place=1), plan=PLAN),
        "no plan": desk.card(desk.answers(place=1)),
        "half": desk.card(desk.answers(place=1, keep=2)),
        "empty": desk.card({}),
        "best": desk.card(desk.answers()),
        "all done": desk.card(desk.answers(place=1), plan=PLAN[:1]),
    }


CARDS = ("plan", "no plan", "half", "empty", "best", "all done")


def _headings(document: Document, level: int = 1) -> list[str]:
    return [one.text for one in document.paragraphs if one.style and one.style.name == f"Heading {level}"]


def _words(document: Document) -> str:
    return "\n".join(node.text or "" for node in document.element.iter(qn("w:t")))


def _table(document: Document, first: str) -> list[list[str]]:
    table = next(one for one in document.tables if one.cell(0, 0).text == first)
    return [[cell.text for cell in row.cells] for row in table.rows]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", CARDS)
def test_the_parts_stand_in_the_usual_order(desk: Desk, name: str, language: Language) -> None:
    t = Translator(language)
    document = _open(desk, _cards(desk)[name], language)
    assert _headings(document) == [t(f"case.{part}.heading") for part in PARTS]
    assert document.paragraphs[1].style is not None
    assert document.paragraphs[1].style.name == "Title"
    assert document.core_properties.title == document.paragraphs[1].text
    assert "{" not in _words(document)


@pytest.mark.parametrize("name", CARDS)
def test_every_table_has_a_header_a_name_and_whole_rows(desk: Desk, name: str) -> None:
    for table in _open(desk, _cards(desk)[name]).tables:
        first, *rest = [row._tr for row in table.rows]  # noqa: SLF001 - python-docx tells no other way
        assert first.xpath("w:trPr/w:tblHeader")
        assert not any(row.xpath("w:trPr/w:tblHeader") for row in rest)
        assert all(row.xpath("w:trPr/w:cantSplit") for row in (first, *rest))
        assert _name(table)
        assert rest


def _name(table: Table) -> str:
    return str(table._tbl.tblPr.xpath("string(w:tblCaption/@w:val)"))  # noqa: SLF001 - as above


@pytest.mark.parametrize(("language", "tag"), [("nb", "nb-NO"), ("nn", "nn-NO"), ("en", "en-GB")])
def test_word_knows_the_language(desk: Desk, language: Language, tag: str) -> None:
    document = _open(desk, _cards(desk)["plan"], language)
    styles = document.styles.element
    assert styles.xpath("string(w:docDefaults/w:rPrDefault/w:rPr/w:lang/@w:val)") == tag
    assert styles.xpath("string(w:style[@w:styleId='Normal']/w:rPr/w:lang/@w:val)") == tag
    assert document.core_properties.language == tag


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", CARDS)
def test_all_ten_criteria_are_there_against_the_nation(desk: Desk, name: str, language: Language) -> None:
    t, card = Translator(language), _cards(desk)[name]
    rows = _table(_open(desk, card, language), t("case.facts.criterion"))[1:]
    titles = [f"{one.number} {t.pick(one.title)}" for one in desk.model.criteria.values()]
    assert [row[0] for row in rows] == titles
    for row, result in zip(rows, card.criteria, strict=True):
        score, nation = result.score.score, result.score.nation
        assert row[1] == (t("report.not_rated") if score is None else t.number(score))
        assert row[6].lower() == (t("report.nation.none") if nation is None else t.number(nation))


def test_the_decision_is_the_plan_that_is_still_to_do(desk: Desk) -> None:
    words = _words(_open(desk, _cards(desk)["plan"]))
    decision = words[: words.index("Bakgrunn")]
    assert "ber om at disse 4 tiltakene blir satt i verk" in decision
    assert "La én ansatt følge saken til den er ferdig. Ansvarlig: Leder. Frist: 1. mars 2027." in decision
    assert "Skaff vikarer" not in decision
    assert "[ansvarlig]" in decision
    levels = [
        one._p.xpath("string(w:pPr/w:numPr/w:ilvl/@w:val)")  # noqa: SLF001 - python-docx tells no other way
        for one in _open(desk, _cards(desk)["plan"]).paragraphs
    ]
    assert [level for level in levels if level] == ["0", "0", "1", "1", "1", "1", "0", "0"]


def test_without_a_plan_the_first_measures_are_proposed(desk: Desk) -> None:
    card = _cards(desk)["no plan"]
    rows = _table(_open(desk, card), "Tiltak")
    assert len(rows) == 6
    assert {row[1] for row in rows[1:]} == {"[fyll inn]"}
    assert "gjennomføre disse 5 tiltakene" in _words(_open(desk, card))


@pytest.mark.parametrize("name", ["empty", "best"])
def test_nothing_is_proposed_where_nothing_is_to_be_done(desk: Desk, name: str) -> None:
    words = _words(_open(desk, _cards(desk)[name]))
    proposed = bool(_cards(desk)[name].measures)
    assert ("Det vedtas ingen tiltak nå." in words) is not proposed


def test_the_plan_table_and_its_projection(desk: Desk) -> None:
    document = _open(desk, _cards(desk)["plan"])
    head, *rows = _table(document, "Tiltak")
    assert head == ["Tiltak", "Ansvarlig", "Frist", "Innsats", "Gevinst", "Kilde"]
    assert len(rows) == len(PLAN)
    assert rows[2][0].splitlines()[1:] == ["Status: planlagt", "Først på byggesak."]
    assert rows[2][2] == "1. mars 2027"
    assert _headings(document, 2)[-1] == "Ventet utvikling"
    assert [row[0] for row in _table(document, "Fra")[1:]][-1] == "Uten frist"


def test_money_is_told_where_it_is_answered_and_asked_for_where_not(desk: Desk) -> None:
    told = desk.card({"running_cost": "1500000", "setup_cost": "do_not_know", "gains": "no"})
    rows = dict(_table(_open(desk, told, "en"), "Item")[1:])
    assert list(rows.values()) == ["Not known", "NOK 1,500,000", "No", "Does not apply"]
    silent = _words(_open(desk, desk.card({}), "en"))
    assert "The office has not answered what it costs" in silent


def test_a_total_that_is_not_rated_is_never_nought(desk: Desk) -> None:
    document = _open(desk, _cards(desk)["half"], "en")
    facts = dict(_table(document, "Fact")[1:])
    assert facts["Total"] == "Not rated"
    assert "too few questions to get a total" in _words(document)


def test_what_only_the_municipality_knows_stands_out(desk: Desk) -> None:
    document = _open(desk, _cards(desk)["plan"])
    marked = document.element.xpath("//w:r[w:rPr/w:highlight/@w:val='yellow']/w:t")
    gaps = [node.text for node in marked]
    assert len(gaps) > 12
    assert all(text.startswith("[") and text.endswith("]") for text in gaps)
    assert all(cell.text == "[fyll inn]" for cell in document.tables[0].rows[1].cells)


def test_a_synthetic_example_says_so_on_every_page(desk: Desk) -> None:
    card = _cards(desk)["plan"]
    label = Translator("nb")("report.synthetic")
    assert _open(desk, card, synthetic=True).sections[0].header.paragraphs[0].text == label
    assert _open(desk, card).sections[0].header.paragraphs[0].text == ""


def test_the_same_case_gives_the_same_bytes_and_no_clock(desk: Desk) -> None:
    card = _cards(desk)["plan"]
    made = _file(desk, card)
    assert made == _file(desk, card)
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not any("thumbnail" in name for name in parts.namelist())
    properties = docx.Document(io.BytesIO(made)).core_properties
    assert properties.created == properties.modified == dt.datetime(2026, 11, 23, tzinfo=dt.UTC)
    assert properties.author == "Tikamp"


def test_two_lists_of_one_document_do_not_share_a_number(desk: Desk) -> None:
    document = _open(desk, _cards(desk)["plan"])
    used = set(document.element.xpath("//w:numPr/w:numId/@w:val"))
    known = document.part.numbering_part.element.xpath("w:num/@w:numId")
    assert len(known) == len(set(known))
    assert used <= set(known)


texts = st.text(st.characters(exclude_categories=[]), max_size=200)


@given(office=texts, note=texts, code=texts.filter(bool))
@settings(max_examples=25, deadline=None)
def test_no_text_breaks_it(desk: Desk, office: str, note: str, code: str) -> None:
    plan = (PlannedMeasure("relief", "small", note, note=note), PlannedMeasure(code, "small", note))
    document = _open(desk, desk.named(desk.card({}, plan=plan), office))
    assert len(_headings(document)) == len(PARTS)
    assert len(_table(document, "Tiltak")) == 3


def test_nasty_texts_are_only_texts_and_make_no_gaps(desk: Desk) -> None:
    plan = (PlannedMeasure("relief", "small", NASTY, note=NASTY),)
    document = _open(desk, desk.named(desk.card({}, plan=plan), NASTY[:100]))
    gaps = [node.text for node in document.element.xpath("//w:r[w:rPr/w:highlight]/w:t")]
    assert "[x]" not in gaps
    assert "<w:p/>&amp; #panic()" in _words(document)
    assert "😀" in _words(document)
