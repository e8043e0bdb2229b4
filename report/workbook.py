"""The ratings of any number of offices as a spreadsheet: results that reckon, answers, and a code book."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

import numpy as np
import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell

from report.code_book import HEADING, code_book
from report.sheets import OPTIONS, Cell, Column, Formula, Sheets, cells
from scoring.aggregate import DIGITS
from scoring.decode import decode
from scoring.encode import OFFICE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    import pandas as pd

    from i18n import Translator
    from scoring.answers import Answers
    from scoring.model import Model
    from scoring.rating import Rating

HEADER: Final = 4
"""The row of the column names: beneath the title, the model, how the sheet reckons, and an empty row."""

TOTAL, LOW, HIGH, CRITERIA = 1, 4, 5, 7
"""Columns of the results: the total, the ends of its interval, the first criterion."""

SCORE: Final = "0.0"
UNITS: Final = {"kroner": "#,##0", "year": "0"}
"""Number formats by the unit of an item; others show as many decimals as they have."""

WIDTHS: Final = {"help": 60, "question": 60, "answers": 60, "indicators": 50, "criteria": 40, "place": 34}


def ratings_workbook(
    rating: Rating, answers: Answers, *, translator: Translator, examples: Collection[str] = frozenset()
) -> bytes:
    """Offices' ratings with all that they rest on.

    Args:
        rating: The rating, of ``sheets.MOST`` offices at most.
        answers: The answers that were rated.
        translator: The language.
        examples: The names of made-up offices; the results say how many there are.

    Returns:
        An XLSX file of three sheets: results, whose totals, levels and means follow when a criterion is
        changed; the answers by code, as they can be read in again; and what each column means. No cell
        of text is a formula, whatever it begins with. Every formula holds its value.

    Raises:
        ValueError: There are more offices than that.
    """
    buffer, t = io.BytesIO(), translator
    with xlsxwriter.Workbook(buffer, OPTIONS) as book:
        book.set_properties({"title": t("workbook.title"), "author": "Tikamp"})
        sheets = Sheets(book)
        _results(sheets, rating, t, made_up=sum(office in examples for office in answers.offices))
        _answers(sheets, answers, rating.model, t)
        _code_book(sheets, rating.model, t)
    return buffer.getvalue()


def _results(sheets: Sheets, rating: Rating, t: Translator, *, made_up: int) -> None:
    sheet, model = sheets.add(t("workbook.results")), rating.model
    meta = [t("workbook.model", version=model.version, fingerprint=model.fingerprint)]
    meta += [t.plural("workbook.made_up", made_up)] if made_up else []
    sheet.write_string(0, 0, t("workbook.title"), sheets.look(bold=True, font_size=14))
    sheet.write_string(1, 0, " · ".join(meta))
    sheet.write_string(2, 0, t("workbook.reckoning", least=t.number(_least(model))))
    sheets.table(sheet, _columns(rating, t), list(_rows(rating, t)), name="Results", top=HEADER)
    sheet.set_row(HEADER, 32)


def _columns(rating: Rating, t: Translator) -> list[Column]:
    share = "0%" if t.language == "en" else "0\N{NO-BREAK SPACE}%"
    return [
        Column(t("workbook.office"), 34, foot=t("workbook.mean"), wraps=True),
        Column(t("workbook.total"), 10, SCORE, _mean(rating.total["score"])),
        Column(t("workbook.level"), 18, indent=1),
        Column(t("workbook.rated"), 10, "0"),
        Column(t("workbook.low"), 10, SCORE, _mean(rating.total["low"])),
        Column(t("workbook.high"), 10, SCORE, _mean(rating.total["high"])),
        Column(t("workbook.coverage"), 10, share, _mean(rating.total["coverage"])),
        *(
            Column(f"{one.number} {t.pick(one.short)}", 18, SCORE, _mean(rating.score[code]))
            for code, one in rating.model.criteria.items()
        ),
    ]


def _mean(column: pd.Series[float]) -> float | None:
    return float(column.mean()) if column.notna().any() else None


def _rows(rating: Rating, t: Translator) -> Iterator[list[Cell]]:
    levels = [t.pick(level.title) for level in rating.model.method.levels.values()]
    totals = rating.total[["score", "level", "rated", "low", "high", "coverage"]].to_numpy(dtype=float)
    scores = rating.score.to_numpy()
    for place, office in enumerate(rating.total.index):
        score, level, rated, low, high, coverage = totals[place]
        total, word, count = _formulas(rating.model, levels, HEADER + 1 + place)
        yield [
            str(office),
            Formula(total, "" if np.isnan(score) else float(score)),
            Formula(word, levels[int(level)] if level >= 0 else ""),
            Formula(count, float(rated)),
            *map(_cell, [low, high, coverage, *scores[place]]),
        ]


def _formulas(model: Model, levels: list[str], row: int) -> tuple[str, str, str]:
    """The total, its level and the number of rated criteria of one row, as ``score_total`` has them."""
    total, low, high, first, last = (
        xl_rowcol_to_cell(row, column)
        for column in (TOTAL, LOW, HIGH, CRITERIA, CRITERIA + len(model.criteria) - 1)
    )
    criteria = f"{first}:{last}"
    mean = f"MAX({low},MIN({high},ROUND(AVERAGE({criteria}),{DIGITS})))"
    lows = ",".join(f"{level.low:g}" for level in model.method.levels.values())
    words = ",".join('"' + word.replace('"', '""') + '"' for word in levels)
    return (
        f'=IF(COUNT({criteria})<{_least(model)},"",{mean})',
        f'=IF({total}="","",LOOKUP({total},{{{lows}}},{{{words}}}))',
        f"=COUNT({criteria})",
    )


def _least(model: Model) -> int:
    """The rated criteria that a total needs."""
    return min(model.method.rated_criteria, len(model.criteria))


def _cell(number: float) -> float | None:
    return None if np.isnan(number) else float(number)


def _answers(sheets: Sheets, answers: Answers, model: Model, t: Translator) -> None:
    table = decode(answers, model=model)
    forms = {code: UNITS.get(item.unit or "", "General") for code, item in model.items.items()}
    columns = [
        Column(column, 34 if column == OFFICE else 18, forms.get(column, "General"))
        for column in map(str, table)
    ]
    sheet = sheets.add(t("workbook.answers"))
    sheets.table(sheet, columns, list(cells(table)), name="Answers")
    sheet.ignore_errors({"number_stored_as_text": f"A1:{xl_rowcol_to_cell(len(table), len(columns) - 1)}"})


def _code_book(sheets: Sheets, model: Model, t: Translator) -> None:
    table = code_book(model, t)
    titles = zip(HEADING, map(str, table), strict=True)
    columns = [Column(title, WIDTHS.get(name, 28), wraps=True) for name, title in titles]
    sheets.table(sheets.add(t("workbook.code_book")), columns, list(cells(table)), name="CodeBook")
