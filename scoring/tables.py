"""Files of answers -> a table of texts by code for ``encode``, with each office's row in the file.

CSV comes as spreadsheets and people write it: with or without a byte order mark, in UTF-8, UTF-16
or Windows-1252, with comma, semicolon or tab. XLSX comes from our form or from anyone's spreadsheet.
"""

from __future__ import annotations

import io
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from scoring.answer_table import AnswerTable, by_code
from scoring.assessment import from_json, to_table
from scoring.cells import ROW
from scoring.coding import without_codes
from scoring.csv_reader import read_csv
from scoring.faults import Fault, FaultsError
from scoring.parquet_reader import as_texts
from scoring.xlsx_reader import read_xlsx

if TYPE_CHECKING:
    from pathlib import Path

    from scoring.answers import Answers
    from scoring.assessment import Assessment
    from scoring.faults import FaultCode
    from scoring.model import Model
    from scoring.sheet import Sheet

LARGEST: Final = 25
"""The largest file, in millions of bytes; 10,000 offices take 6."""

MOST_CELLS: Final = 100_000_000
"""The most cells of a Parquet file, which may unpack to far more than its size."""

ENDINGS: Final = (".csv", ".json", ".parquet", ".tsv", ".txt", ".xlsx")

_REFUSED: Final[dict[str, FaultCode]] = {
    ".xls": "old_spreadsheet",
    ".xlsm": "has_macros",
    ".xltm": "has_macros",
}
"""Endings of spreadsheets that are not read, with the fault that tells what to do instead."""


def read_file(path: Path, *, model: Model) -> AnswerTable:
    """Reads a file of answers as ``read_table`` does.

    Raises:
        FaultsError: The file as a whole cannot be read.
        OSError: There is no such file, or it may not be read.
    """
    _not_too_large(path.stat().st_size, path.name)
    return read_table(path.read_bytes(), name=path.name, model=model)


def read_answers(path: Path, *, model: Model) -> Answers:
    """Reads and checks a file of answers.

    Args:
        path: Its ending tells the format (see ``ENDINGS``).
        model: The model.

    Raises:
        FaultsError: With every fault of the file, those of its form and those of its answers.
        OSError: There is no such file, or it may not be read.
    """
    return read_file(path, model=model).answers()


def read_assessments(path: Path, *, model: Model) -> dict[int, Assessment]:
    """Reads a file of answers as assessments: JSON with its dates and notes, a table row by row.

    Returns:
        As ``AnswerTable.assessments`` tells.

    Raises:
        FaultsError: The file as a whole cannot be read.
        OSError: There is no such file, or it may not be read.
    """
    return read_file(path, model=model).assessments()


def read_table(content: bytes, *, name: str, model: Model) -> AnswerTable:
    """Reads a file of answers that is at hand, such as an upload.

    Args:
        content: The file. In CSV and XLSX, headings and answers are codes or labels in any of the
            three languages; JSON and Parquet are written by programs and hold codes.
        name: The file's name; its ending tells the format.
        model: The model.

    Raises:
        FaultsError: The file as a whole cannot be read.
    """
    _not_too_large(len(content), name)
    match PurePath(name).suffix.lower():
        case ".json":
            given = _assessments(content, name)
            return AnswerTable(name, model, _numbered(to_table(given)), given=tuple(given))
        case ".parquet":
            return AnswerTable(name, model, _read_parquet(content, name))
        case ending:
            sheet = read_sheet(content, name=name, model=model)
            if sheet is None:
                raise FaultsError([_other_format(ending, name)])
            return by_code(sheet, model=model)


def read_sheet(content: bytes, *, name: str, model: Model) -> Sheet | None:
    """The rows of a CSV or XLSX file as they stand there; None of another file.

    Args:
        content: The file.
        name: Its name.
        model: The model; the row of its codes in our form is no office.

    Raises:
        FaultsError: The file as a whole cannot be read.
    """
    _not_too_large(len(content), name)
    match PurePath(name).suffix.lower():
        case ".xlsx":
            return without_codes(read_xlsx(content, name=name), model=model)
        case ".csv" | ".tsv" | ".txt":
            return without_codes(read_csv(content, name=name), model=model)
        case _:
            return None


def _assessments(content: bytes, name: str) -> list[Assessment]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise FaultsError([Fault("not_utf8", name, line)]) from error
    return from_json(text, file=name)


def _read_parquet(content: bytes, name: str) -> pd.DataFrame:
    try:
        file = pq.ParquetFile(io.BytesIO(content))
        cells = file.metadata.num_rows * file.metadata.num_columns
        if cells > MOST_CELLS:
            values = {"found": str(cells), "expected": str(MOST_CELLS)}
            raise FaultsError([Fault("too_many_cells", name, values=values)])
        table = file.read().to_pandas(ignore_metadata=True)
    except (pa.ArrowException, OSError, ValueError) as error:
        if isinstance(error, FaultsError):
            raise
        raise FaultsError([Fault("not_parquet", name)]) from error
    return _numbered(as_texts(table), first=2)


def _numbered(table: pd.DataFrame, *, first: int = 1) -> pd.DataFrame:
    table.index = pd.RangeIndex(first, first + len(table), name=ROW)
    return table


def _other_format(ending: str, name: str) -> Fault:
    if ending in _REFUSED:
        return Fault(_REFUSED[ending], name)
    return Fault("unknown_format", name, values={"found": ending or name, "expected": ", ".join(ENDINGS)})


def _not_too_large(size: int, name: str) -> None:
    if size > LARGEST * 10**6:
        values = {"found": f"{size / 10**6:.0f}", "expected": str(LARGEST)}
        raise FaultsError([Fault("too_large", name, values=values)])
