"""A file of answers chunk by chunk: what is held at any time is one chunk, however large the file is."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from scoring.answer_table import AnswerTable, by_code
from scoring.cells import ROW
from scoring.coding import without_codes
from scoring.csv_reader import open_text, read_rows
from scoring.faults import Fault, FaultsError
from scoring.parquet_reader import as_texts
from scoring.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from scoring.model import Model
    from scoring.sheet import Row, Rows

ENDINGS: Final = (".csv", ".parquet", ".tsv", ".txt")
"""Files that can be read chunk by chunk; JSON and XLSX are one piece."""

CHUNK: Final = 16_384
"""Offices to a chunk."""

MOST_BYTES: Final = 50_000_000
"""A chunk holds fewer offices where they take more of the file than this, as with long notes."""


@dataclass(frozen=True)
class Chunk:
    """Some rows of a file.

    Args:
        table: Their offices; the rows are counted as in the file.
        read: How much of the file is read by now, 0-1.
    """

    table: AnswerTable
    read: float


def comes_in_chunks(path: Path) -> bool:
    """Whether a file can be read chunk by chunk; what is no ordinary file, such as a pipe, is read whole."""
    return path.is_file() and path.suffix.lower() in ENDINGS


def read_chunks(path: Path, *, model: Model, size: int = CHUNK) -> Iterator[Chunk]:
    """Reads a file of answers chunk by chunk, with the strictness and the faults of ``read_file``.

    Args:
        path: A file that ``comes_in_chunks``.
        model: The model.
        size: Offices to a chunk at most.

    Returns:
        The chunks in the order of the rows; at least one, though it may hold no office.

    Raises:
        FaultsError: The file as a whole cannot be read, which may show only after some chunks.
        OSError: There is no such file, or it may not be read.
    """
    chunks = _parquet_chunks if path.suffix.lower() == ".parquet" else _csv_chunks
    return chunks(path, size, model)


def _csv_chunks(path: Path, size: int, model: Model) -> Iterator[Chunk]:
    total = path.stat().st_size
    with path.open("rb") as file, open_text(file) as text:
        rows = read_rows(text, name=path.name)
        _, heading = next(rows)
        beneath = without_codes(Sheet(path.name, heading, list(islice(rows, 1))), model=model)
        offices = chain(beneath.rows, rows)
        first = _some_rows(offices, size, file.tell)
        for some in chain([first], iter(lambda: _some_rows(offices, size, file.tell), [])):
            yield Chunk(by_code(Sheet(path.name, heading, some), model=model), file.tell() / total)


def _some_rows(rows: Iterator[Row], size: int, position: Callable[[], int]) -> Rows:
    """The next rows: so many, or those that stand in so many bytes; none at the end."""
    end = position() + MOST_BYTES
    some: Rows = []
    for row in rows:
        some.append(row)
        if len(some) == size or position() > end:
            break
    return some


def _parquet_chunks(path: Path, size: int, model: Model) -> Iterator[Chunk]:
    row = 2
    try:
        with pq.ParquetFile(path, pre_buffer=False, buffer_size=2**20) as file:
            total = file.metadata.num_rows
            for batch in _batches(file, size):
                table = as_texts(batch.to_pandas(ignore_metadata=True))
                table.index = pd.RangeIndex(row, row + len(table), name=ROW)
                row += len(table)
                yield Chunk(AnswerTable(path.name, model, table), (row - 2) / max(total, 1))
    except (pa.ArrowException, OSError, ValueError) as error:
        if isinstance(error, FaultsError) or (isinstance(error, OSError) and error.errno):
            raise
        raise FaultsError([Fault("not_parquet", path.name)]) from error


def _batches(file: pq.ParquetFile, size: int) -> Iterator[pa.Table | pa.RecordBatch]:
    """Some rows at a time; the heading alone if there are none."""
    groups = [file.metadata.row_group(place) for place in range(file.metadata.num_row_groups)]
    widest = max((group.total_byte_size / max(group.num_rows, 1) for group in groups), default=0)
    rows = max(1, min(size, int(MOST_BYTES / max(widest, 1))))
    if file.metadata.num_rows == 0:
        return iter([file.schema_arrow.empty_table()])
    batches: Iterator[pa.RecordBatch] = file.iter_batches(batch_size=rows)
    return batches
