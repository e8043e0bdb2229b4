"""Answers as people write them, from the codes that the engine knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.encode import SEPARATOR
from scoring.labels import answer_texts, column_texts

if TYPE_CHECKING:
    import pandas as pd

    from scoring import Model
    from scoring.model_types import Language


def in_words(table: pd.DataFrame, *, model: Model, language: Language) -> pd.DataFrame:
    """A table by code with the headings and answers of a language."""
    titles = column_texts(model.survey, model.service)
    told = table.copy()
    for column in table.columns:
        texts = answer_texts(column, model.survey, model.service)
        words = {code: str(getattr(text, language)) for code, text in texts.items()}
        told[column] = [
            SEPARATOR.join(words.get(part, part) for part in str(cell).split(SEPARATOR))
            for cell in table[column]
        ]
    return told.set_axis([getattr(titles[column], language) for column in table.columns], axis=1)
