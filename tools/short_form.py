"""The short form: the ten answers that narrow the total's interval most, found by trying them all.

Step by step, every answer that is still open is given in turn to offices drawn from the national
figures; the one that leaves the narrowest mean interval of the total is taken. One field of the
service ladder is one answer.
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
    from pathlib import Path

    from scoring.answers import Answers
    from scoring.model import Model

ANSWERS: Final = 10
OFFICES: Final = 300
SEED: Final = 2003
FILE: Final = DATA / "short_form.csv"


def short_form(model: Model) -> pd.DataFrame:
    """The chosen answers in order.

    Returns:
        Columns order, column (of the answer form) and width: the mean width of the total's
        interval, 0-100, once this and all earlier ones are answered.
    """
    offices = _offices(model)
    open_columns = _candidates(model)
    chosen: list[str] = []
    rows = []
    for order in range(1, ANSWERS + 1):
        widths = {column: _width(offices, [*chosen, column], model) for column in open_columns}
        best = min(widths, key=lambda column: (round(widths[column], 6), open_columns.index(column)))
        chosen.append(best)
        open_columns.remove(best)
        rows.append({"order": order, "column": best, "width": round(widths[best], 2)})
    return pd.DataFrame(rows)


def short_form_file(model: Model) -> dict[Path, str]:
    """The file that the app reads, and what it should hold."""
    return {FILE: short_form(model).to_csv(index=False, lineterminator="\n")}


def _offices(model: Model) -> Answers:
    rng = np.random.default_rng(SEED)
    table = draw_answers(OFFICES, model=model, figures=load_figures(), rng=rng)
    table[OFFICE] = [str(place) for place in range(OFFICES)]
    return encode(table, model=model)


def _candidates(model: Model) -> list[str]:
    """The columns that an indicator reads; a blank choice of fields has its stand-ins already."""
    scored = {item for one in model.indicators.values() for item in rule_items(one.rule, model.method)}
    scored -= {model.method.demanded_item}
    return [column for column in columns_of(model) if column.partition(".")[0] in scored]


def _width(offices: Answers, columns: list[str], model: Model) -> float:
    total = rate(only(offices, columns, model=model), model=model).total
    return float((total["high"] - total["low"]).mean())


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
