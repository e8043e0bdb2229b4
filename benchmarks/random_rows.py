"""Many offices with random answers, as a person writes them: headings and answers in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from scoring import columns_of
from scoring.answers import NUMERIC
from scoring.encode import OFFICE
from scoring.labels import answer_texts, column_texts

if TYPE_CHECKING:
    from scoring.model import Model


def random_rows(size: int, *, model: Model, seed: int = 2003) -> pd.DataFrame:
    """Offices that have answered everything in bokmål, each answer drawn evenly."""
    draw = np.random.default_rng(seed)
    titles = column_texts(model.survey, model.service)
    columns = {}
    for column in columns_of(model):
        code = column.partition(".")[0]
        if column == OFFICE:
            cells = np.array([f"Kontor {number}" for number in range(size)], dtype=object)
        elif model.items[code].kind in NUMERIC:
            item = model.items[code]
            low, high = item.minimum or 0, min(item.maximum or 10**6, 10**6)
            cells = draw.integers(int(max(low, 1)), int(high), size, endpoint=True).astype(object)
        else:
            words = [text.nb for text in answer_texts(column, model.survey, model.service).values()]
            cells = np.array(words, dtype=object)[draw.integers(0, len(words), size)]
        columns[titles[column].nb] = cells
    return pd.DataFrame(columns)
