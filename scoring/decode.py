"""Coded answers -> a table of answers by code: the way back from ``encode``."""

from __future__ import annotations

from itertools import compress
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from scoring.answers import FIRST, NOT_OFFERED, NUMERIC, vocabulary
from scoring.encode import OFFICE, SEPARATOR
from scoring.facts import COUNTY, INHABITANTS, TAGS

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy.typing as npt

    from scoring.answers import Answers
    from scoring.facts import FactTable
    from scoring.model import Model

    Objects = npt.NDArray[np.object_]


def decode(answers: Answers, *, model: Model) -> pd.DataFrame:
    """Answers as people keep them.

    Args:
        answers: Checked answers, encoded for the same model.
        model: The model.

    Returns:
        A row for each office, the columns of ``columns_of``, and those of facts where any are told.
        Words are texts, numbers are numbers, and what is not answered is None.

    Law: ``encode`` makes the same answers of it again.
    """
    return pd.DataFrame(dict(_columns(answers, model)), dtype=object)


def _columns(answers: Answers, model: Model) -> Iterator[tuple[str, Objects]]:
    yield OFFICE, answers.offices
    yield from _facts(answers.facts)
    for code, item in model.asked.items():
        if item.kind == "ladder":
            words = np.array([None] * NOT_OFFERED + list(model.service.steps), dtype=object)
            for place, field in enumerate(model.fields):
                yield f"{code}.{field}", words[answers.steps[:, place]]
        elif item.kind == "multi":
            known = list(model.alternatives(code))
            texts = [SEPARATOR.join(compress(known, row)) or None for row in answers.marked[code]]
            yield code, np.array(texts, dtype=object)
        else:
            yield code, _words(code, answers, model)


def _facts(facts: FactTable | None) -> Iterator[tuple[str, Objects]]:
    if facts is not None:
        yield COUNTY, facts.county
        numbers = facts.inhabitants.astype(object)
        numbers[np.isnan(facts.inhabitants)] = None
        yield INHABITANTS, numbers
        yield TAGS, np.array([SEPARATOR.join(tags) or None for tags in facts.tags], dtype=object)


def _words(code: str, answers: Answers, model: Model) -> Objects:
    known = vocabulary(model, code)
    words = np.full(max([FIRST, *known.values()]) + 1, None, dtype=object)
    for word, state in known.items():
        words[state] = word
    texts: Objects = words[answers.states[code]]
    if model.items[code].kind in NUMERIC:
        numbers = answers.values[code]
        texts[~np.isnan(numbers)] = numbers[~np.isnan(numbers)]
    return texts
