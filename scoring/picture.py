"""The national picture: how many gave an answer, counted from the figures and never typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from scoring.figures import Figure, Figures
    from scoring.model import Model
    from scoring.picture_types import Fact

Unit = Literal["offices", "municipalities", "answers"]

OFFICES = ("all", "osk", "ksk", "not_stated")
"""The populations that are made up of offices; the others are municipalities."""


@dataclass(frozen=True)
class Tally:
    """``count`` of ``n`` gave the answers of a fact.

    Args:
        unit: What is counted; for the fields of the ladder, answers.
    """

    count: int
    n: int
    unit: Unit

    @property
    def share(self) -> float:
        """The share, 0-1."""
        return self.count / self.n


def tally(fact: Fact, model: Model, figures: Figures) -> Tally | None:
    """Counts a fact.

    Returns:
        The tally, or None where the report prints too little.
    """
    if model.items[fact.item].kind == "ladder":
        return _ladder(fact, model, figures)
    found = main_figure(model.items[fact.item].place.question or "", figures)
    base = main_figure(model.items[fact.base or fact.item].place.question or "", figures)
    if found is None or base is None or base[1].n is None:
        return None
    count = _count(fact.answers, found[1])
    unit: Unit = "offices" if found[0] in OFFICES else "municipalities"
    return None if count is None else Tally(count, base[1].n, unit)


def populations(question: str, figures: Figures) -> list[str]:
    """The populations for which the report has a question; ``all`` first."""
    known = figures.populations(question)
    return sorted(known, key=lambda one: (one not in OFFICES, known.index(one)))


def main_figure(question: str, figures: Figures) -> tuple[str, Figure] | None:
    """The first population of a question with its figure, or None where the report has none."""
    for population in populations(question, figures):
        figure = figures.get(question, population=population)
        if figure is not None:
            return population, figure
    return None


def ladder_figure(field: str, model: Model, figures: Figures) -> Figure | None:
    """The six steps of one field, whoever answered; None where the report has no ladder for it."""
    question = model.items[model.method.ladder_item].place.question or ""
    return figures.get(question, part=field) or figures.get(question, part=field, population="not_stated")


def _ladder(fact: Fact, model: Model, figures: Figures) -> Tally | None:
    found = [ladder_figure(field, model, figures) for field in fact.fields or model.fields]
    known = [figure for figure in found if figure is not None and figure.n]
    counts = [_count(fact.answers, figure) for figure in known]
    if not known or None in counts:
        return None
    return Tally(sum(filter(None, counts)), sum(figure.n or 0 for figure in known), "answers")


def _count(answers: list[str], figure: Figure) -> int | None:
    """All the answers together; None where one of them is not known."""
    counts = [figure.counts.get(answer) for answer in answers]
    known = [count for count in counts if count is not None]
    return sum(known) if len(known) == len(counts) else None
