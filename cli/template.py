"""`tikamp template`: a blank form, and what its columns mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from cli.deliver import hand_over
from cli.guard import UseError
from report.answer_form import answer_form
from report.ratings_table import table_bytes
from scoring import columns_of, load_model
from scoring.answers import NUMERIC
from scoring.encode import NAME_LENGTH, OFFICE

if TYPE_CHECKING:
    from pathlib import Path

    from i18n import Translator
    from scoring import Model
    from scoring.model_types import Item


def write_template(*, out: Path | None, explained: bool, t: Translator) -> None:
    """Writes the blank form, as a spreadsheet where the file's name ends so; or the table that explains it.

    Raises:
        UseError: The explanation is no spreadsheet.
        OSError: It cannot be written.
    """
    model = load_model()
    spreadsheet = out is not None and out.suffix.lower() == ".xlsx"
    if spreadsheet and explained:
        raise UseError(t("cli.explained_in_form"))
    if spreadsheet:
        hand_over(answer_form(model, t), out=out, t=t)
        return
    table = explanation(model, t) if explained else pd.DataFrame(columns=columns_of(model))
    hand_over(table_bytes(table, "csv"), out=out, t=t)


def explanation(model: Model, t: Translator) -> pd.DataFrame:
    """A row for each column of the form, in one language: section, question, help, kind, answers."""
    heading = [
        t(f"cli.column.{name}") for name in ("column", "section", "question", "help", "kind", "answers")
    ]
    return pd.DataFrame(
        [_row(column, model, t) for column in columns_of(model)], columns=heading, dtype="string"
    )


def _row(column: str, model: Model, t: Translator) -> list[str]:
    if column == OFFICE:
        answers = t("cli.answers.name", longest=t.number(NAME_LENGTH))
        return [column, "", t("cli.office"), "", t("cli.kind.name"), answers]
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
    ]


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
