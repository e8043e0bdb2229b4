"""The form: its sections, the columns that each fills, and how far a person has come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from scoring.rule_types import AnswersRule, KnownRule, PerRule, ShareRule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from i18n import Translator
    from scoring import Assessment, Model
    from scoring.model_types import Section


SHORT = "short"
"""The short form's name in the address; no section of the model is called so."""


@dataclass(frozen=True)
class Progress:
    """How many of the asked cells hold an answer; "do not know" and "does not apply" are answers."""

    answered: int
    asked: int

    @property
    def done(self) -> bool:
        """Whether nothing is left."""
        return self.answered == self.asked


def sections(model: Model) -> dict[str, Section]:
    """The sections of the form in order: those with questions, and the criteria without any."""
    used = {item.section for item in model.asked.values()} | set(model.criteria)
    return {code: section for code, section in model.survey.sections.items() if code in used}


def title(model: Model, section: str, t: Translator) -> str:
    """A section's name; a criterion's begins with its number. The short form has a name too."""
    if section == SHORT:
        return t("short.title")
    name = t.pick(model.survey.sections[section].title)
    return f"{model.criteria[section].number}. {name}" if section in model.criteria else name


def items(model: Model, section: str) -> list[str]:
    """The items that are asked in a section."""
    return [code for code, item in model.asked.items() if item.section == section]


def columns(model: Model, item: str) -> list[str]:
    """The columns that hold an item's answer: one, or one for each field of the ladder."""
    return [f"{item}.{field}" for field in model.fields] if model.items[item].kind == "ladder" else [item]


def progress(model: Model, assessment: Assessment, section: str | None = None) -> Progress:
    """How far a section has come, or the whole form."""
    codes = list(model.asked) if section is None else items(model, section)
    return progress_in([column for code in codes for column in columns(model, code)], assessment)


def progress_in(asked: Sequence[str], assessment: Assessment) -> Progress:
    """How many of these columns hold an answer."""
    return Progress(sum(bool(assessment.answers.get(column)) for column in asked), len(asked))


def first_open(model: Model, assessment: Assessment) -> str | None:
    """The first section with something left to answer, or None."""
    return next((code for code in sections(model) if not progress(model, assessment, code).done), None)


def neighbours(model: Model, section: str) -> tuple[str | None, str | None]:
    """The sections before and after."""
    order = [None, *sections(model), None]
    place = order.index(section)
    return order[place - 1], order[place + 1]


def scored_items(model: Model) -> set[str]:
    """The items whose answers can give points; the others are only compared."""
    found = {model.method.ladder_item, model.method.demanded_item}
    for indicator in model.indicators.values():
        match indicator.rule:
            case AnswersRule(item=item) | ShareRule(item=item) | PerRule(item=item):
                found.add(item)
            case KnownRule(items=several):
                found.update(several)
    return found
