"""What if: the answers that would put a measure in place, to try beside the real ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.aggregate import DIGITS
from scoring.encode import SEPARATOR
from scoring.numbers import parse_number
from scoring.plan import indicators_of
from scoring.rule_types import AnswersRule, DemandedRule, KnownRule, PerRule, Rule, ShareRule, UpToRule

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scoring.model import Model
    from scoring.model_types import Indicator

WHOLE = 100.0
"""Per cent: what shares of one whole add up to at most."""

Changes = dict[str, str]
"""Column of the answer form -> the cell's new text."""


def in_place(code: str, answers: Mapping[str, str], *, model: Model) -> Changes:
    """The answers to change so that a measure is in place.

    Args:
        code: A recommendation's or an indicator's code (see ``indicators_of``).
        answers: The office's answers by column.
        model: The model.

    Returns:
        Only what changes. Where an amount or a number is asked and none is given, the middle of
        the report's first class stands in: the points ask only that the number is known. Shares of
        one whole make room for each other.

    Laws: with the changes, every indicator of the measure that applies has full points (but for
    fields per unit, which no single answer decides); the total rises by the measure's gain; shares
    of one whole, one of which changes, add up to 100 at most.
    """
    changes: Changes = {}
    for indicator in indicators_of(code, model):
        changes |= _best(model.indicators[indicator], {**answers, **changes}, model)
    new = {column: text for column, text in changes.items() if answers.get(column, "") != text}
    return new | _within_the_whole(new, answers, model)


def _best(indicator: Indicator, answers: Mapping[str, str], model: Model) -> Changes:
    condition = indicator.does_not_apply_when
    if condition is not None and answers.get(condition.item) in condition.answers:
        return {}
    return _best_by_rule(indicator.rule, answers, model)


def _best_by_rule(rule: Rule, answers: Mapping[str, str], model: Model) -> Changes:
    match rule:
        case AnswersRule():
            return _best_answer(rule, answers, model)
        case ShareRule():
            return {rule.item: f"{rule.best:g}"}
        case KnownRule():
            return {item: _known(item, answers, model) for item in rule.items}
        case DemandedRule():
            return _raised(_demanded(answers, model), rule.from_step, answers, model)
        case UpToRule():
            return _raised(_offered(answers, model), rule.up_to_step + 1, answers, model)
        case PerRule():
            return {}  # there is no one answer: fewer fields or more staff


def _best_answer(rule: AnswersRule, answers: Mapping[str, str], model: Model) -> Changes:
    table = model.method.three_point if rule.points is None else rule.points
    now = answers.get(rule.item, "")
    if now == "does_not_apply" or table.get(now) == 1:
        return {}
    return {rule.item: max(table, key=table.__getitem__)}


def _known(item: str, answers: Mapping[str, str], model: Model) -> str:
    """The number that is given, or one that could have been."""
    now = answers.get(item, "")
    if now and now != "do_not_know":
        return now
    bins = list((model.items[item].bins or {}).values())
    middle = (bins[0].low + (bins[0].high or bins[0].low)) / 2 if bins else 1
    return f"{round(middle)}"


def _within_the_whole(changes: Changes, answers: Mapping[str, str], model: Model) -> Changes:
    """What is left of a whole for its shares, where they add up to more.

    A share that gives points comes first: what the office completes, it does not pass on. Then come
    the shares that are told, then those made up; of these only the knowing counts, so 0 is as good.
    """
    lowered: Changes = {}
    pointed = {one.rule.item for one in model.indicators.values() if isinstance(one.rule, ShareRule)}
    after = {**answers, **changes}
    for whole in (one for one in _wholes(model) if changes.keys() & set(one)):
        left = WHOLE
        for item in sorted(whole, key=lambda one: (one not in pointed, one in changes)):
            share = parse_number(after.get(item, "")) or 0.0
            if share > left:
                lowered[item] = f"{left:.{DIGITS}g}"
            left = round(left - min(share, left), DIGITS)
    return lowered


def _wholes(model: Model) -> list[list[str]]:
    """Items that are shares of one whole: those of which an indicator asks that all are known."""
    rules = [one.rule for one in model.indicators.values() if isinstance(one.rule, KnownRule)]
    return [
        list(rule.items) for rule in rules if all(model.items[item].kind == "share" for item in rule.items)
    ]


def _demanded(answers: Mapping[str, str], model: Model) -> list[str]:
    marked = [field for field in answers.get(model.method.demanded_item, "").split(SEPARATOR) if field]
    return marked or list(model.method.stand_in_fields)


def _offered(answers: Mapping[str, str], model: Model) -> list[str]:
    steps = {field: answers.get(f"{model.method.ladder_item}.{field}", "") for field in model.fields}
    return [field for field, step in steps.items() if step.isdigit()]


def _raised(fields: list[str], step: int, answers: Mapping[str, str], model: Model) -> Changes:
    columns = [f"{model.method.ladder_item}.{field}" for field in fields]
    steps = {column: answers.get(column, "") for column in columns}
    return {column: str(step) for column, now in steps.items() if not (now.isdigit() and int(now) >= step)}
