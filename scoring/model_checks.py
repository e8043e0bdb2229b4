"""What no single file can tell: that the model's parts fit together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from scoring.faults import Fault, FaultCode, nearest
from scoring.item_checks import item_faults, word_faults
from scoring.label_checks import label_faults
from scoring.model_types import Condition, Criterion, Fields, Indicator, Method, Recommendations, Survey
from scoring.picture_checks import PICTURE_CHECKS
from scoring.rule_checks import rule_faults, rule_items

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from scoring.yaml_reader import KeyPath, YamlFile

_WORDS = {"three_point", "choice"}
_STEPS = ["not_offered", "1", "2", "3", "4", "5", "6"]


@dataclass(frozen=True)
class Parts:
    """The parsed files, and where each part of them stands."""

    parsed: dict[str, Any]
    files: dict[str, YamlFile]

    @property
    def survey(self) -> Survey:
        """``survey.yaml``: sections, scales and items."""
        survey: Survey = self.parsed["survey.yaml"]
        return survey

    @property
    def method(self) -> Method:
        """``method.yaml``."""
        method: Method = self.parsed["method.yaml"]
        return method

    @property
    def fields(self) -> Fields:
        """``fields.yaml``."""
        fields: Fields = self.parsed["fields.yaml"]
        return fields

    @property
    def recommendations(self) -> Recommendations:
        """``recommendations.yaml``."""
        recommendations: Recommendations = self.parsed["recommendations.yaml"]
        return recommendations

    @property
    def criteria(self) -> dict[str, Criterion]:
        """Criteria by file name."""
        return {name: one for name, one in self.parsed.items() if isinstance(one, Criterion)}

    def answers_of(self, code: str) -> list[str]:
        """The codes that an item takes as answers."""
        return list(self.survey.alternatives(code, self.fields))

    def fault(self, code: FaultCode, name: str, path: KeyPath, **values: str) -> Fault:
        """A fault at ``path`` of file ``name``."""
        return Fault(code, name, self.files[name].line(path), ".".join(map(str, path)), values)

    def unknown(self, code: str, known: Iterable[str], name: str, path: KeyPath) -> Iterator[Fault]:
        """A fault when ``code`` is not one of ``known``."""
        known = list(known)
        if code not in known:
            yield self.fault(
                "unknown_code",
                name,
                path,
                found=code,
                suggestion=nearest(code, known),
                expected=", ".join(known),
            )


def cross_faults(parsed: dict[str, Any], files: dict[str, YamlFile]) -> list[Fault]:
    """Every fault between the files of a model.

    A file that is not well formed takes no part: the checks that need it wait until it is mended,
    the others are made, so that as many faults as possible are told at once.
    """
    parts = Parts(parsed, files)
    singles = {name for name in parsed if not isinstance(parsed[name], Criterion)}
    whole = singles | ({"criteria"} if all(name in parsed for name in files) else set())
    return [fault for check, needed in _CHECKS if needed <= whole for fault in check(parts)]


def _step_faults(parts: Parts) -> Iterator[Fault]:
    """The order of the steps decides what an answer is worth."""
    found = list(parts.fields.steps)
    if found != _STEPS:
        values = {"found": ", ".join(found), "expected": ", ".join(_STEPS)}
        yield parts.fault("steps_order", "fields.yaml", ("steps",), **values)


def _criterion_faults(parts: Parts) -> Iterator[Fault]:
    for name, criterion in parts.criteria.items():
        number, _, code = name.removesuffix(".yaml").partition("_")
        yield from parts.unknown(code, parts.survey.sections, name, ())
        if criterion.number != int(number):
            values = {"found": str(criterion.number), "expected": str(int(number))}
            yield parts.fault("criterion_number", name, ("number",), **values)
        if not criterion.indicators:
            yield parts.fault("no_indicators", name, ("indicators",))
    yield from _doubled_indicators(parts)


def _number_faults(parts: Parts) -> Iterator[Fault]:
    """The first criterion whose file is out of turn; those after it only follow from it."""
    names = sorted(name for name in parts.files if name[:2].isdigit())
    for place, name in enumerate(names, start=1):
        if int(name[:2]) != place:
            yield parts.fault(
                "criterion_numbers", name, ("number",), found=str(int(name[:2])), expected=str(place)
            )
            return


def _doubled_indicators(parts: Parts) -> Iterator[Fault]:
    seen: dict[str, str] = {}
    for name, criterion in parts.criteria.items():
        for code in criterion.indicators:
            if code in seen:
                yield parts.fault(
                    "doubled_indicator", name, ("indicators", code), found=code, first=seen[code]
                )
            seen.setdefault(code, name)


def _indicator_faults(parts: Parts) -> Iterator[Fault]:
    for name, criterion in parts.criteria.items():
        for code, one in criterion.indicators.items():
            path = ("indicators", code)
            yield from rule_faults(parts, one.rule, name, (*path, "rule"))
            yield from _own_faults(parts, code, one, name)
            if one.does_not_apply_when is not None:
                yield from _condition_faults(
                    parts, one.does_not_apply_when, name, (*path, "does_not_apply_when")
                )


def _own_faults(parts: Parts, code: str, one: Indicator, name: str) -> Iterator[Fault]:
    items = [
        parts.survey.items[item] for item in rule_items(one.rule, parts.method) if item in parts.survey.items
    ]
    asked = any(item.place.question for item in items)
    if one.own and asked:
        yield parts.fault("own_with_question", name, ("indicators", code), found=code)
    if not one.own and items and not asked:
        yield parts.fault("own_not_said", name, ("indicators", code), found=code)


def _condition_faults(
    parts: Parts, condition: Condition, name: str, path: KeyPath, *, kinds: set[str] = _WORDS
) -> Iterator[Fault]:
    faults = list(parts.unknown(condition.item, parts.survey.items, name, (*path, "item")))
    yield from faults
    if faults:
        return
    kind = parts.survey.items[condition.item].kind
    if kind not in kinds:
        values = {"found": f"{condition.item}: {kind}", "expected": ", ".join(sorted(kinds))}
        yield parts.fault("wrong_kind", name, (*path, "item"), **values)
        return
    for place, answer in enumerate(condition.answers):
        yield from parts.unknown(answer, parts.answers_of(condition.item), name, (*path, "answers", place))


def _use_faults(parts: Parts) -> Iterator[Fault]:
    """Asking an office for an answer that nothing uses wastes its time."""
    used = {
        item
        for one in parts.criteria.values()
        for each in one.indicators.values()
        for item in _items_of(parts, each)
    }
    for code, item in parts.survey.items.items():
        if item.asked and not item.context and code not in used:
            yield parts.fault("unused_item", "survey.yaml", ("items", code), found=code)


def _items_of(parts: Parts, indicator: Indicator) -> set[str]:
    extra = {indicator.does_not_apply_when.item} if indicator.does_not_apply_when else set()
    return {*rule_items(indicator.rule, parts.method), *extra}


def _recommendation_faults(parts: Parts) -> Iterator[Fault]:
    name = "recommendations.yaml"
    indicators = [code for one in parts.criteria.values() for code in one.indicators]
    seen: set[object] = set()
    for place, one in enumerate(parts.recommendations.recommendations):
        path = ("recommendations", place)
        if not one.indicators and not one.context:
            yield parts.fault("tied_to_nothing", name, path, found=one.code)
        for key in (one.code, one.number):
            if key in seen:
                yield parts.fault("doubled_recommendation", name, path, found=str(key))
            seen.add(key)
        for order, code in enumerate(one.indicators):
            yield from parts.unknown(code, indicators, name, (*path, "indicators", order))
        for order, condition in enumerate(one.context):
            yield from _condition_faults(
                parts, condition, name, (*path, "context", order), kinds={*_WORDS, "multi"}
            )


def _method_faults(parts: Parts) -> Iterator[Fault]:
    name, method = "method.yaml", parts.method
    for place, field in enumerate(method.stand_in_fields):
        yield from parts.unknown(field, parts.fields.fields, name, ("stand_in_fields", place))
    for key, kind in (("ladder_item", "ladder"), ("demanded_item", "multi")):
        known = [code for code, item in parts.survey.items.items() if item.kind == kind]
        yield from parts.unknown(getattr(method, key), known, name, (key,))
    lows = [level.low for level in method.levels.values()]
    if lows != sorted(set(lows)) or lows[:1] != [0]:
        yield parts.fault("levels_order", name, ("levels",), found=", ".join(f"{low:g}" for low in lows))
    scale = parts.survey.scales.get("three_point", {})
    if method.three_point.keys() != scale.keys():
        values = {"found": ", ".join(method.three_point), "expected": ", ".join(scale)}
        yield parts.fault("scale_points", name, ("three_point",), **values)
    if method.respondents > method.population:
        values = {"found": str(method.respondents), "expected": f"≤ {method.population}"}
        yield parts.fault("out_of_range", name, ("respondents",), **values)


_CHECKS: list[tuple[Callable[[Parts], Iterator[Fault]], set[str]]] = [
    (item_faults, {"survey.yaml"}),
    (word_faults, {"survey.yaml"}),
    (label_faults, {"survey.yaml", "fields.yaml"}),
    (_step_faults, {"fields.yaml"}),
    (_criterion_faults, {"survey.yaml"}),
    (_number_faults, set()),
    (_indicator_faults, {"survey.yaml", "method.yaml", "fields.yaml"}),
    (_use_faults, {"survey.yaml", "method.yaml", "criteria"}),
    (_recommendation_faults, {"survey.yaml", "fields.yaml", "recommendations.yaml", "criteria"}),
    (_method_faults, {"method.yaml", "survey.yaml", "fields.yaml"}),
    *PICTURE_CHECKS,
]
"""Each check with the files that it needs; ``criteria`` stands for all the criteria's files."""
