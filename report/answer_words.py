"""What an office answered, in words: "Partly", "NOK 1,250,000", "3 of 5 fields", "Not answered"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.encode import SEPARATOR
from scoring.numbers import parse_number
from scoring.outcomes import Outcome
from scoring.rule_types import AnswersRule, DemandedRule, KnownRule, PerRule, ShareRule, UpToRule

if TYPE_CHECKING:
    from i18n import Translator
    from scoring.assessment import Assessment
    from scoring.model import Model
    from scoring.model_types import Indicator, Texts


def indicator_answer(
    indicator: Indicator, outcome: Outcome, *, assessment: Assessment, model: Model, t: Translator
) -> str:
    """The answer or answers behind one indicator.

    Args:
        indicator: The indicator.
        outcome: What became of it.
        assessment: The office's answers, checked.
        model: The model.
        t: The language.

    Returns:
        A phrase for a table cell, never empty. A blank is "not answered", never "no".
    """
    if outcome == Outcome.DOES_NOT_APPLY:
        return t.pick(model.survey.special["does_not_apply"])
    words = _Words(assessment, model, t)
    answer = words.of(indicator)
    return t("report.answer.not_scored", answer=answer) if outcome == Outcome.NOT_SCORED else answer


def item_answer(code: str, *, assessment: Assessment, model: Model, t: Translator) -> str:
    """One survey item's answer in words."""
    return _Words(assessment, model, t).item(code)


class _Words:
    """Words for one office's answers."""

    def __init__(self, assessment: Assessment, model: Model, t: Translator) -> None:
        self.answers, self.model, self.t = assessment.answers, model, t
        ladder = model.method.ladder_item
        self.steps = {field: self._text(f"{ladder}.{field}") for field in model.fields}

    def of(self, indicator: Indicator) -> str:
        match indicator.rule:
            case AnswersRule(item=item) | ShareRule(item=item) | KnownRule(items=[item]):
                return self.item(item)
            case KnownRule(items=items):
                return self._known(items)
            case DemandedRule() as rule:
                return self._demanded(rule)
            case UpToRule() as rule:
                return self._up_to(rule)
            case PerRule() as rule:
                return self._per(rule)

    def item(self, code: str) -> str:
        text = self._text(code)
        if not text:
            return self.t("report.answer.none")
        alternatives = self.model.alternatives(code)
        if self.model.items[code].kind == "multi":
            return self.t.listing([self.t.pick(alternatives[one.strip()]) for one in text.split(SEPARATOR)])
        words: dict[str, Texts] = dict(self.model.survey.special.items()) | alternatives
        if text in words:
            return self.t.pick(words[text])
        return self._number(code, parse_number(text) or 0.0)

    def _text(self, column: str) -> str:
        return self.answers.get(column, "").strip()

    def _number(self, code: str, number: float) -> str:
        unit = self.model.items[code].unit
        if unit == "year":
            return f"{number:.0f}"
        if unit == "percent":
            return self.t.percent(number / 100, _decimals(number))
        written = self.t.number(number, _decimals(number))
        key = f"report.unit.{unit}"
        return self.t(key, number=written) if self.t.has(key) else written

    def _known(self, items: list[str]) -> str:
        texts = [self._text(item) for item in items]
        if not any(texts):
            return self.t("report.answer.none")
        known = [text for text in texts if text and text not in self.model.survey.special]
        answer = self.t.plural("report.answer.known", len(items), known=self.t.number(len(known)))
        blank = texts.count("")
        return self.t("report.answer.blanks", answer=answer, number=self.t.number(blank)) if blank else answer

    def _demanded(self, rule: DemandedRule) -> str:
        marked = self._text(self.model.method.demanded_item)
        fields = (
            [one.strip() for one in marked.split(SEPARATOR)] if marked else self.model.method.stand_in_fields
        )
        steps = [self.steps[field] for field in fields]
        if not all(steps):
            return self._unfinished(steps)
        reached = sum(step.isdigit() and int(step) >= rule.from_step for step in steps)
        key = "report.answer.offered" if rule.from_step == 1 else "report.answer.reached"
        answer = self.t.plural(key, len(fields), number=self.t.number(reached), step=rule.from_step)
        return answer if marked else self.t("report.answer.stand_in", answer=answer)

    def _up_to(self, rule: UpToRule) -> str:
        steps = list(self.steps.values())
        if not all(steps):
            return self._unfinished(steps)
        offered = [int(step) for step in steps if step.isdigit()]
        number = self.t.number(sum(step <= rule.up_to_step for step in offered))
        return self.t.plural("report.answer.up_to", len(offered), number=number, step=rule.up_to_step)

    def _per(self, rule: PerRule) -> str:
        steps = list(self.steps.values())
        number = self._text(rule.item)
        if not all(steps):
            return self._unfinished(steps)
        if not number:
            return self.t("report.answer.unknown_unit")
        offered = sum(step.isdigit() for step in steps)
        return self.t.plural("report.answer.per", offered, number=self.item(rule.item).lower())

    def _unfinished(self, steps: list[str]) -> str:
        """How far the service ladder is filled in; nothing is said about the fields before it is whole."""
        answered = sum(map(bool, steps))
        if not answered:
            return self.t("report.answer.none")
        return self.t.plural("report.answer.fields", len(steps), number=self.t.number(answered))


def _decimals(number: float) -> int:
    """As many decimals as the number has, at most two."""
    return next((places for places in (0, 1) if round(number, places) == round(number, 2)), 2)
