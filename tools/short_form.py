"""The short form: ten answers that give an office a total, with a narrow interval around it.

First come those that it takes to get a total at all: in each criterion the answers that narrow its own
interval most, until it is rated for every office drawn from the national figures; of the criteria the six
that take fewest. Then, up to ten, those that leave the narrowest mean interval of the total. All are found
by trying every answer in turn. One field of the service ladder is one answer.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from scoring.answers import NOT_ANSWERED
from scoring.encode import OFFICE, columns_of, encode
from scoring.figures import load_figures
from scoring.paths import DATA
from scoring.rating import rate
from scoring.rule_checks import rule_items
from tools.example_answers import draw_answers

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from scoring.answers import Answers
    from scoring.model import Model

ANSWERS: Final = 10
OFFICES: Final = 300
SEED: Final = 2003
TOTAL: Final = "total"
FILE: Final = DATA / "short_form.csv"


def short_form(model: Model) -> pd.DataFrame:
    """The chosen answers in order, the one that narrows the interval most first.

    Returns:
        Columns order, column (of the answer form) and width: the mean width of the total's
        interval, 0-100, once this and all earlier ones are answered.
    """
    offices, candidates = drawn_offices(model), _candidates(model)
    chosen = _for_a_total(offices, candidates, model=model)
    while len(chosen) < ANSWERS:
        chosen.append(_narrowest(offices, candidates, beside=chosen, model=model))
    chosen.sort(key=candidates.index)
    rows: list[dict[str, int | str | float]] = []
    asked: list[str] = []
    while len(asked) < ANSWERS:
        asked.append(_narrowest(offices, chosen, beside=asked, model=model))
        width = round(_width(offices, asked, model=model), 2)
        rows.append({"order": len(asked), "column": asked[-1], "width": width})
    return pd.DataFrame(rows)


def short_form_file(model: Model) -> dict[Path, str]:
    """The file that the app reads, and what it should hold."""
    return {FILE: short_form(model).to_csv(index=False, lineterminator="\n")}


def drawn_offices(model: Model) -> Answers:
    """The offices that the answers are tried on: drawn from the national figures, every item answered."""
    rng = np.random.default_rng(SEED)
    table = draw_answers(OFFICES, model=model, figures=load_figures(), rng=rng)
    table[OFFICE] = [str(place) for place in range(OFFICES)]
    return encode(table, model=model)


def _for_a_total(offices: Answers, candidates: list[str], *, model: Model) -> list[str]:
    """The fewest answers that give every office a total; of equally many those of the earlier criteria."""
    found = [_for_a_score(offices, candidates, criterion=code, model=model) for code in model.criteria]
    soonest = sorted((one for one in found if one), key=len)[: model.method.rated_criteria]
    return [column for columns in soonest for column in columns]


def _for_a_score(offices: Answers, candidates: list[str], *, criterion: str, model: Model) -> list[str]:
    """The answers that rate a criterion for every office; none where some office is not rated even so."""
    read = _read_by(model.criteria[criterion].indicators, model)
    own = [column for column in candidates if column.partition(".")[0] in read]
    chosen: list[str] = []
    while len(chosen) < min(len(own), ANSWERS):
        chosen.append(_narrowest(offices, own, beside=chosen, model=model, of=criterion))
        if rate(only(offices, chosen, model=model), model=model).score[criterion].notna().all():
            return chosen
    return []


def _candidates(model: Model) -> list[str]:
    """The columns that an indicator reads; a blank choice of fields has its stand-ins already."""
    scored = _read_by(model.indicators, model) - {model.method.demanded_item}
    return [column for column in columns_of(model) if column.partition(".")[0] in scored]


def _read_by(indicators: Iterable[str], model: Model) -> set[str]:
    rules = [model.indicators[code].rule for code in indicators]
    return {item for rule in rules for item in rule_items(rule, model.method)}


def _narrowest(
    offices: Answers, candidates: list[str], *, beside: list[str], model: Model, of: str = TOTAL
) -> str:
    """The answer that leaves the narrowest mean interval beside those chosen; of equals the first."""
    left = [column for column in candidates if column not in beside]
    widths = {column: round(_width(offices, [*beside, column], model=model, of=of), 6) for column in left}
    return min(left, key=lambda column: widths[column])


def _width(offices: Answers, columns: list[str], *, model: Model, of: str = TOTAL) -> float:
    """How wide the interval of a criterion or the total is on average, once these are answered."""
    rating = rate(only(offices, columns, model=model), model=model)
    ends = rating.total if of == TOTAL else pd.DataFrame({"high": rating.high[of], "low": rating.low[of]})
    return float((ends["high"] - ends["low"]).mean())


def only(offices: Answers, columns: list[str], *, model: Model) -> Answers:
    """The same offices with every answer blank but those in ``columns``."""
    given = {column.partition(".")[2] for column in columns if "." in column}
    steps = offices.steps.copy(order="F")
    steps[:, [place for place, field in enumerate(model.fields) if field not in given]] = NOT_ANSWERED
    return replace(
        offices,
        states={code: one if code in columns else np.zeros_like(one) for code, one in offices.states.items()},
        values={
            code: one if code in columns else np.full_like(one, np.nan)
            for code, one in offices.values.items()
        },
        steps=steps,
        marked={code: np.zeros_like(one) for code, one in offices.marked.items()},
    )
