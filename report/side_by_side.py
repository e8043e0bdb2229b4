"""Offices beside each other with all that a report about them tells: numbers and codes, no layout."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

import numpy as np

from i18n.alphabet import name_key
from report.cleaning import REPLACEMENT, clean_text
from report.content_case import level_mark
from scoring.comparison import compare
from scoring.ranks import rank_uncertainty
from scoring.rating import rate
from scoring.shared import shared_measures

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Mapping

    import pandas as pd

    from i18n import Translator
    from report.content_types import LevelMark
    from scoring.answers import Answers
    from scoring.figures import Figures
    from scoring.model import Model
    from scoring.nation import Nation
    from scoring.ranks import RankUncertainty
    from scoring.rating import Rating
    from scoring.shared import SharedMeasures

NAME, TAIL = 90, 9
"""Characters of an office's name that a table has room for, and how many of them are its last ones."""

BEST: Final = 5
"""Among how many best an office is counted."""

MOST: Final = 2_000
"""So many offices a report takes: some seventy pages, and their measures some four seconds."""

MANY: Final = 60
"""With more offices than this the heat map alone lists all of them (decision 19)."""

FIRST: Final = 20
"""How many the other parts list then."""


@dataclass(frozen=True)
class About:
    """What is said of a comparison as a whole.

    Args:
        date: The day of the report.
        filters: What the offices were chosen by, each in words; empty where they are all there are.
        weights: Criterion -> own weight for the ranks; None for the model's.
        hidden: Whether aliases stand for names.
        examples: The names, as they are shown, of made-up offices.
    """

    date: dt.date
    filters: tuple[str, ...] = ()
    weights: Mapping[str, float] | None = None
    hidden: bool = False
    examples: Collection[str] = frozenset()


@dataclass(frozen=True)
class SideBySide:
    """The offices, rated together, in one language.

    Args:
        answers: The offices, called as they are to be shown: two or more, no two alike.
        about: What is said of them as a whole.
    """

    answers: Answers
    model: Model
    nation: Nation
    figures: Figures
    t: Translator
    about: About

    @cached_property
    def numbered(self) -> Answers:
        """The same offices, each called by its row: two names can be printed alike."""
        return replace(
            self.answers, offices=np.array([str(row) for row in range(len(self.answers))], dtype=object)
        )

    @cached_property
    def rating(self) -> Rating:
        """All of them, rated in one go and called by their rows."""
        return rate(self.numbered, model=self.model)

    @cached_property
    def ranks(self) -> RankUncertainty:
        """Their ranks by the weights in use."""
        return rank_uncertainty(self.rating, weights=self.about.weights)

    @cached_property
    def like(self) -> pd.DataFrame:
        """Their scores on what the nation was asked: offices x criteria with a figure, then the total."""
        return compare(self.rating, self.nation).score

    @cached_property
    def shared(self) -> SharedMeasures:
        """The measures that they want."""
        return shared_measures(self.numbered, model=self.model)

    @cached_property
    def order(self) -> list[int]:
        """Rows, best first; those of one rank by name, and those without a rank last."""
        ranks = self.ranks.table["rank"].to_numpy(dtype=float, na_value=np.inf)
        return sorted(range(len(ranks)), key=lambda row: (ranks[row], name_key(self.names[row])))

    @cached_property
    def names(self) -> list[str]:
        """What each office is called, in the order of the rows, in characters that can be printed."""
        return [shown_name(str(office)) for office in self.answers.offices]

    @property
    def listed(self) -> list[int]:
        """The rows that every part lists: all in their order, or the first of many."""
        return self.order if len(self.order) <= MANY else self.order[:FIRST]

    @property
    def ranked(self) -> int:
        """How many have a rank."""
        return int(self.ranks.table["rank"].notna().sum())

    def criterion(self, code: str) -> str:
        """A criterion's number and short name."""
        one = self.model.criteria[code]
        return f"{one.number} {self.t.pick(one.short)}"

    def mark(self, place: int) -> LevelMark | None:
        """A level by its place in the model; None where not rated."""
        return None if place < 0 else level_mark(list(self.model.method.levels)[place], self.model, self.t)

    def number(self, value: float, decimals: int = 0) -> str:
        """A number, or a dash where there is none."""
        return "–" if np.isnan(value) else self.t.number(value, decimals)

    def span(self, low: float, high: float) -> str:
        """From which number to which; one number where both are written the same, a dash where none is."""
        if np.isnan(low) or np.isnan(high):
            return "–"
        return "–".join(dict.fromkeys((self.t.number(low), self.t.number(high))))


def shown_name(name: str) -> str:
    """A name that can be printed, short enough for a table; its end stays, for it may tell two apart."""
    plain = clean_text(name) or REPLACEMENT
    return plain if len(plain) <= NAME else f"{plain[: NAME - TAIL - 1].rstrip()}…{plain[-TAIL:]}"
