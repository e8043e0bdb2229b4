"""The rating of any number of offices as one tidy table, for CSV, JSON, Parquet and XLSX."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final, Literal, get_args

import numpy as np
import pandas as pd

from report.sheets import sheet_bytes
from scoring import Outcome
from scoring.sheet import RISKY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scoring import Rating

Format = Literal["csv", "json", "parquet", "xlsx"]
FORMATS: Final[tuple[Format, ...]] = get_args(Format)

DIGITS: Final = 6
"""Decimals of a score: more than anyone needs, so that no rounding shows up in what is made of it."""

BINARY: Final[frozenset[Format]] = frozenset({"parquet", "xlsx"})
"""Formats that a terminal cannot show."""


def ratings_table(rating: Rating) -> pd.DataFrame:
    """A row for each office.

    Args:
        rating: The rating.

    Returns:
        ``office`` and ``model_version``; ``total.score`` (0-100, missing where not rated),
        ``total.low``, ``total.high``, ``total.coverage`` (0-1), ``total.rated`` (criteria),
        ``total.level``, ``total.outcome``; then for each criterion ``<code>.score``, ``.low``,
        ``.high``, ``.coverage``, ``.level``, ``.outcome``; then for each indicator
        ``<code>.points`` (0-1, missing unless scored) and ``<code>.outcome``.
    """
    columns = dict([*_total(rating), *_criteria(rating), *_indicators(rating)])
    offices = pd.Series(rating.points.index.to_numpy(), dtype="string")
    versions = pd.Series([rating.model.version] * len(offices), dtype="string")
    return pd.DataFrame({"office": offices, "model_version": versions, **columns})


def table_bytes(table: pd.DataFrame, form: Format) -> bytes:
    """A table as a file.

    Args:
        table: The table.
        form: ``csv`` (UTF-8, comma, LF; texts made harmless for spreadsheets), ``json`` (a list
            with an object for each row, null where a value is missing), ``parquet`` or ``xlsx`` (one sheet).
    """
    match form:
        case "csv":
            return harmless(table).to_csv(index=False, lineterminator="\n").encode()
        case "json":
            return (
                table.to_json(orient="records", force_ascii=False, indent=1, double_precision=DIGITS) + "\n"
            ).encode()
        case "parquet":
            buffer = io.BytesIO()
            table.to_parquet(buffer, index=False)
            return buffer.getvalue()
        case "xlsx":
            return sheet_bytes(table)


def harmless(table: pd.DataFrame) -> pd.DataFrame:
    """The same table with ``'`` before each text that a spreadsheet would run as a formula.

    Source: OWASP, CSV injection.
    """
    table = table.copy()
    for column in table.select_dtypes(["string", "object"]).columns:
        texts = table[column].astype("string")
        table[column] = texts.mask(texts.str.startswith(RISKY).fillna(value=False), "'" + texts)
    return table


def _total(rating: Rating) -> Iterator[tuple[str, pd.Series]]:
    for name in ("score", "low", "high", "coverage"):
        yield f"total.{name}", _numbers(rating.total[name])
    yield "total.rated", pd.Series(rating.total["rated"].to_numpy())
    yield "total.level", _levels(rating, rating.total["level"])
    yield "total.outcome", _outcomes(rating.total["outcome"])


def _criteria(rating: Rating) -> Iterator[tuple[str, pd.Series]]:
    tables = {"score": rating.score, "low": rating.low, "high": rating.high, "coverage": rating.coverage}
    for code in rating.model.criteria:
        for name, table in tables.items():
            yield f"{code}.{name}", _numbers(table[code])
        yield f"{code}.level", _levels(rating, rating.levels[code])
        yield f"{code}.outcome", _outcomes(rating.criterion_outcomes[code])


def _indicators(rating: Rating) -> Iterator[tuple[str, pd.Series]]:
    for code in rating.model.indicators:
        yield f"{code}.points", _numbers(rating.points[code])
        yield f"{code}.outcome", _outcomes(rating.outcomes[code])


def _numbers(column: pd.Series) -> pd.Series:
    return pd.Series(column.to_numpy()).round(DIGITS)


def _levels(rating: Rating, places: pd.Series) -> pd.Series:
    """Codes of levels; missing where not rated, whose place is -1: the last of the list."""
    codes = np.array([*rating.model.method.levels, None], dtype=object)
    return pd.Series(codes[places.to_numpy()], dtype="string")


def _outcomes(column: pd.Series) -> pd.Series:
    codes = np.array([one.code for one in sorted(Outcome)], dtype=object)
    return pd.Series(codes[column.to_numpy()], dtype="string")
