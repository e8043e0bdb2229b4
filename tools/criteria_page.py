"""``docs/criteria.md``: the whole measure on one page, straight from the model and the figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from i18n import Translator
from report.places import place_text
from scoring.figures import load_figures
from scoring.nation import Nation, build_nation
from scoring.rule_checks import rule_items
from scoring.rule_types import AnswersRule, DemandedRule, KnownRule, PerRule, ShareRule, UpToRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scoring.model import Model
    from scoring.model_types import Criterion, Indicator

_T = Translator("en")


def criteria_page(model: Model) -> str:
    """The page as Markdown, in English with the criteria's Norwegian names."""
    nation = build_nation(model, load_figures())
    lines = [
        "# The measure",
        "",
        f"Generated from `criteria/` (model {model.version}) and `data/` by `make bless`; not for editing.",
        "",
        "Points are 0-1, scores 0-100. The national mean is that of the 2003 survey, exact from its",
        "counts; a dash means that it has no figure, or none that is exact. Weights are within the",
        "criterion.",
        "",
    ]
    for code, criterion in model.criteria.items():
        lines += _criterion(code, criterion, model, nation)
    lines += [*_recommendations(model), *_method(model)]
    return "\n".join(lines).rstrip() + "\n"


def _criterion(code: str, criterion: Criterion, model: Model, nation: Nation) -> Iterator[str]:
    mean = f"{nation.criteria[code].mean:.1f}" if code in nation.criteria else "–"
    yield from [f"## {criterion.number}. {criterion.title.nb}", ""]
    yield from [f"*{criterion.title.en}.* {criterion.demand.en}", ""]
    yield from [f"National mean: {mean} of 100.", ""]
    yield "| Indicator | Asked | Place in the report | Strength | Weight | Points | National mean |"
    yield "| --- | --- | --- | --- | --- | --- | --- |"
    for name, one in criterion.indicators.items():
        yield _indicator_row(name, one, model, nation)
    yield ""


def _indicator_row(code: str, one: Indicator, model: Model, nation: Nation) -> str:
    items = [model.items[item] for item in rule_items(one.rule, model.method)]
    places = dict.fromkeys(place_text(item.place, _T) for item in items)
    mean = f"{nation.indicators[code].mean:.3f}" if code in nation.indicators else "–"
    cells = [
        f"`{code}` {one.title.en}",
        " / ".join(item.text.en for item in items),
        "; ".join(places) + (" (own)" if one.own else ""),
        one.strength,
        f"{one.weight:g}",
        _points(one, model),
        mean,
    ]
    return "| " + " | ".join(cell.replace("|", "/") for cell in cells) + " |"


def _points(one: Indicator, model: Model) -> str:
    match one.rule:
        case AnswersRule() as rule:
            table = model.method.three_point if rule.points is None else rule.points
            parts = [f"{answer} {points:g}" for answer, points in table.items()]
            return ", ".join([*parts, *(f"{answer}: not scored" for answer in rule.not_scored)])
        case KnownRule() as rule:
            return ", ".join(f"{place} known {points:.3g}" for place, points in enumerate(rule.points))
        case DemandedRule() as rule:
            return f"share of the most demanded fields at step {rule.from_step} or higher"
        case UpToRule() as rule:
            return f"share of fields that stop at step {rule.up_to_step} or lower; {_goalposts(rule)}"
        case PerRule() | ShareRule() as rule:
            return f"linear; {_goalposts(rule)}"


def _goalposts(rule: PerRule | ShareRule | UpToRule) -> str:
    return f"{rule.worst:g} gives 0, {rule.best:g} gives 1"


def _recommendations(model: Model) -> Iterator[str]:
    yield from [
        "## The fifteen recommendations",
        "",
        "| No | Recommendation | For | Tied to |",
        "| --- | --- | --- | --- |",
    ]
    for one in model.recommendations:
        tied = [f"`{code}`" for code in one.indicators] + [f"`{each.item}` (context)" for each in one.context]
        yield f"| {one.number} | {one.title.en} | {one.addressee} | {', '.join(tied)} |"
    yield ""


def _method(model: Model) -> Iterator[str]:
    method = model.method
    levels = ", ".join(f"{level.title.en} from {level.low:g}" for level in method.levels.values())
    fields = ", ".join(f"`{field}`" for field in method.stand_in_fields)
    yield from [
        "## The method",
        "",
        "- A criterion is the weighted mean of its scored indicators; with less than",
        f"  {method.criterion_coverage:.0%} of the applicable weight answered it is not rated.",
        "- The total is the plain mean of the rated criteria; with fewer than",
        f"  {method.rated_criteria} of them it is not rated.",
        f"- Levels: {levels}.",
        f"- Until an office marks its most demanded fields, these stand in: {fields}.",
    ]
