"""Offices to be compared, and what the page about them lists."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from i18n import Translator
from storage import LOCAL, Change, Outline, answers, assessments, facts, offices
from ui import comparing, resources, state

if TYPE_CHECKING:
    from i18n import Language
    from scoring import Assessment
    from scoring.facts import Facts
    from tests.app.conftest import Person

TABS = ("table", "heat", "spread", "ranks", "pair", "shared")
T = Translator("nb")


def store(name: str, given: dict[str, str], *, model: str | None = None, told: Facts | None = None) -> str:
    """An office with one assessment; gives the assessment's id."""
    kept = resources.store()
    office = offices.create(kept, LOCAL, name=name)
    if told:
        facts.describe(kept, LOCAL, office_id=office, facts=told)
    outline = Outline(state.today(), model or resources.model().version, resources.figures().version)
    made = assessments.create(kept, LOCAL, office_id=office, outline=outline)
    changes = [Change(column, text) for column, text in given.items()]
    answers.save(kept, LOCAL, assessment_id=made, changes=changes)
    return made


def example(place: int) -> dict[str, str]:
    return dict(resources.examples()[place].answers)


def with_examples(person: Person, language: Language = "nb", **query: str) -> Person:
    return person.open("compare", lang=language, **{comparing.FROM: comparing.EXAMPLES}, **query)


def upload(person: Person, *files: tuple[str, bytes]) -> Person:
    """Choose files on the page for them, which reads them."""
    person.at.file_uploader[0].set_value([(name, data, "text/plain") for name, data in files])
    return person.run()


def bring(person: Person, *files: tuple[str, bytes]) -> Person:
    """Take in all that is good in some files, and go to the comparison."""
    upload(person.open("files", lang="nb"), *files)
    while takes := [key for one in person.at.button if (key := one.key or "").startswith("bring_take_")]:
        person.press(takes[0])
    return person.open("compare", lang="nb")


def listed(person: Person) -> list[str]:
    """The offices of the table, top to bottom."""
    return list(person.at.dataframe[0].value["office"])


def as_file(*several: Assessment) -> bytes:
    return json.dumps([json.loads(one.to_json(model_version="1")) for one in several]).encode()
