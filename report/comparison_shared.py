"""The comparison report's measures in words: what offices could do together, and who can learn from whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from report.comparison_types import Learn, MeasureLine, Shared
from report.measure_words import measure_source, measure_title
from scoring.plan import SINGLE
from scoring.shared import better_at, whom_to_learn_from

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from report.side_by_side import SideBySide

MEASURES: Final = 12
"""How many shared measures are told: those that give most together."""

LEARNERS, TEACHERS = 2, 2
"""On each criterion, how many of the weakest are told, and from how many strong ones each can learn."""

SKILLS: Final = 2
"""How many of the things that a strong office does better."""


# ------------------------------------------------------------------ together
def shared_content(side: SideBySide) -> Shared:
    """The measures that give most together, then what each gives each office."""
    t, measures = side.t, _measures(side)
    heads = [t("comparison.measure_number")] + [
        t(f"compare.{name}") for name in ("measure", "shared_offices", "shared_gain")
    ]
    return Shared(
        heading=t("comparison.shared"),
        intro=_intro(side),
        columns=tuple(heads),
        rows=tuple(_line(side, number, code) for number, code in enumerate(measures, start=1)),
        matrix_heading=t("comparison.matrix"),
        matrix_intro=_matrix_intro(side),
        matrix_columns=(t("compare.office"), *(t.number(place + 1) for place in range(len(measures)))),
        matrix=tuple(_matrix(side, measures)),
    )


def _measures(side: SideBySide) -> list[str]:
    return [str(code) for code in side.shared.summary.index[:MEASURES]]


def _intro(side: SideBySide) -> str:
    t, summary = side.t, side.shared.summary
    if summary.empty:
        return t("compare.shared_none")
    first = summary.iloc[0]
    return t.plural(
        "comparison.shared_words",
        int(first["offices"]),
        measure=measure_title(_planned(side, str(summary.index[0])), model=side.model, t=t),
        gain=t.number(first["gain"], 1),
    )


def _matrix_intro(side: SideBySide) -> str:
    t = side.t
    shown = _shown(side)
    cut = t("comparison.matrix_cut", offices=t.number(len(shown)))
    return " ".join([t("compare.shared_key"), *([cut] if len(shown) < len(side.order) else [])])


def _planned(side: SideBySide, code: str) -> str:
    """A measure's code as a plan has it: advice outside the fifteen recommendations is marked."""
    return code if side.shared.summary["source"][code] == "recommendation" else f"{SINGLE}{code}"


def _line(side: SideBySide, number: int, code: str) -> MeasureLine:
    t, summary = side.t, side.shared.summary
    planned = _planned(side, code)
    return MeasureLine(
        number=t.number(number),
        title=measure_title(planned, model=side.model, t=t),
        source=measure_source(planned, model=side.model, t=t),
        offices=t.number(int(summary["offices"][code])),
        gain=t.number(float(summary["gain"][code]), 1),
    )


def _shown(side: SideBySide) -> list[int]:
    """The rows of the matrix: all offices, or of many those that want most of the measures."""
    if len(side.listed) == len(side.order):
        return side.order
    wanted = side.shared.wanted[_measures(side)].sum(axis=1).to_numpy()[side.order]
    most = np.argsort(-wanted, kind="stable")[: len(side.listed)]
    return [side.order[place] for place in most]


def _matrix(side: SideBySide, measures: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Empty where a measure does not apply; a dash where the office has no total that could gain."""
    wanted, gains = (table[list(measures)].to_numpy() for table in (side.shared.wanted, side.shared.gains))
    for row in _shown(side):
        cells = zip(wanted[row], gains[row], strict=True)
        yield side.names[row], *(side.number(gain, 1) if wants else "" for wants, gain in cells)


# ------------------------------------------------------------------ who can learn from whom
def learn_content(side: SideBySide) -> Learn:
    """On each criterion the weakest offices, who is strong there, and what these do better."""
    t = side.t
    rows = tuple(row for code in side.model.criteria for row in _learners(side, code))
    columns = ("compare.criterion", "comparison.weak", "compare.learn_from", "compare.learn_what")
    return Learn(
        heading=t("compare.learn"),
        intro=t("comparison.learn_words" if rows else "comparison.learn_none"),
        columns=tuple(t(name) for name in columns),
        rows=rows,
    )


def _learners(side: SideBySide, criterion: str) -> Iterator[tuple[str, ...]]:
    pairs = whom_to_learn_from(side.rating, criterion)
    pairs = pairs.loc[pairs.notna().any(axis=1)].head(LEARNERS)
    for learner in map(int, pairs.index):
        teachers = [int(one) for one in pairs.loc[str(learner)].dropna().index[:TEACHERS]]
        yield (
            side.criterion(criterion),
            _scored(side, learner, criterion),
            "; ".join(_scored(side, one, criterion) for one in teachers),
            _skills(side, criterion, learner=learner, teacher=teachers[0]),
        )


def _scored(side: SideBySide, row: int, criterion: str) -> str:
    return f"{side.names[row]} ({side.t.number(float(side.rating.score[criterion].iloc[row]))})"


def _skills(side: SideBySide, criterion: str, *, learner: int, teacher: int) -> str:
    codes = better_at(side.rating, criterion, learner=learner, teacher=teacher)
    return "; ".join(side.t.pick(side.model.indicators[code].title) for code in codes[:SKILLS]) or "–"
