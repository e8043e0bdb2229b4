"""Files of answers -> a table of texts for ``encode``, with each office's row in the file.

CSV comes as spreadsheets and people write it: with or without a byte order mark, in UTF-8, UTF-16
or Windows-1252, with comma, semicolon or tab. What is read is texts; ``encode`` tells what they mean.
"""

from __future__ import annotations

import io
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from scoring.assessment import from_json, from_row, to_table
from scoring.cells import ROW
from scoring.csv_reader import read_csv
from scoring.encode import encode
from scoring.faults import Fault, FaultsError
from scoring.parquet_reader import as_texts

if TYPE_CHECKING:
    from pathlib import Path

    from scoring.answers import Answers
    from scoring.assessment import Assessment
    from scoring.model import Model

LARGEST: Final = 25
"""The largest file, in millions of bytes; 10,000 offices take 6."""

MOST_CELLS: Final = 100_000_000
"""The most cells of a Parquet file, which may unpack to far more than its size."""

ENDINGS: Final = (".csv", ".json", ".parquet", ".tsv", ".txt")


def read_answers(path: Path, *, model: Model) -> Answers:
    """Reads and checks a file of answers.

    Args:
        path: Its ending tells the format: ``.json``, ``.parquet``, or CSV (``.csv``, ``.tsv``, ``.txt``).
        model: The model.

    Raises:
        FaultsError: With every fault of the file, those of its form and those of its answers.
        OSError: There is no such file, or it may not be read.
    """
    table, faults = read_bytes(_content(path), name=path.name)
    try:
        answers = encode(table, model=model, file=path.name)
    except FaultsError as error:
        if faults and len(table) == 0:
            raise FaultsError(faults) from error
        raise FaultsError([*faults, *error.faults]) from error
    if faults:
        raise FaultsError(faults)
    return answers


def read_bytes(content: bytes, *, name: str) -> tuple[pd.DataFrame, list[Fault]]:
    """Reads a file of answers that is at hand, such as an upload.

    Args:
        content: The file.
        name: The file's name; its ending tells the format.

    Returns:
        Texts, a row for each office that can be read, and the faults of the others. The index,
        called ``ROW``, holds the rows in the file with the heading as row 1; for JSON the number of
        the office, from 1.

    Raises:
        FaultsError: The file as a whole cannot be read.
    """
    if len(content) > LARGEST * 10**6:
        raise FaultsError([_too_large(len(content), name)])
    match PurePath(name).suffix.lower():
        case ".json":
            return _numbered(to_table(_assessments(content, name))), []
        case ".parquet":
            return _read_parquet(content, name), []
        case ending if ending in ENDINGS:
            return read_csv(content, name=name)
        case ending:
            values = {"found": ending or name, "expected": ", ".join(ENDINGS)}
            raise FaultsError([Fault("unknown_format", name, values=values)])


def read_assessments(path: Path) -> dict[int, Assessment]:
    """Reads a file of answers as assessments: JSON with its dates and notes, a table row by row.

    Returns:
        Row in the file, or number of the office in JSON -> assessment. A row with a fault of form
        is left out: who asks for one office is not kept waiting by another's.

    Raises:
        FaultsError: The file as a whole cannot be read.
        OSError: There is no such file, or it may not be read.
    """
    content = _content(path)
    if path.suffix.lower() == ".json":
        return dict(enumerate(_assessments(content, path.name), start=1))
    table, _ = read_bytes(content, name=path.name)
    table = table.loc[:, ~table.columns.duplicated()]
    rows = table.to_dict("records")
    return {
        int(row): from_row({str(c): cell for c, cell in cells.items()})
        for row, cells in zip(table.index, rows, strict=True)
    }


def _content(path: Path) -> bytes:
    size = path.stat().st_size
    if size > LARGEST * 10**6:
        raise FaultsError([_too_large(size, path.name)])
    return path.read_bytes()


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


def _too_large(size: int, name: str) -> Fault:
    return Fault("too_large", name, values={"found": f"{size / 10**6:.0f}", "expected": str(LARGEST)})
