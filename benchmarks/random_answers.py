"""Many offices with random answers, straight in the engine's codes or as texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from scoring.answers import FIRST, NOT_OFFERED, NUMERIC, Answers
from scoring.assessment import Assessment

if TYPE_CHECKING:
    from scoring.model import Model


def random_answers(size: int, *, model: Model, seed: int = 2003) -> Answers:
    """Offices that have answered everything, each answer drawn evenly."""
    draw = np.random.default_rng(seed)
    states, values, marked = {}, {}, {}
    for code, item in model.items.items():
        if item.kind in NUMERIC:
            states[code] = np.full(size, FIRST, dtype=np.int8)
            values[code] = draw.uniform(1, min(item.maximum or 100, 100), size)
        elif item.kind == "multi":
            marked[code] = np.zeros((size, len(model.alternatives(code))), dtype=bool, order="F")
            marked[code][np.arange(size), draw.integers(0, marked[code].shape[1], size)] = True
        elif item.kind != "ladder":
            states[code] = draw.integers(FIRST, FIRST + len(model.alternatives(code)), size, dtype=np.int8)
    steps = draw.integers(NOT_OFFERED, NOT_OFFERED + 7, (size, len(model.fields)), dtype=np.int8)
    steps = np.asfortranarray(steps)
    return Answers(np.arange(size).astype(object), states, values, steps, marked)


def random_assessments(size: int, *, model: Model, seed: int = 2003) -> list[Assessment]:
    """Offices as a file gives them: a tenth of the questions open, the other answers drawn evenly."""
    draw = np.random.default_rng(seed)
    columns: dict[str, list[str]] = {}
    for code, item in model.asked.items():
        words = list(model.alternatives(code))
        if item.kind in NUMERIC:
            low = max(item.minimum or 1, 1)
            words = [f"{number:.0f}" for number in np.linspace(low, min(item.maximum or 100, low + 100), 20)]
        names = [f"{code}.{field}" for field in model.fields] if item.kind == "ladder" else [code]
        columns |= dict.fromkeys(names, words)
    return [
        Assessment(
            f"Kontor {number}",
            {column: str(draw.choice(words)) for column, words in columns.items() if draw.random() < 0.9},
        )
        for number in range(1, size + 1)
    ]
