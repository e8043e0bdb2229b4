"""The service ladder of synthetic offices: which fields they take part in, and how high they reach."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

from scoring.encode import SEPARATOR
from tools.draw import Draw, Texts, pick

if TYPE_CHECKING:
    from scoring.figures import Figure, Figures
    from scoring.model import Model

Marks = npt.NDArray[np.bool_]

MUNICIPAL, STATE = "56", "57"
"""The questions about participation; the second was asked of offices with state services (OSK)."""

MARKING: Final = 0.4
"""The share of offices that have marked their most demanded fields. Ours."""

FEWEST: Final = 3
"""The fewest fields that an office marks. Ours."""


def draw_ladder(osk: Marks, *, model: Model, figures: Figures, draw: Draw) -> dict[str, Texts]:
    """Field -> ``not_offered`` or the highest step.

    A field "other" is drawn as in question 56. Fields that have no ladder in the report get the
    steps of all fields of their kind together.
    """
    offered = _municipal(model, figures, draw) | _state(osk, model, figures, draw)
    return {
        field: np.where(offered[field], pick(_steps(field, model, figures), draw.telling()), "not_offered")
        for field in model.fields
    }


def draw_demanded(osk: Marks, *, model: Model, figures: Figures, draw: Draw) -> Texts:
    """The fields marked as most demanded; the more offices offer a field, the likelier. Ours."""
    shares = _shares(MUNICIPAL, model, figures) | dict.fromkeys(_state_fields(model), 0.0)
    state = _shares(STATE, model, figures)
    names = np.array(list(model.fields))
    likely = np.array([[shares[name] for name in names], [{**shares, **state}[name] for name in names]])[
        osk.astype(int)
    ]
    with np.errstate(divide="ignore"):
        races = np.log(draw.table(len(names))) / likely  # the k first of this race are k drawn without return
    most = model.items[model.method.demanded_item].at_most or len(names)
    sizes = FEWEST + (draw.plain() * (most - FEWEST + 1)).astype(int)
    sizes[draw.plain() >= MARKING] = 0
    first = np.argsort(-races, axis=1)
    return np.array(
        [_listed(names, row[:size]) for row, size in zip(first, sizes, strict=True)], dtype=object
    )


def _listed(names: npt.NDArray[np.str_], places: npt.NDArray[np.intp]) -> str:
    return SEPARATOR.join(names[np.sort(places)])


def _municipal(model: Model, figures: Figures, draw: Draw) -> dict[str, Marks]:
    return {field: draw.plain() < share for field, share in _shares(MUNICIPAL, model, figures).items()}


def _state(osk: Marks, model: Model, figures: Figures, draw: Draw) -> dict[str, Marks]:
    """State fields of OSK offices, drawn by steps of one along the added shares of shuffled fields.

    So each field keeps its share and no office with state services is left without one, as it could
    be if each field were drawn by itself. KSK offices have none.
    """
    shares = _shares(STATE, model, figures)
    chances = np.array(list(shares.values()))
    order = np.argsort(draw.table(len(chances)), axis=1)
    ends = np.cumsum(chances[order], axis=1)
    start = draw.plain()[:, None]
    chosen = np.floor(ends - start) > np.floor(ends - chances[order] - start)
    offered = np.zeros_like(chosen)
    np.put_along_axis(offered, order, chosen, axis=1)
    return {field: offered[:, place] & osk for place, field in enumerate(shares)}


def _shares(question: str, model: Model, figures: Figures) -> dict[str, float]:
    """Field -> the share of the asked offices that take part."""
    figure = figures.get(question, population="osk" if question == STATE else "all")
    wanted = (
        _state_fields(model)
        if question == STATE
        else [name for name in model.fields if name not in _state_fields(model)]
    )
    if figure is None or figure.n is None:
        message = f"question {question} is not among the figures"
        raise ValueError(message)
    return {name: (figure.counts[name] or 0) / figure.n for name in wanted}


def _state_fields(model: Model) -> list[str]:
    return [name for name, field in model.fields.items() if field.level == "state"]


def _steps(field: str, model: Model, figures: Figures) -> dict[str, float]:
    """Step -> offices, lowest first."""
    kind = "state" if model.fields[field].level == "state" else "municipal"
    alike = (
        [field]
        if model.fields[field].ladder
        else [n for n, f in model.fields.items() if f.level == kind and f.ladder]
    )
    found = [_ladder(name, model, figures) for name in alike]
    return {str(step): float(sum(one.counts[str(step)] or 0 for one in found)) for step in range(1, 7)}


def _ladder(field: str, model: Model, figures: Figures) -> Figure:
    question = model.items[model.method.ladder_item].place.question or ""
    figure = figures.get(question, part=field) or figures.get(question, part=field, population="not_stated")
    if figure is None:
        message = f"the report's ladder for {field} is not among the figures"
        raise ValueError(message)
    return figure
