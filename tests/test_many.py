"""Many scorecards at a time: each as alone, none stops the others, and the work ends when it is told to."""

from __future__ import annotations

import time
import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import report.many
from i18n import Translator
from report.file_names import DEVICES, file_name, file_names
from report.many import THREADS, scorecard_pdfs
from scoring import Assessment, build_nation, load_figures, load_model
from tests.report_cards import DAY, PLAN, Desk

if TYPE_CHECKING:
    from collections.abc import Collection, Generator

    from report.content_case import Case
    from report.many import Made


@pytest.fixture(scope="module")
def desk() -> Desk:
    model, figures = load_model(), load_figures()
    return Desk(model, figures, build_nation(model, figures))


def _made(desk: Desk, offices: list[Assessment], examples: Collection[str] = frozenset()) -> Generator[Made]:
    return scorecard_pdfs(
        offices,
        model=desk.model,
        nation=desk.nation,
        figures=desk.figures,
        translator=Translator("nb"),
        examples=examples,
    )


def _offices(desk: Desk) -> list[Assessment]:
    full, half = desk.answers(place=1), desk.answers(keep=2)
    return [
        Assessment("Åsnes", full, date=DAY, plan=PLAN),
        Assessment("Eksempelvik", half, date=DAY),
        Assessment("åsnes", {}, date=DAY),
        Assessment("Bø", {"contact_person": "partly"}, date=DAY),
    ]


def test_each_is_the_same_bytes_as_alone(desk: Desk) -> None:
    offices = _offices(desk)
    made = list(_made(desk, offices, examples={"Eksempelvik"}))
    assert [one.office for one in made] == [one.office for one in offices]
    assert [one.file for one in made] == ["åsnes.pdf", "eksempelvik.pdf", "åsnes-2.pdf", "bø.pdf"]
    for one, office in zip(made, offices, strict=True):
        card = desk.card(dict(office.answers), office=office.office, plan=office.plan)
        assert one.pdf == desk.pdf(card, synthetic=office.office == "Eksempelvik")
        assert one.faults == ()


def test_faulty_answers_leave_out_their_office_alone(desk: Desk) -> None:
    offices = [
        Assessment("Først", {}, date=DAY),
        Assessment("Gal", {"contact_person": "kanskje", "fte": "x"}, date=DAY),
        Assessment("Sist", {}, date=DAY),
    ]
    first, faulty, last = _made(desk, offices)
    assert first.pdf is not None
    assert last.pdf is not None
    assert faulty.pdf is None
    assert [fault.column for fault in faulty.faults] == ["contact_person", "fte"]


def test_closing_it_begins_no_more(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[str] = []

    def slow(case: Case) -> bytes:
        begun.append(case.scorecard.assessment.office)
        time.sleep(0.1)
        return b"%PDF"

    monkeypatch.setattr(report.many, "scorecard_pdf", slow)
    made = _made(desk, [Assessment(f"K{number}", {}, date=DAY) for number in range(200)])
    next(made)
    start = time.monotonic()
    made.close()
    assert time.monotonic() - start < 1
    assert len(begun) <= 3 * THREADS
    time.sleep(0.3)
    assert len(begun) <= 3 * THREADS, "nothing goes on behind the back of who closed it"


def test_a_fault_of_ours_is_not_swallowed(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: Case) -> bytes:
        message = "a bug"
        raise RuntimeError(message)

    monkeypatch.setattr(report.many, "scorecard_pdf", fail)
    with pytest.raises(RuntimeError, match="a bug"):
        list(_made(desk, _offices(desk)))


def test_no_offices_are_no_scorecards(desk: Desk) -> None:
    assert list(_made(desk, [])) == []


names = st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=120), max_size=12)


@given(offices=names)
@example(offices=["A", "a", "A", "a 2", "a-2", "A-2"])
@example(offices=["\u00c5s", "A\u030as", "STRASSE", "straße"])
@example(offices=["CON", "con", "nul.txt", "lpt1", "😀", "..", "../..", "𠀀" * 120])
def test_file_names_are_safe_and_no_two_alike(offices: list[str]) -> None:
    made = file_names(offices, "pdf")
    assert len({unicodedata.normalize("NFD", name).casefold() for name in made}) == len(offices)
    for name in made:
        stem, ending = name.rsplit(".", 1)
        assert ending == "pdf"
        assert stem
        assert stem not in DEVICES
        assert not set(name) & set('/\\:*?"<>|\0')
        assert not name.startswith(".")
        assert len(name.encode()) <= 255, "what most systems take"


@given(offices=names)
def test_the_first_of_a_name_is_called_as_it_would_be_alone(offices: list[str]) -> None:
    for office in offices[:1]:
        assert file_names(offices, "pdf")[0] == file_name(office, "pdf")
