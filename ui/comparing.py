"""The offices that a person compares: those of the store, those of files, or the examples.

An office is called by a short code everywhere but on the screen: in the tables of the engine, so that two
of one name are two, and in the address, so that a link tells no name.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final, Literal, TypeVar, cast

import numpy as np

from i18n.alphabet import name_key
from scoring import Assessment, FaultsError, encode, rate
from scoring.assessment import to_rows
from scoring.change import fits
from scoring.facts import no_facts
from scoring.groups import profiles
from scoring.ranks import rank_uncertainty
from scoring.weightings import draws_for
from storage import contents, offices
from ui import held_files, resources, state
from ui.who import actor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    import pandas as pd

    from scoring import Answers, Rating
    from scoring.facts import FactTable
    from scoring.ranks import RankUncertainty

Source = Literal["store", "file", "example"]
T = TypeVar("T")

LEAST: Final = 2
"""One office is not compared with anything."""

CODE_LENGTH: Final = 10
"""Signs of a code, 5 bits each: 10,000 offices have two with one code once in twenty million times."""

FROM, EXAMPLES = "from", "examples"
"""What the address says where the examples are compared."""

_KEPT = "compare.kept."


@dataclass(frozen=True)
class Office:
    """One office that is compared.

    Args:
        name: As people call it; empty where nobody has named it.
        source: Where it comes from.
        assessment: Its answers.
        place: The assessment's id in the store; empty elsewhere.
    """

    name: str
    source: Source
    assessment: Assessment
    place: str = ""

    @cached_property
    def code(self) -> str:
        """What it is called in tables and in the address; the same tomorrow."""
        told = f"{self.source}|{self.place or self.name}"
        digest = base64.b32encode(hashlib.sha256(told.encode()).digest()).decode()
        return digest[:CODE_LENGTH].lower()


@dataclass(frozen=True)
class LeftOut:
    """An office of the store that cannot be compared: it was assessed with another model."""

    name: str
    model: str


@dataclass(frozen=True)
class Group:
    """Offices beside each other, called by their codes.

    Args:
        answers: Checked.
        rating: All of them, rated in one go.
        key: What they are, to know them again.
    """

    answers: Answers
    rating: Rating
    key: object

    @property
    def codes(self) -> list[str]:
        """The offices in their order."""
        return [str(code) for code in self.answers.offices]

    @cached_property
    def profile(self) -> pd.DataFrame:
        """Offices x context items, county and inhabitants."""
        return profiles(self.answers, model=self.rating.model)

    @cached_property
    def facts(self) -> FactTable:
        """What is known of them beside their answers."""
        return self.answers.facts or no_facts(len(self.answers))

    def part(self, codes: Sequence[str]) -> Group:
        """Some of the offices, in the order that they have here."""
        rows = np.flatnonzero(np.isin(self.answers.offices.astype(str), list(codes)))
        answers = self.answers.part(rows)
        return Group(answers, rate(answers, model=self.rating.model), (self.key, tuple(codes)))

    def ranks(self, weights: Mapping[str, float] | None = None) -> RankUncertainty:
        """How sure the ranks among them are; of more than 2,000 offices, under fewer weightings."""
        key = (self.key, tuple(weights.items()) if weights else None)
        draws = draws_for(len(self.answers))
        return kept(
            "own_ranks" if weights else "ranks",
            key,
            lambda: rank_uncertainty(self.rating, weights=weights, draws=draws),
        )


@dataclass(frozen=True)
class Compared:
    """All that can be compared.

    Args:
        offices: Code -> office.
        group: The same offices, rated.
        left_out: Those that were assessed with another model.
    """

    offices: Mapping[str, Office]
    group: Group
    left_out: tuple[LeftOut, ...]


# ------------------------------------------------------------------ what is compared
def gather() -> tuple[list[Office], list[LeftOut]]:
    """The offices that this person may compare, by name: of the store and of files, or the examples alone.

    Raises:
        Unavailable: The store cannot be read.
    """
    if with_examples():
        return _by_name(Office(one.office, "example", one) for one in resources.examples()), []
    stored, left_out = _stored()
    return _by_name([*stored, *held_files.files()]), sorted(left_out, key=lambda one: name_key(one.name))


def _by_name(found: Iterable[Office]) -> list[Office]:
    return sorted(found, key=lambda one: (name_key(one.name), one.code))


def compared(found: Sequence[Office], left_out: Sequence[LeftOut]) -> Compared:
    """Rates offices in one go, or remembers it where nothing has changed.

    Args:
        found: At least one, each of whose answers fit the model.
        left_out: Those that are told beside them.
    """
    by_code = {one.code: one for one in found}
    key = tuple((code, one.assessment.fingerprint, one.assessment.facts) for code, one in by_code.items())
    group = kept("group", key, lambda: rated(by_code, key))
    return Compared(by_code, group, tuple(left_out))


def with_examples() -> bool:
    """Whether the example offices are compared, by the address."""
    return state.in_address(FROM, (EXAMPLES,)) is not None


def kept(name: str, key: object, make: Callable[[], T]) -> T:
    """What was made last under a name, for as long as it is made of the same."""
    held = state.recall(_KEPT + name)
    if held is None or held[0] != key:
        held = (key, make())
        state.remember(_KEPT + name, held)
    return cast("T", held[1])


def rated(by_code: Mapping[str, Office], key: object) -> Group:
    """Offices rated in one go.

    Args:
        by_code: Code -> office; at least one, each of whose answers fit the model.
        key: What they are, to know them again.
    """
    model = resources.model()
    rows = to_rows([replace(one.assessment, office=code) for code, one in by_code.items()])
    answers = encode(rows, model=model)
    return Group(answers, rate(answers, model=model), key)


def _stored() -> tuple[list[Office], list[LeftOut]]:
    """Each office of the store with its newest assessment, read only when one has changed."""
    version = resources.model().version
    newest = [(one, one.latest) for one in offices.to_compare(resources.store(), actor()) if one.latest]
    current = [one for _, one in newest if one.model_version == version]
    key = tuple((one.id, one.revision) for one in current)
    loaded = kept("stored", key, lambda: _load([one.id for one in current]))
    found = [
        Office(one.name, "store", replace(loaded[last.id], facts=one.facts), last.id)
        for one, last in newest
        if last.id in loaded
    ]
    return found, [LeftOut(one.name, last.model_version) for one, last in newest if last.id not in loaded]


def _load(ids: Sequence[str]) -> dict[str, Assessment]:
    """By id; an import can hold answers that the model of that version does not take."""
    model = resources.model()
    found = contents.of_assessments(resources.store(), actor(), assessment_ids=ids)
    try:
        encode(to_rows([replace(one, office=key) for key, one in found.items()]), model=model)
    except FaultsError:
        found = {key: one for key, one in found.items() if fits(one, model=model)}
    return found
