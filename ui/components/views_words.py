"""A column of the form in words: its question, its part, and an answer to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report.answer_words import item_answer
from scoring import Assessment
from ui.components.answers import specials

if TYPE_CHECKING:
    from i18n import Translator
    from scoring import Model
    from scoring.model_types import Texts

_WORDS = frozenset({"three_point", "choice", "ladder"})


def item_of(column: str) -> str:
    """The item that a column belongs to; a field of the ladder belongs to the ladder."""
    return column.partition(".")[0]


def question_words(column: str, model: Model, t: Translator) -> str:
    """What is asked in one column."""
    item, _, field = column.partition(".")
    text = t.pick(model.items[item].text)
    return f"{t.pick(model.fields[field].title)}: {text}" if field else text


def choices(column: str, model: Model) -> dict[str, Texts] | None:
    """The answers to choose among, or None where the answer is a number or several marks."""
    item = model.items[item_of(column)]
    if item.kind not in _WORDS:
        return None
    if item.kind == "ladder":
        return {str(step): text for step, text in model.service.steps.items()}
    return {**model.alternatives(item_of(column)), **specials(item)}


def answer_words(column: str, answer: str, model: Model, t: Translator) -> str:
    """One answer in words; an empty one is "not answered"."""
    if "." in column and answer:
        return t.pick(next(text for step, text in model.service.steps.items() if step == answer))
    return item_answer(item_of(column), assessment=Assessment("", {column: answer}), model=model, t=t)
