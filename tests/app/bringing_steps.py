"""Files of offices brought to their page, and what it shows of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from i18n import Language
    from tests.app.conftest import Person
    from ui import comparing

CONTACT = "Får hver bruker én fast person å forholde seg til helt til saken er avgjort?"
HELD = "memory.compare.files"
FAULTY: list[list[object]] = [
    ["Kontor", CONTACT, "fte", "persons"],
    ["Ås", "Ja", 3, 4],
    ["Bø", "Tja", "mange", 2],
    ["Os", "Delvis", 2.5, 3],
    ["Os", "Nei", 4, 5],
]


def to_files(person: Person, language: Language = "nb") -> Person:
    return person.open("files", lang=language)


def faults(person: Person) -> list[list[str]]:
    """The table of faults, without the signs that keep people's words from being Markdown."""
    rows = person.at.table[0].value.reset_index().astype(str)
    return [[cell.replace("\\", "") for cell in row] for row in rows.to_numpy().tolist()]


def keys(person: Person) -> set[str]:
    return {one.key or "" for one in person.at.button}


def held_names(person: Person) -> list[str]:
    if HELD not in person.at.session_state:
        return []
    held = cast("list[comparing.Office] | None", person.at.session_state[HELD])
    return [one.name for one in held or []]
