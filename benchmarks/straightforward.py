"""The rating as one would first write it in pandas: map each answer, mean over columns.

It computes the points of the three-point and choice items, the numbers and the ladder with the
same rules, then criteria, coverage, interval and total. It is what the engine is measured against,
and it must agree with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from scoring.answers import DO_NOT_KNOW, DOES_NOT_APPLY, FIRST, NOT_ANSWERED, NUMERIC, Answers
from scoring.rule_types import AnswersRule, DemandedRule, KnownRule, PerRule, ShareRule, UpToRule

if TYPE_CHECKING:
    from scoring.model import Model
    from scoring.model_types import Indicator
    from scoring.rule_types import Rule


def as_table(answers: Answers, *, model: Model) -> pd.DataFrame:
    """The answers as people keep them: words and numbers in a table, fields as numbers 0-6."""
    columns: dict[str, object] = {}
    for code, item in model.items.items():
        if item.kind in NUMERIC:
            columns[code] = answers.values[code]
        elif code in answers.states:
            words = {NOT_ANSWERED: None, DO_NOT_KNOW: "do_not_know", DOES_NOT_APPLY: "does_not_apply"}
            words |= {FIRST + place: word for place, word in enumerate(model.alternatives(code))}
            columns[code] = pd.Series(answers.states[code]).map(words)
    for place, field in enumerate(model.fields):
        columns[f"ladder.{field}"] = answers.steps[:, place] - FIRST
        columns[f"demanded.{field}"] = answers.marked[model.method.demanded_item][:, place]
    return pd.DataFrame(columns)


def rate_in_pandas(table: pd.DataFrame, *, model: Model) -> pd.DataFrame:
    """Criteria, their coverage and interval, and the total, for offices that have answered all."""
    points = pd.DataFrame({code: _points(table, one, model) for code, one in model.indicators.items()})
    result = pd.DataFrame(index=table.index)
    for name, criterion in model.criteria.items():
        mine = points[list(criterion.indicators)]
        weights = pd.Series({code: one.weight for code, one in criterion.indicators.items()})
        answered = mine.notna() * weights
        applicable = _applies(table, criterion.indicators) * weights
        earned = (mine * weights).sum(axis=1)
        coverage = answered.sum(axis=1) / applicable.sum(axis=1)
        result[name] = (earned / answered.sum(axis=1) * 100).where(
            coverage >= model.method.criterion_coverage
        )
        result[f"{name}.coverage"] = coverage
        result[f"{name}.low"] = earned / applicable.sum(axis=1) * 100
        missing = (applicable - answered).sum(axis=1)
        result[f"{name}.high"] = (earned + missing) / applicable.sum(axis=1) * 100
    result["total"] = result[list(model.criteria)].mean(axis=1)
    for end in ("coverage", "low", "high"):
        result[f"total.{end}"] = result[[f"{name}.{end}" for name in model.criteria]].mean(axis=1)
    return result


def _points(table: pd.DataFrame, one: Indicator, model: Model) -> pd.Series[float]:
    points = _rule_points(table, one.rule, model)
    condition = one.does_not_apply_when
    return points if condition is None else points.where(~table[condition.item].isin(condition.answers))


def _rule_points(table: pd.DataFrame, rule: Rule, model: Model) -> pd.Series[float]:
    ladder = table.filter(like="ladder.")
    match rule:
        case AnswersRule():
            return table[rule.item].map(model.method.three_point if rule.points is None else rule.points)
        case ShareRule():
            return _between(table[rule.item], rule.worst, rule.best)
        case KnownRule():
            return table[rule.items].notna().sum(axis=1).map(dict(enumerate(rule.points)))
        case DemandedRule():
            demanded = table.filter(like="demanded.").to_numpy()
            share = (demanded & (ladder >= rule.from_step)).sum(axis=1) / demanded.sum(axis=1)
            return _between(share, rule.worst, rule.best)
        case UpToRule():
            low = ((ladder >= 1) & (ladder <= rule.up_to_step)).sum(axis=1)
            return _between(low / (ladder >= 1).sum(axis=1), rule.worst, rule.best)
        case PerRule():
            return _between((ladder >= 1).sum(axis=1) / table[rule.item], rule.worst, rule.best)


def _applies(table: pd.DataFrame, indicators: dict[str, Indicator]) -> pd.DataFrame:
    columns = {}
    for code, one in indicators.items():
        applies = pd.Series(data=True, index=table.index)
        if isinstance(one.rule, AnswersRule):
            applies &= ~table[one.rule.item].isin(one.rule.not_scored)
        if isinstance(one.rule, UpToRule):
            applies &= (table.filter(like="ladder.") >= 1).any(axis=1)
        if one.does_not_apply_when is not None:
            applies &= ~table[one.does_not_apply_when.item].isin(one.does_not_apply_when.answers)
        columns[code] = applies
    return pd.DataFrame(columns)


def _between(value: pd.Series[float], worst: float, best: float) -> pd.Series[float]:
    return ((value - worst) / (best - worst)).clip(lower=0, upper=1).replace([np.inf, -np.inf], np.nan)
