"""The PDF: it opens, is tagged, says everything, and no text can break it."""

from __future__ import annotations

import io
import os
from dataclasses import replace
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2  # type: ignore[import-untyped]
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from i18n import LANGUAGES, Language, Translator
from report.cleaning import clean_text
from scoring import build_nation, load_figures, load_model
from tests.heard import faults_of, first_page
from tests.pdf_words import pdf_tags, pdf_words
from tests.report_cards import Desk

if TYPE_CHECKING:
    from pathlib import Path

    from report.scorecard import Scorecard

LONG = ("Servicekontoret for innbyggjarar, næringsliv og frivillige i Øvre og Nedre Æsøy kommuneregion " * 3)[
    :200
]
MARKUP = '#set page(width: 1mm) #panic("x") *a* _b_ $x^2$ @c <d> // e /* f */ \\g `h` #(1/0)'
ENTITIES = '<script>alert("x")</script><b>A&amp;B</b> ${7*7} {{7*7}} {office} %s'

SIGNS = st.one_of(
    st.sampled_from("\0😀👩🏽🚒\u200d\ufe0fáčđŋšŧžÁČĐŊŠŦŽ\u200e\u200f\u202a\u202b\u202e\u2067\u2069אבعر"),
    st.characters(exclude_categories=[]),
)
"""Emoji and what joins them, Sámi letters, NUL, marks and letters from right to left; then any character."""

EXAMPLES = 500 if os.environ.get("CI") else 60  # a minute, or a few seconds


@pytest.fixture(scope="module")
def desk() -> Desk:
    model, figures = load_model(), load_figures()
    return Desk(model, figures, build_nation(model, figures))


def _cards(desk: Desk) -> dict[str, Scorecard]:
    return {
        "full": desk.card(desk.answers(place=1)),
        "best": desk.card(desk.answers()),
        "half": desk.card(desk.answers(place=1, keep=2)),
        "one answer": desk.card({"contact_person": "partly"}),
        "empty": desk.card({}, office="Å"),
        "long name": desk.card(desk.answers(place=2, keep=3), office=LONG),
        "one long word": desk.card(desk.answers(place=2), office="W" * 200),
    }


CARDS = ("full", "best", "half", "one answer", "empty", "long name", "one long word")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", CARDS)
def test_two_to_four_pages_without_a_fault(desk: Desk, name: str, language: Language, tmp_path: Path) -> None:
    pdf = desk.pdf(_cards(desk)[name], language, synthetic=True)
    assert 2 <= len(pypdfium2.PdfDocument(pdf)) <= 4
    assert faults_of(pdf, tmp_path) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_an_example_is_made_up_is_heard_too(desk: Desk, language: Language, tmp_path: Path) -> None:
    kind, label = (Translator(language)(f"report.{key}") for key in ("kind", "synthetic"))
    heard = first_page(desk.pdf(desk.card({}), language, synthetic=True), tmp_path)
    assert heard.index(kind) < heard.index(label) < heard.index("Åsnes servicetorg")
    assert label not in first_page(desk.pdf(desk.card({}), language), tmp_path)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_all_that_it_should_in_order(desk: Desk, language: Language) -> None:
    t, model = Translator(language), desk.model
    card = desk.card(desk.answers(place=1), office="Ål & Øvre Særnes servicetorg")
    words = pdf_words(desk.pdf(card, language))
    titles = []
    for criterion in model.criteria.values():
        titles.append(f"{criterion.number} {t.pick(criterion.title)}")
        titles += [t.pick(indicator.title) for indicator in criterion.indicators.values()]
    place = words.index(t("report.details.heading"))
    for title in titles:
        place = words.index(title, place) + len(title)
    assert card.total.score is not None
    start = words[: words.index(t("report.chart.heading"))]
    assert "Ål & Øvre Særnes servicetorg" in start
    assert t.number(card.total.score) in start.split()
    assert t("report.versions.with", version=model.version, fingerprint=model.fingerprint) in words
    assert card.assessment.fingerprint in words
    assert t("report.page", page=1, pages=4) in words


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_tagged_for_those_who_hear_it(desk: Desk, language: Language) -> None:
    with pikepdf.open(io.BytesIO(desk.pdf(desk.card(desk.answers()), language))) as pdf:
        root = pdf.Root
        assert root.MarkInfo.Marked
        assert str(root.Lang) == {"nb": "nb-NO", "nn": "nn-NO", "en": "en-GB"}[language]
        assert str(pdf.docinfo.Title).startswith("Åsnes servicetorg – ")
        assert root.ViewerPreferences.DisplayDocTitle
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert metadata.pdfa_status == "2A"
        tags = list(pdf_tags(root.StructTreeRoot.K))
        with pdf.open_outline() as outline:
            bookmarks = [item.title for item in outline.root[0].children]
    figures = [str(alternative) for tag, alternative in tags if tag == "/Figure"]
    criteria = [Translator(language).pick(one.short) for one in desk.model.criteria.values()]
    assert len(figures) == 2
    assert all(name in figures[1] for name in criteria)
    names = [tag for tag, _ in tags]
    assert names.count("/H1") == 1
    assert names.count("/Table") == len(criteria) + 1 == names.count("/THead")
    assert names.count("/TH") == 4 * len(criteria) + 3
    assert Translator(language)("report.details.heading") in bookmarks


def test_only_our_fonts_and_all_of_them_embedded(desk: Desk) -> None:
    with pikepdf.open(io.BytesIO(desk.pdf(desk.card(desk.answers())))) as pdf:
        fonts = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/FontName" in one]
        names = {str(one.FontName) for one in fonts}
        embedded = all("/FontFile2" in one or "/FontFile3" in one for one in fonts)
    assert names
    assert all("Inter" in name for name in names)
    assert embedded


def test_the_same_scorecard_gives_the_same_bytes(desk: Desk) -> None:
    card = desk.card(desk.answers(place=1))
    assert desk.pdf(card) == desk.pdf(card)


def test_a_synthetic_example_says_so_on_every_page(desk: Desk) -> None:
    card = desk.card(desk.answers(place=1))
    label = Translator("nb")("report.synthetic")
    pdf = desk.pdf(card, synthetic=True)
    assert pdf_words(pdf).count(label) == len(pypdfium2.PdfDocument(pdf))
    assert label not in pdf_words(desk.pdf(card))


@pytest.mark.parametrize("name", [MARKUP, ENTITIES])
def test_markup_in_a_name_is_only_text(desk: Desk, name: str) -> None:
    pdf = desk.pdf(desk.card({}, office=name))
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert str(opened.docinfo.Title).startswith(name)
    assert name.replace(" ", "") in pdf_words(pdf).replace(" ", "")


@given(name=st.text(SIGNS, max_size=200))
@settings(max_examples=EXAMPLES, deadline=None)
@example(name="\ud800")
@example(name="\N{RIGHT-TO-LEFT OVERRIDE}\0😀" * 50)
def test_no_name_breaks_it(desk: Desk, name: str) -> None:
    card = desk.card({})
    pdf = desk.pdf(replace(card, assessment=replace(card.assessment, office=name)))
    assert 2 <= len(pypdfium2.PdfDocument(pdf)) <= 4
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert clean_text(name) in str(opened.docinfo.Title)
