"""Every figure of the survey: what it is called, where it belongs, and how to find it by words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from report.places import place_text
from scoring.model_types import Place
from scoring.picture import OFFICES, main_figure
from ui.charts.nation import Row

if TYPE_CHECKING:
    from collections.abc import Iterable

    from i18n import Translator
    from scoring import Figures, Model
    from scoring.figures import Figure
    from scoring.model_types import Item

OWN_TITLES = ("56", "57")
"""Questions about which fields take part: the form asks them with the ladder, so no item is theirs."""

LADDER, LONG = "58-79", 3
"""The block of the ladder; from how many digits a number may also be a year or an amount."""

_SOURCE = re.compile(r"section (?P<section>[\d.]+)(?:, (?:table (?P<table>\d+)|figure (?P<figure>\d+)))?")
_PHRASE = re.compile(r"phrase only: ([^;]+)")


@dataclass(frozen=True)
class Entry:
    """One question of the survey.

    Args:
        question: Its number as the report has it: "38", "58-79".
        item: The code of the survey item, or an empty text.
        section: The part of the form where it belongs.
        title: The question in words.
        words: Everything that it can be found by, in lower case.
    """

    question: str
    item: str
    section: str
    title: str
    words: str

    def numbers(self) -> range:
        """The numbers of the questions that it covers."""
        low, _, high = self.question.partition("-")
        return range(int(low), int(high or low) + 1)


def entries(model: Model, figures: Figures, t: Translator) -> dict[str, Entry]:
    """Every question with a figure, in the order of the survey."""
    items = {item.place.question: code for code, item in model.items.items() if item.place.question}
    questions = dict.fromkeys(question for question, _, _ in figures.table)
    return {question: _entry(question, items.get(question, ""), model, figures, t) for question in questions}


def search(found: Iterable[Entry], text: str, section: str | None) -> list[Entry]:
    """The entries of a section that hold every word of ``text``; a number is a question's."""
    words = text.casefold().split()
    in_section = [one for one in found if section in {None, one.section}]
    return [one for one in in_section if all(_holds(one, word) for word in words)]


def figure_rows(entry: Entry, population: str, *, model: Model, figures: Figures, t: Translator) -> list[Row]:
    """The alternatives of a figure in one population; those of several answers as printed."""
    figure = figures.get(entry.question, population=population)
    if figure is None:
        return []
    labels = _labels(entry, figure, model, t)
    return [
        Row(
            label,
            figure.counts.get(name),
            figure.percents.get(name, ""),
            _phrase(figure, name, t),
            figure.derived.get(name, ""),
        )
        for name, label in labels.items()
    ]


def several(entry: Entry, model: Model) -> bool:
    """Whether one office could give several answers."""
    return entry.question in OWN_TITLES or model.items[entry.item].kind == "multi"


def unit(population: str) -> str:
    """What is counted: ``offices`` or ``municipalities``."""
    return "offices" if population in OFFICES else "municipalities"


def base_words(population: str, n: int | None, t: Translator) -> str:
    """Who answered, and how many, as a sentence."""
    return t("nation.base.unknown") if n is None else t(f"nation.base.{population}", n=t.number(n))


def place(entry: Entry, population: str, *, model: Model, figures: Figures) -> Place:
    """Where the figure of a population is printed."""
    figure = figures.get(entry.question, population=population)
    match = _SOURCE.match(figure.source) if figure else None
    if match is None:
        return model.items[entry.item].place
    table, number = match["table"], match["figure"]
    return Place(
        section=match["section"],
        question=entry.question,
        table=int(table) if table else None,
        figure=int(number) if number else None,
    )


# ------------------------------------------------------------------ parts of an entry
def _entry(question: str, item: str, model: Model, figures: Figures, t: Translator) -> Entry:
    own = question in OWN_TITLES
    title = t(f"nation.question.{question}") if own else t.pick(model.items[item].text)
    section = model.items[item or model.method.ladder_item].section
    entry = Entry(question, item, section, title, "")
    main = main_figure(question, figures)
    labels = _labels(entry, main[1], model, t).values() if main else []
    place_words = place_text(place(entry, main[0] if main else "all", model=model, figures=figures), t)
    parts = [title, t.pick(model.survey.sections[section].title), place_words, *labels]
    return Entry(question, item, section, title, " ".join(parts).casefold())


def _holds(entry: Entry, word: str) -> bool:
    if not word.isdigit():
        return word in entry.words
    return int(word) in entry.numbers() or (len(word) >= LONG and word in entry.words)


def _labels(entry: Entry, figure: Figure, model: Model, t: Translator) -> dict[str, str]:
    """Alternative -> words: all that the question has, then what the report adds to them."""
    if entry.question in OWN_TITLES or several(entry, model):
        known = model.alternatives(entry.item) if entry.item else {}
        fields = {code: field.title for code, field in model.fields.items()}
        return {name: t.pick({**fields, **known}[name]) for name in figure.counts}
    item = model.items[entry.item]
    labels = _item_labels(entry.item, item, model, t)
    extra = [name for name in figure.counts if name not in labels]
    return labels | {name: _extra(name, model, t) for name in extra}


def _item_labels(code: str, item: Item, model: Model, t: Translator) -> dict[str, str]:
    if item.bins:
        return {name: t.pick(one.text) for name, one in item.bins.items()}
    return {name: t.pick(text) for name, text in model.alternatives(code).items()}


def _extra(name: str, model: Model, t: Translator) -> str:
    if name == "do_not_know":
        return t.pick(model.survey.special["do_not_know"])
    return t(f"nation.answer.{name}")


def _phrase(figure: Figure, name: str, t: Translator) -> str:
    match = _PHRASE.match(figure.notes.get(name, ""))
    return t("nation.phrase." + match[1].replace(" ", "_").replace("-", "_")) if match else ""
