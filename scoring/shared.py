"""What several offices could do together, and whom they could learn from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from scoring.aggregate import DIGITS
from scoring.measures import rank_measures

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scoring.answers import Answers
    from scoring.measures import Measure
    from scoring.model import Model
    from scoring.rating import Rating

GAP: Final = 25.0
"""The least points between who learns and who is learned from. Ours: the width of a level."""


@dataclass(frozen=True)
class SharedMeasures:
    """The measures that apply to any of ``n`` offices, those that give most together first.

    Args:
        wanted: Offices x measures: whether the measure applies to the office, as ``rank_measures`` says.
        gains: Offices x measures: points that the office's total would gain, 0-100; 0 where the measure
            does not apply, NaN where it does and the total is not rated.
        summary: Measures x ``source`` (``recommendation`` or ``criterion``), ``offices`` (to how many it
            applies) and ``gain`` (the joint gain: the points of all offices together).

    Laws: no gain is negative; the order of offices is irrelevant. Gains of different measures do not
    add up: two that mend the same indicator give its points once.
    """

    wanted: pd.DataFrame
    gains: pd.DataFrame
    summary: pd.DataFrame


def shared_measures(answers: Answers, *, model: Model) -> SharedMeasures:
    """The same measure wanted by several offices.

    Args:
        answers: The offices; each takes about two milliseconds.
        model: The model.

    Returns:
        Every measure that applies to an office. Of those with the same joint gain the one that more
        offices want comes first, then the order of the model decides.
    """
    ranked = [rank_measures(answers.part(slice(row, row + 1)), model=model) for row in range(len(answers))]
    sources = {one.code: one.source for measures in ranked for one in measures}
    known = [*(one.code for one in model.recommendations), *model.indicators]
    codes = [code for code in dict.fromkeys(known) if code in sources]
    wanted, gains = _tables(ranked, codes, pd.Index(answers.offices, name="office"))
    summary = pd.DataFrame(
        {
            "source": pd.Series(sources, dtype="string").reindex(codes),
            "offices": wanted.sum(),
            "gain": gains.sum().round(DIGITS),
        },
        index=pd.Index(codes, name="measure"),
    ).sort_values(["gain", "offices"], ascending=False, kind="stable")
    return SharedMeasures(wanted[summary.index], gains[summary.index], summary)


def _tables(
    ranked: Sequence[Sequence[Measure]], codes: list[str], offices: pd.Index[str]
) -> tuple[pd.DataFrame, pd.DataFrame]:
    wanted = np.zeros((len(ranked), len(codes)), dtype=bool)
    gains = np.zeros((len(ranked), len(codes)))
    for row, measures in enumerate(ranked):
        for one in measures:
            wanted[row, codes.index(one.code)] = True
            gains[row, codes.index(one.code)] = round(one.gain, DIGITS)
    return (
        pd.DataFrame(wanted, index=offices, columns=codes),
        pd.DataFrame(gains, index=offices, columns=codes),
    )


def whom_to_learn_from(rating: Rating, criterion: str, *, gap: float = GAP) -> pd.DataFrame:
    """Offices that are weak on a criterion, and those among the same offices that are strong on it.

    Args:
        rating: The offices. Nobody else is looked at.
        criterion: The criterion's code.
        gap: The least points that must lie between two offices, 0-100.

    Returns:
        A row for each weak office (a level in the lower half of the model's), the weakest first; a column
        for each strong one (the highest level), the strongest first. Cells hold the points between them,
        NaN where that is less than ``gap``.

    Raises:
        KeyError: There is no such criterion.
    """
    score, level = rating.score[criterion].to_numpy(), rating.levels[criterion].to_numpy()
    levels = len(rating.model.method.levels)
    weak = [row for row in np.argsort(score, kind="stable") if 0 <= level[row] < levels // 2]
    strong = [row for row in np.argsort(-score, kind="stable") if level[row] == levels - 1]
    between = np.round(score[strong] - score[weak][:, None], DIGITS)
    offices = rating.score.index
    table = pd.DataFrame(between, index=offices[weak], columns=offices[strong].rename("learn_from"))
    return table.where(table >= gap)


def better_at(rating: Rating, criterion: str, *, learner: int, teacher: int) -> list[str]:
    """What to learn: the criterion's indicators on which one office has more points than another.

    Args:
        rating: The offices.
        criterion: The criterion's code.
        learner: The row of the office that has fewer points.
        teacher: The row of the one that has more.

    Returns:
        Indicators' codes, most points apart first. One without points on either side is left out.
    """
    points = rating.points[list(rating.model.criteria[criterion].indicators)]
    apart = (points.iloc[teacher] - points.iloc[learner]).sort_values(ascending=False, kind="stable")
    return list(apart.index[apart > 0])
