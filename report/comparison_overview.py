"""The comparison report's offices in words: the overview, the distribution, and the heat map."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from report.comparison_types import Heat, HeatCell, HeatRow, OfficeRow, Overview, Spread, SpreadRow
from report.content_types import Scale
from scoring.aggregate import DIGITS
from scoring.comparison import TOTAL

if TYPE_CHECKING:
    import pandas as pd

    from report.side_by_side import SideBySide
    from scoring.nation import CompositeNation


# ------------------------------------------------------------------ the offices
def overview_content(side: SideBySide) -> Overview:
    """Each office's total with its interval, level and coverage, and its rank with the other weights'."""
    t = side.t
    names = ("rank", "office", "total", "interval")
    heads = [t(f"compare.{name}") for name in names]
    heads.insert(2, t("comparison.scale"))
    return Overview(
        heading=t("comparison.overview"),
        intro=_overview_words(side),
        columns=(*heads, t("comparison.level"), t("comparison.coverage"), t("comparison.other")),
        rows=tuple(_office(side, row) for row in side.listed),
        remarks=tuple(_remarks(side)),
    )


def _overview_words(side: SideBySide) -> str:
    """Who is first, and how far apart they are."""
    t, total = side.t, side.rating.total["score"].dropna()
    if total.empty:
        return t("compare.none_rated")
    return t(
        "comparison.overview_words",
        best=side.names[side.order[0]],
        high=t.number(total.max()),
        low=t.number(total.min()),
        mean=t.number(total.mean()),
    )


def _remarks(side: SideBySide) -> list[str]:
    t, without = side.t, len(side.order) - side.ranked
    remarks = [t("comparison.overview_key")]
    if len(side.listed) < len(side.order):
        remarks.append(first_of_many(side))
    if without:
        remarks.append(t.plural("compare.without_total", without))
    return remarks


def first_of_many(side: SideBySide) -> str:
    """That a part lists the first only, and where all of them are."""
    t = side.t
    return t("comparison.first", first=t.number(len(side.listed)), all=t.number(len(side.order)))


def _office(side: SideBySide, row: int) -> OfficeRow:
    total = side.rating.total.iloc[row]
    score, low, high = (float(total[name]) for name in ("score", "low", "high"))
    ranks = side.ranks
    return OfficeRow(
        rank=rank_of(side, row),
        office=side.names[row],
        scale=_scale(score, low, high),
        total=side.number(score),
        interval=side.span(low, high),
        level=side.mark(int(total["level"])),
        coverage=side.t.percent(float(total["coverage"])),
        other=side.span(*(_number(ranks.quantile(share), row) for share in (0.05, 0.95))),
    )


def _scale(score: float, low: float, high: float) -> Scale:
    known = [None if math.isnan(one) else one for one in (score, low, high)]
    return Scale(known[0], known[1], known[2], nation=None, like=None)


def rank_of(side: SideBySide, row: int) -> str:
    """An office's rank, or a dash."""
    return side.number(_number(side.ranks.table["rank"], row))


def _number(column: pd.Series, row: int) -> float:
    return float(column.to_numpy(dtype=float, na_value=np.nan)[row])


# ------------------------------------------------------------------ the distribution
def spread_content(side: SideBySide) -> Spread:
    """Where the offices lie on the total and on each criterion, over the nation's middle half."""
    t, nation = side.t, side.nation
    composites = {TOTAL: nation.total, **nation.criteria}
    names = {TOTAL: t("compare.total")} | {code: side.criterion(code) for code in side.model.criteria}
    rows = tuple(_spread_row(side, code, name, composites.get(code)) for code, name in names.items())
    heads = [t(f"compare.{name}") for name in ("spread_lowest", "spread_median", "spread_highest")]
    return Spread(
        heading=t("comparison.spread"),
        intro=t("comparison.spread_like", compared=t.number(len(nation.criteria))),
        key=tuple(t(f"comparison.spread_key_{name}") for name in ("office", "middle", "mean")),
        columns=(t("compare.criterion"), t("comparison.scale"), *heads, t("comparison.nation_head")),
        rows=rows,
    )


def _spread_row(side: SideBySide, code: str, name: str, beside: CompositeNation | None) -> SpreadRow:
    scores = (side.like[code] if beside else side.rating.score[code]).dropna()
    stacks = Counter(math.floor(round(one, DIGITS) + 0.5) for one in scores)
    ends = [scores.min(), scores.median(), scores.max()] if len(scores) else [math.nan] * 3
    return SpreadRow(
        name=name,
        stacks=tuple(sorted(stacks.items())),
        middle=beside.middle if beside else None,
        mean=beside.mean if beside else None,
        cells=(*map(side.number, ends), _nation_words(side, beside)),
        alternative=_spread_alternative(side, name, ends, beside),
    )


def _nation_words(side: SideBySide, beside: CompositeNation | None) -> str:
    if beside is None:
        return "–"
    return side.t("comparison.nation", mean=side.t.number(beside.mean), middle=side.span(*beside.middle))


def _spread_alternative(
    side: SideBySide, name: str, ends: list[float], beside: CompositeNation | None
) -> str:
    t = side.t
    if math.isnan(ends[0]):
        return t("compare.spread_alt_none", name=name)
    low, middle, high = map(t.number, ends)
    parts = [t("compare.spread_alt_one", name=name, low=low, middle=middle, high=high)]
    parts += [t("compare.spread_alt_nation", mean=t.number(beside.mean))] if beside else []
    return " ".join(parts)


# ------------------------------------------------------------------ the heat map
def heat_content(side: SideBySide) -> Heat:
    """Every office's total and criteria, best first."""
    t, codes = side.t, list(side.model.criteria)
    scores = side.rating.score.assign(**{TOTAL: side.rating.total["score"]})[[TOTAL, *codes]].to_numpy()
    levels = side.rating.levels.assign(**{TOTAL: side.rating.total["level"]})[[TOTAL, *codes]].to_numpy()
    heads = [t("compare.rank"), t("compare.office"), t("compare.total")]
    return Heat(
        heading=t("comparison.heat"),
        intro=_heat_words(side),
        key=t("comparison.heat_key"),
        columns=(*heads, *(side.criterion(code) for code in codes)),
        rows=tuple(
            HeatRow(
                rank_of(side, row),
                side.names[row],
                tuple(
                    HeatCell(side.number(score), int(level))
                    for score, level in zip(scores[row], levels[row], strict=True)
                ),
            )
            for row in side.order
        ),
    )


def _heat_words(side: SideBySide) -> str:
    """Where the offices are strong together, and where weak."""
    t, means = side.t, side.rating.score.mean().dropna()
    if means.empty:
        return t("compare.none_rated")
    best, worst = str(means.idxmax()), str(means.idxmin())
    return t(
        "comparison.heat_words",
        best=t.pick(side.model.criteria[best].short),
        high=t.number(means[best]),
        worst=t.pick(side.model.criteria[worst].short),
        low=t.number(means[worst]),
    )
