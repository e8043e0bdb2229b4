"""How the nation's offices answered, alternative by alternative, with one office's answer marked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from scoring.encode import SEPARATOR
from scoring.numbers import parse_number
from scoring.rule_types import AnswersRule, DemandedRule, KnownRule, PerRule, ShareRule, UpToRule

if TYPE_CHECKING:
    from collections.abc import Mapping

    from i18n import Translator
    from scoring import Figures, Model
    from scoring.figures import Figure
    from scoring.model_types import Bin, Indicator, Item

UNKNOWN = "do_not_know"
Kind = Literal["answers", "known", "fields", "several"]


@dataclass(frozen=True)
class Bar:
    """One alternative.

    Args:
        label: The alternative in words.
        count: Offices in 2003, or None where the report prints no number.
        percent: The percentage as printed, where only that is printed; else empty.
        own: Whether it is the office's answer.
    """

    label: str
    count: int | None
    percent: str
    own: bool

    def share(self, n: int | None) -> float | None:
        """The share of the offices, 0-1; None where the report gives neither number nor percentage."""
        if self.count is not None and n:
            return self.count / n
        return float(self.percent) / 100 if self.percent else None


@dataclass(frozen=True)
class Spread:
    """The answers to one question in one population.

    Args:
        bars: In the report's order.
        n: Answers in all, or None where not printed.
        population: ``all``, ``osk`` or ``ksk``.
        kind: ``answers`` add up to n; ``several`` could be chosen by one office; ``known`` counts
            the offices that have each figure; ``fields`` those that have each service field.
    """

    bars: tuple[Bar, ...]
    n: int | None
    population: str
    kind: Kind


def item_spread(
    code: str,
    answers: Mapping[str, str],
    *,
    model: Model,
    figures: Figures,
    t: Translator,
    population: str = "all",
) -> Spread | None:
    """The national answers to a survey item; None where the report has none for the population.

    Args:
        code: An item that is not a ladder.
        answers: The office's answers, column -> text.
        model: The model.
        figures: The national figures.
        t: The language.
        population: ``all``, ``osk`` or ``ksk``.
    """
    item = model.items[code]
    figure = figures.get(item.place.question or "", population=population)
    if figure is None:
        return None
    labels = _labels(code, item, figure, model, t)
    own = _own(answers.get(code, ""), item)
    bars = tuple(
        Bar(label, figure.counts.get(name), figure.percents.get(name, ""), name in own)
        for name, label in labels.items()
    )
    return Spread(bars, figure.n, population, "several" if item.kind == "multi" else "answers")


def indicator_spread(
    code: str,
    answers: Mapping[str, str],
    *,
    model: Model,
    figures: Figures,
    t: Translator,
    population: str = "all",
) -> Spread | None:
    """What the report has on an indicator, as ``item_spread`` does for an item."""
    rule = model.indicators[code].rule
    match rule:
        case AnswersRule() | ShareRule():
            return item_spread(rule.item, answers, model=model, figures=figures, t=t, population=population)
        case KnownRule() if len(rule.items) == 1 and rule.base_question is None:
            return item_spread(
                rule.items[0], answers, model=model, figures=figures, t=t, population=population
            )
        case KnownRule():
            return _known(rule, answers, model, figures, t)
        case DemandedRule():
            return _fields(rule, answers, model, figures, t)
        case _:
            return None


def populations(code: str, *, model: Model, figures: Figures) -> list[str]:
    """The populations for which the report splits an indicator; ``all`` first."""
    rule = model.indicators[code].rule
    if not isinstance(rule, AnswersRule | ShareRule):
        return ["all"]
    question = model.items[rule.item].place.question
    known = figures.populations(question) if question else []
    return [one for one in ("all", "osk", "ksk") if one in known] or ["all"]


def reason_without_mean(indicator: Indicator) -> str:
    """Why the report gives no exact mean for an indicator: ``own``, ``fields``, ``parts`` or ``phrase``."""
    if indicator.own:
        return "own"
    match indicator.rule:
        case UpToRule() | PerRule() | DemandedRule():
            return "fields"
        case KnownRule():
            return "parts"
        case _:
            return "phrase"


def bin_of(text: str, bins: Mapping[str, Bin]) -> str | None:
    """The class that a number falls in; None for no number or one in a gap between the report's classes.

    Where two classes share an end point, the lower one takes it.
    """
    number = parse_number(text)
    if number is None:
        return None
    inside = (
        name for name, one in bins.items() if one.low <= number and (one.high is None or number <= one.high)
    )
    return next(inside, None)


def _labels(code: str, item: Item, figure: Figure, model: Model, t: Translator) -> dict[str, str]:
    """Alternatives or classes in the report's order, with "not known" where the report counts it."""
    if item.bins:
        labels = {name: t.pick(one.text) for name, one in item.bins.items()}
    else:
        labels = {name: t.pick(text) for name, text in model.alternatives(code).items()}
    if UNKNOWN in figure.counts and UNKNOWN not in labels:
        labels[UNKNOWN] = t.pick(model.survey.special["do_not_know"])
    return labels


def _own(text: str, item: Item) -> set[str]:
    if item.kind == "multi":
        return set(filter(None, (part.strip() for part in text.split(SEPARATOR))))
    found = bin_of(text, item.bins) if item.bins else None
    return {found or text} - {""}


def _known(
    rule: KnownRule, answers: Mapping[str, str], model: Model, figures: Figures, t: Translator
) -> Spread | None:
    base = figures.get(rule.base_question) if rule.base_question else None
    bars = []
    for code in rule.items:
        item = model.items[code]
        figure = figures.get(item.place.question or "")
        if figure is None or figure.n is None:
            return None
        count = figure.n - (figure.counts.get(UNKNOWN) or 0)
        own = parse_number(answers.get(code, "")) is not None
        bars.append(Bar(t(f"charts.known.{code}"), count, "", own))
    return Spread(tuple(bars), base.n if base else None, "all", "known")


def _fields(
    rule: DemandedRule, answers: Mapping[str, str], model: Model, figures: Figures, t: Translator
) -> Spread | None:
    """The stand-in fields: how many offices have each, or have it at the rule's step or higher."""
    participation = figures.get("56")
    if participation is None:
        return None
    ladder = model.method.ladder_item
    bars = []
    for field in model.method.stand_in_fields:
        figure = figures.get(model.items[ladder].place.question or "", part=field)
        steps = [figure.counts.get(str(step)) or 0 for step in range(rule.from_step, 7)] if figure else []
        count = participation.counts.get(field) if rule.from_step == 1 else sum(steps)
        own = _step(answers.get(f"{ladder}.{field}", "")) >= rule.from_step
        bars.append(Bar(t.pick(model.fields[field].title), count, "", own))
    return Spread(tuple(bars), participation.n, "all", "fields")


def _step(text: str) -> int:
    """The step as a number; 0 for not offered or not answered."""
    return int(text) if text.isdigit() else 0
