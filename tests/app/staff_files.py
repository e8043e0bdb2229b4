"""Files of the staff's views, and what the page about them shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring import Assessment

if TYPE_CHECKING:
    from tests.app.conftest import Person

LEADER = {
    "contact_person": "yes",
    "relief": "yes",
    "fte": "4.5",
    "demanded": "culture|tax",
    "ladder.tax": "4",
}


def file(name: str, *, office: str = "Nordvik", **answers: str) -> tuple[str, bytes, str]:
    """A file as a member of staff downloads it; ``ladder_tax`` stands for ``ladder.tax``."""
    columns = {column.replace("ladder_", "ladder."): text for column, text in answers.items()}
    one = Assessment(office, columns, notes={"relief": f"Notat fra {office}"})
    return name, one.to_json(model_version="1").encode(), "application/json"


def add(person: Person, *files: tuple[str, bytes, str]) -> Person:
    person.at.file_uploader[0].set_value(list(files))
    return person.run()


def errors(person: Person) -> list[str]:
    return [str(one.value) for one in person.at.error]


def questions(person: Person) -> list[str]:
    """The names of the questions to settle, in their order on the page."""
    return [
        (one.key or "").split("#")[0].removeprefix("agreed.")
        for one in person.at.main
        if one.type in {"segmented_control", "button_group", "radio"}
        and (getattr(one, "key", None) or "").startswith("agreed.")
    ]


def progress(person: Person) -> str:
    (bar,) = person.at.get("progress")
    return str(bar.proto.text)


def radio(person: Person, name: str) -> str | None:
    return next(one for one in person.at.radio if (one.key or "").startswith(f"agreed.{name}#")).value


def choose_radio(person: Person, name: str, answer: str) -> Person:
    next(one for one in person.at.radio if (one.key or "").startswith(f"agreed.{name}#")).set_value(answer)
    return person.run()
