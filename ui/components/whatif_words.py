"""Changes in words: of answers (what is asked, what is answered now, what is tried) and of scores."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from report.answer_words import item_answer
from scoring import Assessment
from scoring.rule_types import KnownRule, ShareRule
from ui.components.scorecard_words import number_words, signed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from i18n import Translator
    from report.scorecard import Score
    from scoring import Model


SMALLEST: Final = 0.05
"""Points; a smaller change would be shown as none."""


# ------------------------------------------------------------------ scores
def changed(now: Score, then: Score) -> bool:
    """Whether the score is another, as far as it shows."""
    if now.score is None or then.score is None:
        return now.score is not then.score
    return abs(then.score - now.score) >= SMALLEST


def shift_words(now: Score, then: Score, t: Translator) -> str:
    """Both scores, or the one that stays as it is."""
    before, after = (number_words(score, t) for score in (now, then))
    return t("try_out.from_to", before=before, after=after) if changed(now, then) else after


def change_words(now: Score, then: Score, t: Translator) -> str:
    """The difference with its sign; in words where a score comes or goes."""
    if not changed(now, then):
        return t.number(0)
    if now.score is None or then.score is None:
        return t("try_out.now_rated" if now.score is None else "try_out.no_longer_rated")
    return signed(then.score - now.score, t, 1)


# ------------------------------------------------------------------ answers
def change_lines(
    changes: Mapping[str, str], real: Mapping[str, str], *, model: Model, t: Translator
) -> dict[str, list[str]]:
    """A line for each change; fields of the service ladder that take the same step share one.

    Args:
        changes: Column -> tried text.
        real: The real answers, column -> text.
        model: Gives the words.
        t: The language.

    Returns:
        The line -> the columns that it is about.
    """
    return _lines(changes, real, lambda column: _tried(column, changes, model, t), model=model, t=t)


def answer_lines(
    changes: Mapping[str, str], earlier: Mapping[str, str], *, model: Model, t: Translator
) -> dict[str, list[str]]:
    """The same for answers that were given, not tried: every number is one that the office knows."""
    return _lines(
        changes, earlier, lambda column: _answer(column, changes[column], model, t), model=model, t=t
    )


def _lines(
    changes: Mapping[str, str],
    real: Mapping[str, str],
    after: Callable[[str], str],
    *,
    model: Model,
    t: Translator,
) -> dict[str, list[str]]:
    lines = {}
    for columns in _alike(changes, real, model):
        before = _answer(columns[0], real.get(columns[0], ""), model, t)
        what = _what(columns, model, t)
        lines[t("try_out.change_line", what=what, before=before, after=after(columns[0]))] = columns
    return lines


def _tried(column: str, changes: Mapping[str, str], model: Model, t: Translator) -> str:
    answer = _answer(column, changes[column], model, t)
    return t("try_out.stand_in", answer=answer) if stands_in(column, changes, model) else answer


def stands_in(column: str, changes: Mapping[str, str], model: Model) -> bool:
    """Whether a number of which only the knowing counts is tried."""
    rules = [one.rule for one in model.indicators.values()]
    shares = {rule.item for rule in rules if isinstance(rule, ShareRule)}
    known = {item for rule in rules if isinstance(rule, KnownRule) for item in rule.items}
    return column in known - shares and changes.get(column, "")[:1].isdigit()


def _alike(changes: Mapping[str, str], real: Mapping[str, str], model: Model) -> Iterable[list[str]]:
    groups: dict[tuple[str, ...], list[str]] = {}
    for column, text in changes.items():
        same = ("", real.get(column, ""), text) if _field(column, model) else (column,)
        groups.setdefault(same, []).append(column)
    return groups.values()


def _what(columns: list[str], model: Model, t: Translator) -> str:
    fields = [field for column in columns if (field := _field(column, model))]
    if not fields:
        return t.pick(model.items[columns[0]].text)
    names = [t.pick(model.fields[field].title) for field in fields]
    return t("try_out.ladder_fields", fields=t.listing(names))


def _answer(column: str, text: str, model: Model, t: Translator) -> str:
    if text and _field(column, model):
        words = t.pick(next(texts for step, texts in model.service.steps.items() if step == text))
        return t("try_out.step", step=text, words=words) if text.isdigit() else words
    if _field(column, model):
        return t("report.answer.none")
    return item_answer(column, assessment=Assessment("", {column: text}), model=model, t=t)


def _field(column: str, model: Model) -> str | None:
    """The field of the service ladder that a column is about."""
    item, _, field = column.partition(".")
    return field if item == model.method.ladder_item and field else None
