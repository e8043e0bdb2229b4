"""The rows that could not be taken in, with what to mend: a file that is mended and brought back."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from typing import TYPE_CHECKING, Literal

import xlsxwriter

from report.faults import fault_reason
from report.sheets import LONGEST, OPTIONS
from scoring.labels import ANSWER_SHEET, REASONS, is_one_of
from scoring.sheet import NO_VALUE, RISKY

if TYPE_CHECKING:
    from i18n import Translator
    from scoring.intake import Sorted


def faulty_rows(found: Sorted, translator: Translator, *, form: Literal["csv", "xlsx"]) -> bytes:
    """The faulty rows as a file.

    Args:
        found: What ``sort_rows`` has found.
        translator: The language of the reasons.
        form: ``csv`` as Norwegian spreadsheets open it (UTF-8 with a mark, semicolon; in English
            comma), or ``xlsx``.

    Returns:
        The heading and cells as they stood, behind a column that tells what to mend. No cell is a
        formula, whatever it begins with. Reading passes over the reasons.
    """
    rows = _rows(found, translator)
    return _csv(rows, translator) if form == "csv" else _xlsx(rows, translator)


def _rows(found: Sorted, t: Translator) -> list[list[str]]:
    reasons: dict[int, list[str]] = defaultdict(list)
    for fault in found.faults:
        reasons[fault.line or 0].append(fault_reason(fault, t))
    sheet = found.faulty
    kept = [place for place, title in enumerate(sheet.heading) if not is_one_of(title, REASONS)]
    width = max(map(len, [sheet.heading, *(cells for _, cells in sheet.rows)]))
    kept += range(len(sheet.heading), width)
    lines = [(t.pick(REASONS), sheet.heading)]
    lines += [("\n".join(reasons[number])[:LONGEST], cells) for number, cells in sheet.rows]
    return [[first, *(_cell(cells, place) for place in kept)] for first, cells in lines]


def _cell(cells: list[str], place: int) -> str:
    return cells[place].removeprefix(NO_VALUE)[:LONGEST] if place < len(cells) else ""


def _csv(rows: list[list[str]], t: Translator) -> bytes:
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter="," if t.language == "en" else ";")
    writer.writerows([f"'{cell}" if cell.startswith(RISKY) else cell for cell in row] for row in rows)
    return buffer.getvalue().encode("utf-8-sig")


def _xlsx(rows: list[list[str]], t: Translator) -> bytes:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, OPTIONS) as book:
        sheet = book.add_worksheet(t.pick(ANSWER_SHEET))
        look = {"text_wrap": True, "valign": "top"}
        plain, heading = book.add_format(look), book.add_format({**look, "bold": True, "bottom": 1})
        risky = book.add_format({**look, "quote_prefix": True})  # stays text when it is edited
        sheet.set_column(0, 0, 60)
        sheet.set_column(1, max(map(len, rows)), 22)
        sheet.freeze_panes(1, 2)
        for number, row in enumerate(rows):
            for place, cell in enumerate(row):
                if _is_number(cell):
                    sheet.write_number(number, place, float(cell), plain)
                else:
                    form = risky if cell.startswith(RISKY) else plain
                    sheet.write_string(number, place, cell, form if number else heading)
    return buffer.getvalue()


def _is_number(cell: str) -> bool:
    """Whether it is a number that a spreadsheet shows just so: 3.5, but not 0301 or 1e3."""
    try:
        return f"{float(cell):.15g}" == cell and cell not in {"nan", "inf", "-inf"}
    except ValueError:
        return False
