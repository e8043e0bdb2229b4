"""The plan of measures to take along: a spreadsheet, and a calendar with the deadlines."""

from __future__ import annotations

import datetime as dt
import io
import uuid
from collections import Counter
from typing import TYPE_CHECKING, Final

import icalendar
import xlsxwriter

from report.cleaning import plain_text
from report.measure_words import measure_title
from report.plan_lines import LONGEST_NAME, plan_lines, plan_steps
from report.sheets import OPTIONS
from scoring.plan import EFFORTS, STATUSES
from scoring.sheet import RISKY

if TYPE_CHECKING:
    from i18n import Translator
    from report.plan_lines import PlanLine
    from report.scorecard import Scorecard
    from scoring.model import Model
    from scoring.plan import Milestone

COLUMNS: Final = {
    "plan_file_measure": 44,
    "plan_responsible": 26,
    "plan_deadline": 14,
    "plan_effort": 12,
    "plan_status": 16,
    "plan_file_gain": 18,
    "plan_file_total": 22,
    "plan_note": 50,
    "plan_source": 40,
}
STEPS: Final = {"plan_file_from": 20, "plan_file_measures": 90, "plan_file_total": 22}
"""The columns of the two sheets, each with its width in characters."""

HEADER: Final = 3
"""The row of the column names: beneath the title, what the sheet rests on, and an empty row."""

FIRST_DAY: Final = dt.date(1900, 1, 1)
"""Spreadsheets know no earlier date; such a one is written as text."""

_OURS: Final = uuid.UUID("6f1b6c0e-3c0f-5c0a-9a55-2c3f0f6f7d11")
"""The same office and measure are the same entry in a calendar, however often it is fetched."""


def plan_workbook(
    scorecard: Scorecard, *, model: Model, translator: Translator, synthetic: bool = False
) -> bytes:
    """The plan as a spreadsheet: the measures on the first sheet, the expected total on the second.

    Args:
        scorecard: The office's scorecard, with its plan.
        model: The model.
        translator: The language.
        synthetic: Whether the office is a made-up example; both sheets then say so.

    Returns:
        An XLSX file, the same bytes for the same plan. No cell is a formula, whatever it begins with.
    """
    buffer, t = io.BytesIO(), translator
    label = t("report.synthetic") if synthetic else ""
    with xlsxwriter.Workbook(buffer, OPTIONS) as book:
        book.set_properties(_properties(scorecard, t))
        plan = _Sheet(book, t("report.plan_file_plan"), COLUMNS, t)
        plan.head(scorecard, model, label)
        plan.measures(plan_lines(scorecard, model=model, t=t))
        projection = _Sheet(book, t("report.plan_file_projection"), STEPS, t)
        projection.head(scorecard, model, label)
        projection.steps(plan_steps(scorecard, model=model), model)
    return buffer.getvalue()


def _properties(scorecard: Scorecard, t: Translator) -> dict[str, object]:
    day = max(scorecard.assessment.date, FIRST_DAY)
    made = dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC)
    return {"title": _title(scorecard, t), "author": "Tikamp", "created": made}


def _title(scorecard: Scorecard, t: Translator) -> str:
    return t("report.plan_file_title", office=plain_text(scorecard.assessment.office, longest=LONGEST_NAME))


