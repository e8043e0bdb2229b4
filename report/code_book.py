"""The code book: what every column of a table of answers asks, takes and is used for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from report.places import place_text
from scoring.answers import NUMERIC
from scoring.counties import counties
from scoring.encode import NAME_LENGTH, OFFICE, all_columns
from scoring.facts import COLUMNS, COUNTY, INHABITANTS, MOST_INHABITANTS, MOST_TAGS, SEPARATOR, TAG_LENGTH
from scoring.labels import FACT_TEXTS
from scoring.rule_checks import rule_items

if TYPE_CHECKING:
    from i18n import Translator
    from scoring.model import Model
    from scoring.model_types import Item

HEADING: Final = (
    "column",
    "section",
    "question",
    "help",
    "kind",
    "answers",
    "indicators",
    "criteria",
    "place",
)


def code_book(model: Model, t: Translator) -> pd.DataFrame:
    """What each column of a table of answers means.

    Args:
        model: The model.
        t: The language.

    Returns:
        A row for each of ``all_columns``, texts: section, question, help, kind, allowed answers, the
        indicators and criteria that it feeds (empty for context), and the place in the report that it
        or, for a question of our own, its demand comes from.
    """
    heading = [t(f"cli.column.{name}") for name in HEADING]
    return pd.DataFrame(
        [_row(column, model, t) for column in all_columns(model)], columns=heading, dtype="string"
    )


def _row(column: str, model: Model, t: Translator) -> list[str]:
    if column == OFFICE:
        answers = t("cli.answers.name", longest=t.number(NAME_LENGTH))
        return [column, "", t("cli.office"), "", t("cli.kind.name"), answers, "", "", ""]
    if column in COLUMNS:
        kind = t(f"cli.kind.{column}")
        return [
            column,
            "",
            t.pick(FACT_TEXTS[column]),
            t("cli.fact_help"),
            kind,
            _facts(column, t),
            "",
            "",
            "",
        ]
    code, _, field = column.partition(".")
    item = model.items[code]
    question = t.pick(item.text)
    if field:
        question = f"{question} {t.pick(model.fields[field].title)}"
    section = t.pick(model.survey.sections[item.section].title)
    return [
        column,
        section,
        question,
        t.pick(item.help),
        t(f"cli.kind.{item.kind}"),
        _answers(code, item, model, t),
        *_use(code, model, t),
        place_text(item.place, t),
    ]


def _facts(column: str, t: Translator) -> str:
    if column == COUNTY:
        return "; ".join(f"{one.number} = {one.name}" for one in counties().values())
    if column == INHABITANTS:
        return t("cli.answers.range", low=t.number(0), high=t.number(MOST_INHABITANTS))
    return t("cli.answers.tags", sign=SEPARATOR, most=t.number(MOST_TAGS), longest=t.number(TAG_LENGTH))


def _use(code: str, model: Model, t: Translator) -> tuple[str, str]:
    """The indicators that an item feeds, and their criteria."""
    fed = [one for one, each in model.indicators.items() if code in rule_items(each.rule, model.method)]
    criteria = [model.criteria[name] for name in dict.fromkeys(model.criterion_of[one] for one in fed)]
    indicators = [t.pick(model.indicators[one].title) for one in fed]
    return "; ".join(indicators), "; ".join(f"{one.number} {t.pick(one.title)}" for one in criteria)


def _answers(code: str, item: Item, model: Model, t: Translator) -> str:
    words = {} if item.kind in NUMERIC else {w: t.pick(text) for w, text in model.alternatives(code).items()}
    for word, text in model.survey.special.items():
        if getattr(item, word):
            words.setdefault(word, t.pick(text))
    listed = "; ".join(f"{word} = {text}" for word, text in words.items())
    if item.kind in NUMERIC:
        return "; ".join(filter(None, [_numbers(item, t), listed]))
    return f"{t('cli.answers.several', sign='|')} {listed}" if item.kind == "multi" else listed


def _numbers(item: Item, t: Translator) -> str:
    if item.unit == "year":
        low, high = f"{item.minimum:.0f}", f"{item.maximum:.0f}"
    else:
        low, high = (_number(end, t) for end in (item.minimum or 0.0, item.maximum))
    return t("cli.answers.range", low=low, high=high) if high else t("cli.answers.least", low=low)


def _number(end: float | None, t: Translator) -> str:
    return "" if end is None else t.number(end, 0 if end == int(end) else 1)
