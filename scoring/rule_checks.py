"""Whether an indicator's rule fits the items that it scores."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.rule_types import AnswersRule, DemandedRule, KnownRule, PerRule, Rule, ShareRule, UpToRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scoring.faults import Fault
    from scoring.model_checks import Parts
    from scoring.model_types import Method
    from scoring.yaml_reader import KeyPath

_KINDS: dict[type, set[str]] = {
    AnswersRule: {"three_point", "choice"},
    ShareRule: {"share"},
    KnownRule: {"share", "amount", "count"},
    PerRule: {"count"},
}


def rule_items(rule: Rule, method: Method) -> list[str]:
    """The items whose answers a rule reads."""
    match rule:
        case AnswersRule() | ShareRule():
            return [rule.item]
        case KnownRule():
            return list(rule.items)
        case DemandedRule():
            return [method.demanded_item, method.ladder_item]
        case UpToRule():
            return [method.ladder_item]
        case PerRule():
            return [method.ladder_item, rule.item]


def rule_faults(parts: Parts, rule: Rule, name: str, path: KeyPath) -> Iterator[Fault]:
    """The faults of one rule."""
    for code in rule_items(rule, parts.method):
        faults = list(parts.unknown(code, parts.survey.items, name, path))
        yield from faults
        if not faults:
            yield from _kind_faults(parts, rule, code, name, path)
    if not isinstance(rule, AnswersRule | KnownRule) and rule.worst == rule.best:
        yield parts.fault("goalposts_equal", name, (*path, "best"), found=f"{rule.worst:g}")
    if isinstance(rule, KnownRule) and len(rule.points) != len(rule.items) + 1:
        expected = str(len(rule.items) + 1)
        yield parts.fault(
            "points_count", name, (*path, "points"), found=str(len(rule.points)), expected=expected
        )


def _kind_faults(parts: Parts, rule: Rule, code: str, name: str, path: KeyPath) -> Iterator[Fault]:
    kind = parts.survey.items[code].kind
    allowed = _KINDS.get(type(rule), {"ladder", "multi"}) | (
        {"ladder"} if isinstance(rule, PerRule) else set()
    )
    if kind not in allowed:
        yield parts.fault(
            "wrong_kind", name, path, found=f"{code}: {kind}", expected=", ".join(sorted(allowed))
        )
    elif isinstance(rule, AnswersRule):
        yield from _points_faults(parts, rule, name, path)


def _points_faults(parts: Parts, rule: AnswersRule, name: str, path: KeyPath) -> Iterator[Fault]:
    """Each answer must have points or be said not to be scored; nothing falls between."""
    known = parts.answers_of(rule.item)
    if rule.points is None:
        if parts.survey.items[rule.item].kind != "three_point":
            yield parts.fault("missing_key", name, (*path, "points"), found="points")
        return
    for answer in [*rule.points, *rule.not_scored]:
        yield from parts.unknown(answer, known, name, (*path, "points", answer))
    for answer in sorted(set(known) - rule.points.keys() - set(rule.not_scored)):
        yield parts.fault("answer_without_points", name, (*path, "points"), found=answer)
