"""Whether the store holds what people have said."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from storage import LOCAL, answers, open_store

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from benchmarks.load.people import FormPerson
    from storage import Store


def lost(file: Path, people: Iterable[FormPerson]) -> list[str]:
    """What was said and is not stored, or stored and was not said: of every question, every answer in order.

    Args:
        file: The SQLite database.
        people: Who said it.

    Returns:
        A line for each question of a person where the two differ.
    """
    with closing(open_store(f"sqlite:///{file}")) as store:
        return [line for one in people for line in _differences(one, _stored(store, one))]


def _stored(store: Store, person: FormPerson) -> list[tuple[str, str]]:
    found = answers.history(store, LOCAL, assessment_id=person.assessment) if person.said else []
    return [(one.column, one.text) for one in reversed(found)]


def _differences(person: FormPerson, stored: list[tuple[str, str]]) -> list[str]:
    said, kept = _by_column(person.said), _by_column(stored)
    return [
        f"{column}: said {said.get(column)}, stored {kept.get(column)}"
        for column in said.keys() | kept.keys()
        if said.get(column) != kept.get(column)
    ]


def _by_column(given: list[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for column, text in given:
        found.setdefault(column, []).append(text)
    return found
