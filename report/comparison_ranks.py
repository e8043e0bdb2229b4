"""The comparison report's ranks in words: how sure each is, by open answers, weights and the kind of mean."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from report.comparison_overview import first_of_many
from report.comparison_types import RankRow, Ranks
from report.side_by_side import BEST
from scoring.weightings import DRAWS

if TYPE_CHECKING:
    from report.side_by_side import SideBySide


def ranks_content(side: SideBySide) -> Ranks:
    """The ranks with their intervals, and a sentence for each of the best."""
    t, table = side.t, _table(side)
    heads = [t(f"compare.{name}") for name in ("rank", "office", "rank_interval", "rank_answers")]
    heads.insert(2, t("comparison.rank_scale", last=t.number(max(1, side.ranked))))
    return Ranks(
        heading=t("comparison.ranks"),
        intro=_intro(side),
        best=tuple(_best_words(side, table)),
        key=tuple(t(f"comparison.ranks_key_{name}") for name in ("rank", "weights", "answers")),
        columns=(*heads, t("comparison.geometric"), t("compare.best", places=t.number(BEST))),
        rows=tuple(_row(side, one) for _, one in table.head(len(side.listed)).iterrows()),
        remarks=tuple(_remarks(side)),
    )


def _table(side: SideBySide) -> pd.DataFrame:
    """All that is told of each rank, by the office's row, best first; without those that have none."""
    ranks = side.ranks
    columns = {
        **{name: ranks.table[name] for name in ("rank", "best", "worst", "geometric")},
        "low": ranks.quantile(0.05),
        "high": ranks.quantile(0.95),
        "among": ranks.among_best(BEST),
    }
    plain = {name: column.to_numpy(dtype=float, na_value=np.nan) for name, column in columns.items()}
    table = pd.DataFrame(plain).assign(office=side.names)
    return table.loc[side.order[: side.ranked]]


def _intro(side: SideBySide) -> str:
    t, shift = side.t, side.ranks.average_shift()
    if math.isnan(shift["weights"]):
        return t("compare.none_rated")
    numbers = {name: t.number(places, 1) for name, places in shift.items()}
    return t("comparison.ranks_shift", **numbers)


def _best_words(side: SideBySide, table: pd.DataFrame) -> list[str]:
    """A sentence for each of the best; among five or fewer, all are."""
    t, few = side.t, len(table) <= BEST
    best = table if few else table[table["rank"] <= BEST].head(2 * BEST)  # many can share a rank
    key = "comparison.ranks_few" if few else "comparison.ranks_among"
    return [
        t(
            key,
            office=one["office"],
            rank=t.number(one["rank"]),
            places=t.number(BEST),
            share=t.percent(one["among"]),
            span=side.span(one["low"], one["high"]),
        )
        for _, one in best.iterrows()
    ]


def _row(side: SideBySide, one: pd.Series) -> RankRow:
    last = max(1, side.ranked - 1)

    def at(rank: float) -> float:
        return round(100 * (rank - 1) / last, 2)

    t = side.t
    return RankRow(
        rank=t.number(one["rank"]),
        office=str(one["office"]),
        at=at(one["rank"]),
        weights=(at(one["low"]), at(one["high"])),
        answers=(at(one["best"]), at(one["worst"])),
        cells=(
            side.span(one["low"], one["high"]),
            side.span(one["best"], one["worst"]),
            t.number(one["geometric"]),
            t.percent(one["among"]),
        ),
    )


def _remarks(side: SideBySide) -> list[str]:
    t = side.t
    remarks = [t("comparison.ranks_how", draws=t.number(DRAWS))]
    if len(side.listed) < len(side.order):
        remarks.append(first_of_many(side))
    return remarks