class _Sheet:
    """One sheet with a title and a table."""

    def __init__(self, book: xlsxwriter.Workbook, name: str, columns: dict[str, int], t: Translator) -> None:
        self.t, self.columns, self.sheet = t, columns, book.add_worksheet(name)
        look = {"text_wrap": True, "valign": "top"}
        self.text = book.add_format(look)
        self.risky = book.add_format({**look, "quote_prefix": True})  # stays text when it is edited
        self.date = book.add_format({**look, "num_format": "dd.mm.yyyy", "align": "left"})
        self.number = book.add_format({**look, "num_format": "0.0"})
        self.strong = book.add_format({"bold": True, "font_size": 14})
        for place, width in enumerate(columns.values()):
            self.sheet.set_column(place, place, width)

    def head(self, scorecard: Scorecard, model: Model, label: str) -> None:
        """What stands above the table, and how the sheet is printed."""
        t, assessment = self.t, scorecard.assessment
        meta = {"model": model.version, "date": t.date(assessment.date), "answers": assessment.fingerprint}
        parts = [label, t("report.plan_file_meta", **meta)]
        if scorecard.total.score is None:
            parts.append(t("report.plan_not_rated"))
        self.sheet.write_string(0, 0, _title(scorecard, t), self.strong)
        self.sheet.write_string(1, 0, " · ".join(filter(None, parts)))
        self.sheet.set_landscape()
        self.sheet.set_paper(9)  # A4
        self.sheet.fit_to_pages(1, 0)
        self.sheet.repeat_rows(HEADER)
        self.sheet.freeze_panes(HEADER + 1, 1)

    def measures(self, lines: list[PlanLine]) -> None:
        """A row for each measure."""
        self._table("Plan", len(lines))
        for row, line in enumerate(lines, start=HEADER + 1):
            self._text(row, 0, line.title)
            self._text(row, 1, line.responsible)
            self._date(row, 2, line.planned.deadline, "")
            self._text(row, 3, line.effort)
            self._text(row, 4, line.status)
            self._number(row, 5, line.gain)
            self._number(row, 6, line.total)
            self._text(row, 7, line.note)
            self._text(row, 8, line.source)
        self._choices(3, [self.t(f"report.effort.{one}") for one in EFFORTS], len(lines))
        self._choices(4, [self.t(f"report.plan_status_{one}") for one in STATUSES], len(lines))

    def steps(self, steps: list[Milestone], model: Model) -> None:
        """A row for each day on which the expected total may rise."""
        t = self.t
        self._table("Projection", len(steps))
        for row, step in enumerate(steps, start=HEADER + 1):
            titles = [measure_title(code, model=model, t=t) for code in step.codes]
            today = [t("report.plan_file_today")] if row == HEADER + 1 else []
            self._date(row, 0, step.day, t("report.plan_no_deadline"))
            self._text(row, 1, plain_text("; ".join([*today, *titles]), longest=10_000))
            self._number(row, 2, step.score)

    def _table(self, name: str, rows: int) -> None:
        """A real table, with its filter; a spreadsheet wants one row at least."""
        columns = [{"header": self.t(f"report.{key}")} for key in self.columns]
        last = HEADER + max(rows, 1)
        style = {"name": name, "columns": columns, "style": "Table Style Light 15"}
        self.sheet.add_table(HEADER, 0, last, len(columns) - 1, style)

    def _choices(self, column: int, words: list[str], rows: int) -> None:
        rule = {"validate": "list", "source": words, "error_message": self.t("report.plan_file_pick")}
        self.sheet.data_validation(HEADER + 1, column, HEADER + max(rows, 1), column, rule)

    def _text(self, row: int, column: int, text: str) -> None:
        self.sheet.write_string(row, column, text, self.risky if text.startswith(RISKY) else self.text)

    def _date(self, row: int, column: int, day: dt.date | None, otherwise: str) -> None:
        if day is None or day < FIRST_DAY:
            self._text(row, column, self.t.date(day) if day else otherwise)
        else:
            self.sheet.write_datetime(row, column, day, self.date)

    def _number(self, row: int, column: int, number: float | None) -> None:
        """What is not known stays empty: never 0."""
        if number is None:
            self.sheet.write_blank(row, column, None, self.text)
        else:
            self.sheet.write_number(row, column, round(number, 6), self.number)


def plan_calendar(
    scorecard: Scorecard, *, model: Model, translator: Translator, synthetic: bool = False
) -> bytes:
    """The deadlines of the plan as a calendar file: an all-day entry for each, dropped ones left out.

    Args:
        scorecard: The office's scorecard, with its plan.
        model: The model.
        translator: The language.
        synthetic: Whether the office is a made-up example; every entry then says so.

    Returns:
        An ICS file (RFC 5545), the same bytes for the same plan. An entry keeps its identity when
        the plan is fetched again, so that a calendar moves it instead of doubling it.
    """
    t, office = translator, plain_text(scorecard.assessment.office, longest=LONGEST_NAME)
    about = [t("report.synthetic") if synthetic else "", office]
    calendar = icalendar.Calendar()
    calendar.add("prodid", f"-//Tikamp//Tikamp {model.version}//{t.language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", t("report.plan_file_calendar", office=office))
    seen: Counter[str] = Counter()
    for line in plan_lines(scorecard, model=model, t=t):
        if line.planned.deadline is not None and line.planned.status != "dropped":
            code = plain_text(line.planned.code, longest=LONGEST_NAME)
            seen[code] += 1
            entry = _entry(line, about, scorecard.assessment.date, t)
            entry.add("uid", f"{uuid.uuid5(_OURS, f'{office}/{code}/{seen[code]}')}@tikamp")
            calendar.add_component(entry)
    return bytes(calendar.to_ical())


def _entry(line: PlanLine, about: list[str], made: dt.date, t: Translator) -> icalendar.Event:
    """An event, not a task: most calendars pass over tasks. It does not block the day."""
    entry = icalendar.Event()
    tongue: dict[str, str] = {"LANGUAGE": t.language}
    entry.add("dtstamp", dt.datetime(made.year, made.month, made.day, tzinfo=dt.UTC))
    entry.add("dtstart", line.planned.deadline)
    entry.add("summary", t("report.plan_file_summary", measure=line.title), parameters=tongue)
    entry.add("description", "\n".join(filter(None, [*about, *_facts(line, t)])), parameters=tongue)
    entry.add("transp", "TRANSPARENT")
    return entry


def _facts(line: PlanLine, t: Translator) -> list[str]:
    texts = {
        "responsible": line.responsible or t("report.plan_nobody"),
        "status": line.status,
        "effort": line.effort,
        "gain": line.gain_text,
        "note": line.note,
        "source": line.source,
    }
    return [f"{t(f'report.plan_{key}')}: {text}" for key, text in texts.items() if text]
