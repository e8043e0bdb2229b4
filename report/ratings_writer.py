"""Ratings of any number of offices as one file, written as they come."""

from __future__ import annotations

from itertools import chain
from typing import IO, TYPE_CHECKING, Final, Literal, get_args

import pyarrow as pa
import pyarrow.parquet as pq

from report.ratings_table import harmless

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

Streamed = Literal["csv", "parquet"]
STREAMED: Final[tuple[Streamed, ...]] = get_args(Streamed)
"""Formats of which a file can be written piece by piece."""


def write_tables(tables: Iterator[pd.DataFrame], file: IO[bytes], *, form: Streamed) -> None:
    """Writes tables of the same columns below each other, as ``table_bytes`` writes one.

    Args:
        tables: At least one.
        file: Open for writing.
        form: ``csv`` holds the bytes that one table would give; ``parquet`` its rows, a row group a table.
    """
    match form:
        case "csv":
            _write_csv(tables, file)
        case "parquet":
            _write_parquet(tables, file)


def _write_csv(tables: Iterator[pd.DataFrame], file: IO[bytes]) -> None:
    for number, table in enumerate(tables):
        text = harmless(table).to_csv(index=False, header=number == 0, lineterminator="\n")
        file.write(text.encode())


def _write_parquet(tables: Iterator[pd.DataFrame], file: IO[bytes]) -> None:
    pieces = (pa.Table.from_pandas(table, preserve_index=False) for table in tables)
    first = next(pieces)
    with pq.ParquetWriter(file, first.schema) as writer:
        for piece in chain([first], pieces):
            writer.write_table(piece)
