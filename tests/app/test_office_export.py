"""Everything of an office as a file, brought where its answers are asked for."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING

import pytest

from scoring import Assessment, Model
from scoring.plan import PlannedMeasure
from storage import LOCAL, Change, Outline, answers, assessments, export, offices, plans
from tests.app.bringing_steps import held_names, to_files
from tests.app.compared import T, upload
from ui import resources
from ui.answer_files import read
from ui.office_export import newest_of

if TYPE_CHECKING:
    from tests.app.conftest import Person

pytestmark = pytest.mark.usefixtures("empty_store")
PLAN = (PlannedMeasure("demand_offered", "large"),)
DAYS = (dt.date(2026, 1, 2), dt.date(2025, 6, 30))


@pytest.fixture
def exported() -> bytes:
    """An office with two assessments, of which the first that was made is the newer one."""
    kept, model = resources.store(), resources.model().version
    office = offices.create(kept, LOCAL, name="Ås")
    for day, answer in zip(DAYS, ("yes", "no"), strict=True):
        outline = Outline(day, model, resources.figures().version)
        made = assessments.create(kept, LOCAL, office_id=office, outline=outline)
        changes = [Change("relief", answer), Change("note.relief", "husk")]
        answers.save(kept, LOCAL, assessment_id=made, changes=changes)
        plans.save_plan(kept, LOCAL, assessment_id=made, plan=PLAN, seen_version=0)
    return export.export_office(kept, LOCAL, office_id=office).encode()


def test_the_newest_assessment_is_read_with_its_day_note_and_plan(exported: bytes, model: Model) -> None:
    expected = Assessment("Ås", {"relief": "yes"}, {"relief": "husk"}, DAYS[0], PLAN)
    assert read(exported, name="alt.json", model=model) == [expected]


def test_it_can_be_compared(person: Person, exported: bytes) -> None:
    upload(to_files(person), ("alt.json", exported)).press("bring_take_1")
    assert held_names(person) == ["Ås"]


@pytest.mark.parametrize("data", [b"{}", b'{"format": "tikamp-office"}', b"\xff tikamp-office", b"[]"])
def test_what_is_no_such_file_is_left_as_it_is(data: bytes) -> None:
    assert newest_of(data, name="a.json") == data


def test_an_office_without_assessments_is_refused_with_a_reason(person: Person, exported: bytes) -> None:
    whole = json.loads(exported) | {"assessments": []}
    upload(to_files(person), ("alt.json", json.dumps(whole).encode()))
    assert T("files.refused") in person.texts


def test_a_table_that_says_its_name_is_a_table() -> None:
    data = b"office;note.relief\nA;tikamp-office\n"
    assert newest_of(data, name="a.csv") == data
