"""The comparison report: it opens, is tagged, says what the engine says, and no name can break it."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pikepdf
import pypdfium2  # type: ignore[import-untyped]
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from i18n import LANGUAGES, Language, Translator
from report.cleaning import clean_text
from report.content_comparison import comparison_content
from report.pdf import comparison_pdf
from report.side_by_side import FIRST, MANY, NAME, About, SideBySide, shown_name
from scoring import Answers, build_nation, encode, load_figures, load_model, rate
from scoring.assessment import Assessment, to_rows
from scoring.tables import read_answers
from tests.command_line import EXAMPLES
from tests.heard import faults_of
from tests.pdf_words import pdf_tags, pdf_words
from tests.report_cards import DAY, NASTY

if TYPE_CHECKING:
    from pathlib import Path

MODEL, FIGURES = load_model(), load_figures()
NATION = build_nation(MODEL, FIGURES)
OFFICES = read_answers(EXAMPLES, model=MODEL)
SIZES = {"two": 2, "forty": 40, "hundred": 100}


def side(answers: Answers, language: Language = "nb", about: About | None = None) -> SideBySide:
    return SideBySide(answers, MODEL, NATION, FIGURES, Translator(language), about or About(DAY))


def some(count: int) -> Answers:
    """So many of the example offices, from the first again where they are too few; no two alike in name."""
    part = OFFICES.part(np.arange(count) % len(OFFICES))
    names = [f"{name} {place}" for place, name in enumerate(part.offices)]
    return replace(part, offices=np.array(names, dtype=object))


def called(*names: str) -> Answers:
    return replace(OFFICES.part(np.arange(len(names))), offices=np.array(names, dtype=object))


# ------------------------------------------------------------------ the file
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
def test_it_is_without_a_fault_for_those_who_hear_it(size: str, language: Language, tmp_path: Path) -> None:
    one = side(some(SIZES[size]), language)
    content = comparison_content(one)
    tables = (content.overview, content.spread, content.heat, content.ranks, content.shared, content.learn)
    headings = [heading for table in tables for heading in table.columns]
    assert faults_of(comparison_pdf(one), tmp_path, headings=headings) == []


def test_offices_without_answers_make_a_report_too(tmp_path: Path) -> None:
    blank = encode(to_rows([Assessment("A", {}), Assessment("B", {})]), model=MODEL)
    pdf = comparison_pdf(side(blank))
    assert faults_of(pdf, tmp_path) == []
    assert Translator("nb")("compare.none_rated") in pdf_words(pdf)


@pytest.mark.parametrize("language", LANGUAGES)
def test_title_language_headings_tables_and_alternatives(language: Language) -> None:
    t, given_side = Translator(language), side(some(12), language)
    with pikepdf.open(io.BytesIO(comparison_pdf(given_side))) as pdf:
        assert str(pdf.Root.Lang) == {"nb": "nb-NO", "nn": "nn-NO", "en": "en-GB"}[language]
        assert str(pdf.docinfo.Title) == comparison_content(given_side).title
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
        tags = pdf_tags(pdf.Root.StructTreeRoot.K)
        with pdf.open_outline() as outline:
            bookmarks = [item.title for item in outline.root[0].children]
    names = [tag for tag, _ in tags]
    parts = ("overview", "spread", "heat", "ranks", "shared")
    assert bookmarks == [
        *(t(f"comparison.{part}") for part in parts),
        t("compare.learn"),
        t("comparison.notes"),
    ]
    assert names.count("/H1") == 1
    assert names.count("/Table") == names.count("/THead") == len(parts) + 2
    alternatives = [alternative for tag, alternative in tags if tag == "/Figure"]
    assert len(alternatives) == 1 + len(MODEL.criteria)
    assert all(alternatives)


def test_the_same_offices_give_the_same_bytes() -> None:
    assert comparison_pdf(side(some(5))) == comparison_pdf(side(some(5)))


# ------------------------------------------------------------------ what it says
def test_the_overview_says_what_the_engine_does() -> None:
    one, t = side(OFFICES), Translator("nb")
    rows = comparison_content(one).overview.rows
    assert len(rows) == len(OFFICES)
    assert [row.rank for row in rows[:3]] == ["1", "2", "3"]
    rating = rate(OFFICES, model=MODEL).total
    for row in rows:
        total, coverage = (float(rating[name][row.office]) for name in ("score", "coverage"))
        assert row.total == ("–" if np.isnan(total) else t.number(total))
        assert row.coverage == t.percent(coverage)


def test_who_is_among_the_best_is_said_with_its_share() -> None:
    one = side(OFFICES)
    first = str(OFFICES.offices[one.order[0]])
    share = Translator("nb").percent(one.ranks.among_best(5).iloc[one.order[0]])
    said = f"{first} er nummer 1, og blant de 5 beste under {share} av vektene."
    assert said in comparison_content(one).ranks.best


def test_own_weights_move_the_ranks_and_are_said() -> None:
    weights = dict.fromkeys(MODEL.criteria, 0.0) | {"demand": 3.0, "casework": 1.0}
    content = comparison_content(side(OFFICES, about=About(DAY, weights=weights)))
    assert any("1 Etterspørsel 75\N{NO-BREAK SPACE}%" in fact.text for fact in content.facts)
    usual = comparison_content(side(OFFICES))
    assert [row.office for row in content.heat.rows] != [row.office for row in usual.heat.rows]


def test_of_many_offices_the_heat_map_alone_lists_all() -> None:
    content = comparison_content(side(some(MANY + 1)))
    assert len(content.heat.rows) == MANY + 1
    assert len(content.overview.rows) == len(content.ranks.rows) == len(content.shared.matrix) == FIRST
    first = f"Her står de {FIRST} første av {MANY + 1}."
    assert any(first in remark for remark in content.overview.remarks)
    assert len(comparison_content(side(some(MANY))).overview.rows) == MANY


def test_headings_of_long_tables_stand_on_every_page() -> None:
    document = pypdfium2.PdfDocument(comparison_pdf(side(some(100))))
    pages = [page.get_textpage().get_text_bounded() for page in document]
    first, last = (
        next(place for place, text in enumerate(pages) if end in text) for end in ("Varmekart", "Hvor sikre")
    )
    assert last > first + 1
    assert all("Kontor" in pages[place] and "Plass" in pages[place] for place in range(first, last))


def test_made_up_offices_are_said_to_be_so_on_every_page() -> None:
    names = list(map(str, OFFICES.offices))
    t = Translator("nb")
    pdf = comparison_pdf(side(OFFICES, about=About(DAY, examples=frozenset(names))))
    assert pdf_words(pdf).count(t("comparison.synthetic")) == len(pypdfium2.PdfDocument(pdf))
    some_are = comparison_content(side(OFFICES, about=About(DAY, examples={names[0]})))
    assert some_are.label == "Ett av kontorene er et syntetisk eksempel"
    assert comparison_content(side(OFFICES)).label == ""


def test_filters_and_hidden_names_are_said() -> None:
    about = About(DAY, filters=("Type: OSK", "Årsverk: under 3"), hidden=True)
    texts = [fact.text for fact in comparison_content(side(some(3), about=about)).facts]
    assert "Type: OSK; Årsverk: under 3" in texts
    assert any("Navnene er skjult" in text for text in texts)


# ------------------------------------------------------------------ names
def test_offices_without_a_rank_stand_in_the_order_of_the_alphabet() -> None:
    blank = encode(
        to_rows([Assessment(name, {}) for name in ("Aas", "Øye", "Zeb", "Ås", "Ære")]), model=MODEL
    )
    words = pdf_words(comparison_pdf(side(blank)))
    overview = words[words.index(Translator("nb")("comparison.overview")) :]
    places = [overview.index(f"{name} ") for name in ("Zeb", "Ære", "Øye", "Aas", "Ås")]
    assert places == sorted(places)


def test_a_long_name_keeps_the_end_that_tells_it_from_another() -> None:
    long = "Servicekontoret i Øvre og Nedre Særnes " * 5
    one, two = shown_name(f"{long} (2)"), shown_name(f"{long} (3)")
    assert one != two
    assert len(one) <= NAME


@given(
    names=st.lists(
        st.text(st.characters(exclude_categories=[]), max_size=200), min_size=3, max_size=3, unique=True
    )
)
@settings(max_examples=15, deadline=None)
@example(names=["\ud800", NASTY, "\N{RIGHT-TO-LEFT OVERRIDE}\0😀" * 50])
@example(names=["Čáhcesuolu bálvalusguovddáš", "مكتب الخدمة", "W" * 200])
def test_no_name_breaks_it(names: list[str]) -> None:
    pdf = comparison_pdf(side(called(*names)))
    shown = pdf_words(pdf).replace(" ", "")
    for name in names:
        if clean_text(name).isalnum() and len(clean_text(name)) < NAME // 4:
            assert clean_text(name) in shown
