"""What one person tries beside the real answers: a sandbox for each office that is shown."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from scoring.what_if import in_place
from ui import resources, shown, state
from ui.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scoring import Assessment
    from ui.shown import Shown

_TRIALS = "trials"
"""Remembers for each office (see ``Sandbox.place``) what is tried."""

_Held = tuple[dict[str, str], dict[str, tuple[str, ...]]]


@dataclass(frozen=True)
class Sandbox:
    """The answers being tried beside those of one office.

    Args:
        shown: The office with its real answers, or an example's; the sandbox never changes them.
        changes: Column -> tried text, only where it differs; empty where the answer is taken away.
        measures: Measures put in place as a whole -> the columns that each decides.
    """

    shown: Shown
    changes: Mapping[str, str]
    measures: Mapping[str, tuple[str, ...]]

    @property
    def base(self) -> Assessment:
        """The answers that the changes stand beside."""
        return self.shown.assessment

    @cached_property
    def assessment(self) -> Assessment:
        """The assessment as it would be with the changes."""
        answers = {**self.base.answers, **self.changes}
        return dataclasses.replace(
            self.base, answers={column: text for column, text in answers.items() if text}
        )

    @property
    def place(self) -> str:
        """What tells this office's sandbox from another's."""
        return f"{state.place()}.{self.shown.name}"

    @property
    def alone(self) -> dict[str, str]:
        """The changes that belong to no measure."""
        taken = {column for columns in self.measures.values() for column in columns}
        return {column: text for column, text in self.changes.items() if column not in taken}


def trial_sheet(box: Sandbox) -> Sheet:
    """The answers being tried; widgets on this sheet leave the real ones alone."""
    return Sheet(f"trial.{box.place}.", lambda: sandbox().assessment.answers, try_answers)


def sandbox() -> Sandbox:
    """What is tried for the office that is shown (see ``shown``)."""
    found = shown.shown()
    empty = Sandbox(found, {}, {})
    changes, measures = _trials().get(empty.place, ({}, {}))
    real = found.assessment.answers
    changes = {column: text for column, text in changes.items() if real.get(column, "") != text}
    measures = {code: columns for code, columns in measures.items() if changes.keys() & set(columns)}
    return Sandbox(found, changes, measures)


def set_trial(column: str, text: str) -> None:
    """Tries an answer; an empty text tries it without."""
    try_answers({column: text})


def try_answers(texts: Mapping[str, str]) -> None:
    """Tries several answers, column -> text; a measure that needed another is no longer whole."""
    box = sandbox()
    whole = {code: columns for code, columns in box.measures.items() if not texts.keys() & set(columns)}
    _keep(box, {**box.changes, **texts}, whole)


def try_measure(code: str) -> None:
    """Puts all of a measure in place, beside what is tried already."""
    box, model = sandbox(), resources.model()
    changes = in_place(code, box.assessment.answers, model=model)
    columns = {**in_place(code, box.base.answers, model=model), **changes}
    _keep(box, {**box.changes, **changes}, {**box.measures, code: tuple(columns)})
    _renew(box, *changes)


def undo_measure(code: str) -> None:
    """Takes a measure back, but for what another one needs as well."""
    box = sandbox()
    rest = {other: columns for other, columns in box.measures.items() if other != code}
    needed = {column for columns in rest.values() for column in columns}
    gone = set(box.measures.get(code, ())) - needed
    _keep(box, {column: text for column, text in box.changes.items() if column not in gone}, rest)
    _renew(box, *gone)


def undo_trial(*columns: str) -> None:
    """Puts the real answers back in some columns."""
    box = sandbox()
    try_answers({column: box.base.answers.get(column, "") for column in columns})
    _renew(box, *columns)


def reset_trial() -> None:
    """Puts all the real answers back."""
    box = sandbox()
    _keep(box, {}, {})
    _renew(box, *box.changes)


def _keep(box: Sandbox, changes: Mapping[str, str], measures: Mapping[str, tuple[str, ...]]) -> None:
    state.remember(_TRIALS, {**_trials(), box.place: (dict(changes), dict(measures))})


def _renew(box: Sandbox, *columns: str) -> None:
    trial_sheet(box).renew(*columns, *(f"{column}.special" for column in columns))


def _trials() -> dict[str, _Held]:
    return state.recall(_TRIALS) or {}
