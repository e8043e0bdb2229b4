"""Ten thousand offices that have answered everything, as files in words."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

import xlsxwriter

from benchmarks.random_rows import random_rows

if TYPE_CHECKING:
    import pandas as pd

    from scoring.model import Model

OFFICES: Final = 10_000


def files(model: Model) -> dict[str, bytes]:
    """The same offices as CSV and as XLSX, by name."""
    rows = random_rows(OFFICES, model=model)
    csv = rows.to_csv(index=False, sep=";", decimal=",").encode("utf-8-sig")
    return {"svar.csv": csv, "svar.xlsx": _workbook(rows)}


def _workbook(rows: pd.DataFrame) -> bytes:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Svar")
        sheet.write_row(0, 0, list(rows.columns))
        for number, cells in enumerate(rows.itertuples(index=False), start=1):
            sheet.write_row(number, 0, list(cells))
    return buffer.getvalue()
