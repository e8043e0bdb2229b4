"""Files of answers of any length, written piece by piece: every office has answered everything."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from report.ratings_writer import write_tables
from scoring.answers import NUMERIC
from scoring.encode import OFFICE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from report.ratings_writer import Streamed
    from scoring.model import Model
    from scoring.model_types import Item

PIECE: Final = 100_000


def write_offices(path: Path, *, size: int, model: Model, form: Streamed, seed: int = 2003) -> None:
    """Writes a file of answers, each drawn evenly from those that the form allows."""
    draw = np.random.default_rng(seed)
    with path.open("wb") as file:
        write_tables(_pieces(size, draw, model), file, form=form)


def _pieces(size: int, draw: np.random.Generator, model: Model) -> Iterator[pd.DataFrame]:
    for start in range(0, size, PIECE):
        numbers = np.arange(start, min(start + PIECE, size))
        columns = chain.from_iterable(
            _columns(code, item, len(numbers), draw=draw, model=model) for code, item in model.asked.items()
        )
        yield pd.DataFrame({OFFICE: [f"Kontor {number}" for number in numbers], **dict(columns)})


def _columns(
    code: str, item: Item, size: int, *, draw: np.random.Generator, model: Model
) -> Iterator[tuple[str, pd.Series]]:
    if item.kind in NUMERIC:
        numbers = draw.uniform(item.minimum or 0, min(item.maximum or 5000, 5000), size)
        yield code, pd.Series(numbers).round(0 if item.whole else 1)
    elif item.kind == "ladder":
        for field in model.fields:
            yield f"{code}.{field}", _words(list(map(str, model.service.steps)), size, draw)
    else:
        yield code, _words(list(model.alternatives(code)), size, draw)


def _words(words: list[str], size: int, draw: np.random.Generator) -> pd.Series:
    return pd.Series(np.array(words, dtype=object)[draw.integers(0, len(words), size)], dtype="string")
