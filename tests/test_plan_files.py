"""The plan as spreadsheet and calendar: other programs read it, and no cell or line does anything."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from dataclasses import replace

import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from i18n import LANGUAGES, Language, Translator
from report.plan_files import COLUMNS, HEADER, plan_calendar, plan_workbook
from scoring import build_nation, load_figures, load_model
from scoring.plan import PlannedMeasure
from tests.report_cards import DAY, NASTY, PLAN, Desk

RISKY = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", '=HYPERLINK("x")', "http://example.org")


@pytest.fixture(scope="module")
def desk() -> Desk:
    model, figures = load_model(), load_figures()
    return Desk(model, figures, build_nation(model, figures))


def _workbook(
    desk: Desk, plan: tuple[PlannedMeasure, ...], language: Language = "nb", office: str = "Åsnes servicetorg"
) -> bytes:
    card = desk.named(desk.card(desk.answers(place=1), plan=plan), office)
    return plan_workbook(card, model=desk.model, translator=Translator(language))


def _calendar(
    desk: Desk, plan: tuple[PlannedMeasure, ...], language: Language = "nb", office: str = "Åsnes servicetorg"
) -> bytes:
    card = desk.named(desk.card(desk.answers(place=1), plan=plan), office)
    return plan_calendar(card, model=desk.model, translator=Translator(language))


def _rows(workbook: bytes, sheet: int = 0) -> list[list[object]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(workbook))
    return [list(row) for row in book.get_sheet_by_index(sheet).to_python(skip_empty_area=False)]


def _part(workbook: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(workbook)) as parts:
        return parts.read(name).decode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheet_holds_the_plan(desk: Desk, language: Language) -> None:
    t = Translator(language)
    rows = _rows(_workbook(desk, PLAN, language))
    assert rows[0][0] == t("report.plan_file_title", office="Åsnes servicetorg")
    assert rows[HEADER] == [t(f"report.{key}") for key in COLUMNS]
    body = rows[HEADER + 1 :]
    assert len(body) == len(PLAN)
    assert body[1][1:5] == [
        "Åse Ødegård",
        dt.date(2027, 1, 15),
        t("report.effort.small"),
        t("report.plan_status_started"),
    ]
    assert body[-1][5:8] == ["", "", "For dyrt nå."]
    assert isinstance(body[2][5], float)


def test_the_second_sheet_holds_the_expected_total(desk: Desk) -> None:
    body = _rows(_workbook(desk, PLAN), 1)[HEADER + 1 :]
    assert [row[0] for row in body] == [
        DAY,
        dt.date(2027, 1, 15),
        dt.date(2027, 3, 1),
        dt.date(2028, 2, 1),
        "Uten frist",
    ]
    totals = [float(str(row[2])) for row in body]
    assert totals == sorted(totals)
    assert str(body[0][1]).startswith("Slik svarene er; ")


def test_it_is_a_real_table_with_filter_frozen_header_and_choices(desk: Desk) -> None:
    workbook = _workbook(desk, PLAN)
    table, sheet = _part(workbook, "xl/tables/table1.xml"), _part(workbook, "xl/worksheets/sheet1.xml")
    assert f'ref="A{HEADER + 1}:I{HEADER + 1 + len(PLAN)}"' in table
    assert "<autoFilter" in table
    assert 'state="frozen"' in sheet
    assert sheet.count("<dataValidation ") == 2
    assert "Planlagt,I gang,Gjennomført,Lagt bort" in sheet


@pytest.mark.parametrize("text", [*RISKY, NASTY])
def test_no_cell_is_ever_a_formula_or_a_link(desk: Desk, text: str) -> None:
    plan = (PlannedMeasure("relief", "small", text, note=text), PlannedMeasure(f"x{text}", "small"))
    workbook = _workbook(desk, plan, office=text)
    for sheet in (1, 2):
        cells = _part(workbook, f"xl/worksheets/sheet{sheet}.xml")
        assert not re.search("<f[ >]|<hyperlink", cells)
    note = _rows(workbook)[HEADER + 1][7]
    assert isinstance(note, str)
    assert note.startswith(text.strip()[:2])
    assert ("quotePrefix" in _part(workbook, "xl/styles.xml")) is (text != RISKY[-1])


def test_an_early_date_is_text(desk: Desk) -> None:
    plan = (PlannedMeasure("relief", "small", deadline=dt.date(1814, 5, 17)),)
    assert _rows(_workbook(desk, plan))[HEADER + 1][2] == "17. mai 1814"


def test_an_empty_plan_is_an_empty_table(desk: Desk) -> None:
    assert _rows(_workbook(desk, ()))[HEADER][0] == "Tiltak"
    assert icalendar.Calendar.from_ical(_calendar(desk, ())).walk("VEVENT") == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_calendar_has_an_entry_for_each_deadline(desk: Desk, language: Language) -> None:
    t = Translator(language)
    calendar = icalendar.Calendar.from_ical(_calendar(desk, PLAN, language))
    assert calendar["VERSION"] == "2.0"
    assert str(calendar["PRODID"]).endswith(language.upper())
    entries = calendar.walk("VEVENT")
    with_deadline = [one for one in PLAN if one.deadline and one.status != "dropped"]
    assert [entry.decoded("DTSTART") for entry in entries] == [one.deadline for one in with_deadline]
    for entry in entries:
        assert entry.decoded("DTSTAMP") == dt.datetime(2026, 11, 23, tzinfo=dt.UTC)
        assert entry["SUMMARY"].params["LANGUAGE"] == language
        assert entry["TRANSP"] == "TRANSPARENT"
    assert f"{t('report.plan_responsible')}: Åse Ødegård" in str(entries[1]["DESCRIPTION"])
    assert len({str(entry["UID"]) for entry in entries}) == len(entries)


def _identities(calendar: bytes) -> list[str]:
    return [str(entry["UID"]) for entry in icalendar.Calendar.from_ical(calendar).walk("VEVENT")]


def test_an_entry_keeps_its_identity_when_the_plan_changes(desk: Desk) -> None:
    later = tuple(replace(one, deadline=dt.date(2029, 1, 1), note="Ny") for one in PLAN)
    assert min(_identities(_calendar(desk, PLAN))) in _identities(_calendar(desk, later))
    other = _identities(_calendar(desk, PLAN, office="Et annet kontor"))
    assert not set(other) & set(_identities(_calendar(desk, PLAN)))
    assert len(set(_identities(_calendar(desk, (PLAN[1], PLAN[1]))))) == 2


texts = st.text(st.characters(exclude_categories=[]), max_size=120)


@given(name=texts, note=texts, code=texts.filter(bool))
@settings(max_examples=40, deadline=None)
def test_no_text_breaks_a_line_or_a_file(desk: Desk, name: str, note: str, code: str) -> None:
    plan = (
        PlannedMeasure("relief", "small", name, dt.date(2027, 1, 1), note=note),
        PlannedMeasure(code, "small", name, dt.date(2027, 1, 1), note=note),
    )
    calendar = _calendar(desk, plan)
    lines = calendar.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    for line in lines:
        line.decode()  # a fold never cuts a character in two
    assert lines.count(b"BEGIN:VEVENT") == len(icalendar.Calendar.from_ical(calendar).walk("VEVENT")) == 2
    assert len(_rows(_workbook(desk, plan))) == HEADER + 3


@pytest.mark.parametrize("make", [_workbook, _calendar])
def test_the_same_plan_gives_the_same_bytes(desk: Desk, make: object) -> None:
    assert callable(make)
    assert make(desk, PLAN) == make(desk, PLAN)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_synthetic_example_says_so(desk: Desk, language: Language) -> None:
    t = Translator(language)
    card = desk.card(desk.answers(place=1), plan=PLAN)
    workbook = plan_workbook(card, model=desk.model, translator=t, synthetic=True)
    calendar = plan_calendar(card, model=desk.model, translator=t, synthetic=True)
    assert all(str(_rows(workbook, sheet)[1][0]).startswith(t("report.synthetic")) for sheet in (0, 1))
    entries = icalendar.Calendar.from_ical(calendar).walk("VEVENT")
    assert all(str(entry["DESCRIPTION"]).startswith(t("report.synthetic")) for entry in entries)
