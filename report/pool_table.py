"""The pool of today beside 2003 as one tidy table: exactly what the page shows, in codes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from scoring.comparison import TOTAL
from scoring.picture import main_figure
from scoring.pool import LIKE, average, spread

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scoring import Figures, Model, Nation
    from scoring.figures import Figure
    from scoring.pool import Part, Spread, Today

POINTS, PERCENT, NUMBER = "points", "percent", "number"
OTHERS: Final = "others_together"
"""All alternatives of an item that are not shown alone."""

COLUMNS: Final = ("figure", "alternative", "unit", "today", "today_n", "survey_2003", "survey_2003_n")
KINDS: Final = ("choice", "three_point", "multi", "share", "amount", "count")
"""The kinds of item that the pool has answers for; the service ladder is left out."""

Row = tuple[str, str, str, float | None, int | None, float | None, int | None]


def pool_table(
    scores: Today | None, answers: Part | None, *, model: Model, nation: Nation, figures: Figures
) -> pd.DataFrame:
    """Every figure of the pool that may be shown, and what stands beside it.

    Args:
        scores: The scores of the pool.
        answers: The offices whose answers are shown.
        model: The model.
        nation: 2003 as the model scores it.
        figures: The counts of 2003.

    Returns:
        ``COLUMNS``, a row for each figure that is shown. A figure of scores is ``total`` or a criterion, and
        ``like.<name>`` on what 2003 has figures for. What is not shown is not there, or empty; never 0.
    """
    rows = [
        *(_score_rows(scores, model, nation) if scores else ()),
        *(_answer_rows(answers, model, figures) if answers else ()),
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype(
        {"today": "Float64", "today_n": "Int64", "survey_2003": "Float64", "survey_2003_n": "Int64"}
    )


def share_2003(figure: Figure | None, alternative: str) -> float | None:
    """What share of those who answered in 2003 gave an answer, 0-1; None where it is not printed."""
    if figure is None:
        return None
    count, percent = figure.counts.get(alternative), figure.percents.get(alternative, "")
    if count is not None and figure.n:
        return count / figure.n
    return float(percent) / 100 if percent else None


def figure_2003(item: str, *, model: Model, figures: Figures) -> Figure | None:
    """The figure of an item in the first population that the survey has it for."""
    found = main_figure(model.items[item].place.question or "", figures)
    return found[1] if found else None


def _score_rows(scores: Today, model: Model, nation: Nation) -> Iterator[Row]:
    survey = {TOTAL: nation.total.mean, **{name: one.mean for name, one in nation.criteria.items()}}
    n = model.method.respondents
    for name, mean in scores.scores.items():
        beside = survey.get(name.removeprefix(LIKE)) if name.startswith(LIKE) else None
        yield name, "", POINTS, mean, scores.n, _rounded(beside), None if beside is None else n


def _answer_rows(part: Part, model: Model, figures: Figures) -> Iterator[Row]:
    for code, item in model.asked.items():
        if item.kind not in KINDS:
            continue
        if (found := spread(part, code, model=model)) is not None:
            yield from _spread_rows(code, found, part, figure_2003(code, model=model, figures=figures))
        if (mean := average(part, code, model=model)) is not None:
            yield code, "", NUMBER, mean, None, None, None


def _spread_rows(code: str, found: Spread, part: Part, figure: Figure | None) -> Iterator[Row]:
    n, n_2003 = len(part.fresh), figure.n if figure else None
    for name, share in found.shares.items():
        before = share_2003(figure, name)
        if share is not None:
            yield (
                code,
                name,
                PERCENT,
                _percent(share),
                n,
                _percent(before),
                None if before is None else n_2003,
            )
    if found.rest is not None:
        yield code, OTHERS, PERCENT, _percent(found.rest), n, None, None


def _percent(share: float | None) -> float | None:
    return None if share is None else _rounded(100 * share)


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 1)
