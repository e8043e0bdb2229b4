"""Every answer is stored when it is given, and comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from scoring import Assessment
from scoring.plan import PlannedMeasure
from storage import LOCAL, Change, answers, assessments
from ui import resources

if TYPE_CHECKING:
    from storage import Loaded
    from tests.app.conftest import Person


def stored(person: Person) -> Loaded:
    return assessments.load(resources.store(), LOCAL, assessment_id=person.at.session_state["place"])


def elsewhere(person: Person, **texts: str) -> None:
    """Someone else answers in the same assessment."""
    seen = {column: entry.version for column, entry in stored(person).entries.items()}
    changes = [Change(column, text, seen.get(column, 0)) for column, text in texts.items()]
    answers.save(resources.store(), LOCAL, assessment_id=person.at.session_state["place"], changes=changes)


def test_answers_notes_name_and_plan_are_stored_as_they_are_given(person: Person) -> None:
    person.open("assess", lang="nb").write("office", "Sørnes servicetorg")
    person.open("assess", lang="nb", section="contact").choose("contact_person", "no")
    person.write("note.contact_person", "Se på nytt i 2027")
    person.open("scorecard", lang="nb").press("first.plan.case_responsibility")
    assert stored(person).assessment == person.held
    assert [one.code for one in stored(person).assessment.plan] == ["case_responsibility"]


def test_nothing_is_stored_before_something_is_given(person: Person) -> None:
    person.open("assess", lang="nb", section="contact").open("scorecard", lang="nb")
    assert not resources_has(person)


def resources_has(person: Person) -> bool:
    ids = [person.at.session_state["place"]]
    return bool(assessments.load_many(resources.store(), LOCAL, assessment_ids=ids))


def test_what_the_session_held_before_is_stored_with_the_first_answer(person: Person) -> None:
    plan = (PlannedMeasure("relief", "small"),)
    person.at.session_state["assessment"] = Assessment(
        "Nes", {"gains": "no"}, {"gains": "Se sak 12"}, plan=plan
    )
    person.open("assess", lang="nb", section="contact").choose("contact_person", "yes")
    assert stored(person).assessment == person.held
    assert person.held.answers == {"gains": "no", "contact_person": "yes"}


def test_a_link_brings_the_same_place_back(person: Person, another: Person) -> None:
    person.open("assess", lang="nb", section="contact").choose("contact_person", "partly")
    another.open("assess", lang="nb", section="contact", a=person.at.session_state["place"])
    assert another.widget("contact_person").value == "partly"
    assert another.held.answers == person.held.answers


def test_an_answer_given_elsewhere_is_shown(person: Person) -> None:
    person.open("assess", lang="nb", section="contact").choose("contact_person", "no")
    elsewhere(person, joint_follow_up="yes")
    person.run()
    assert person.widget("joint_follow_up").value == "yes"
    assert person.held.answers == {"contact_person": "no", "joint_follow_up": "yes"}


def test_two_who_answer_the_same_are_both_heard(person: Person) -> None:
    person.open("assess", lang="nb", section="contact").choose("contact_person", "no")
    elsewhere(person, contact_person="partly")
    person.choose("contact_person", "yes")
    assert stored(person).assessment.answers["contact_person"] == "partly"
    assert person.widget("contact_person").value == "partly"
    assert "Du svarte: Ja" in person.texts
    person.press("clash_take_contact_person")
    assert stored(person).assessment.answers["contact_person"] == "yes"
    assert "Du svarte: Ja" not in person.texts


def test_a_fresh_start_leaves_the_stored_assessment_alone(person: Person) -> None:
    person.open("assess", lang="nb", section="contact").choose("contact_person", "no")
    first = person.at.session_state["place"]
    person.open("assess", lang="nb", a=first).press("reset")
    assert person.held.answers == {}
    assert person.at.session_state["place"] != first
    kept = assessments.load(resources.store(), LOCAL, assessment_id=first)
    assert kept.assessment.answers == {"contact_person": "no"}
    person.press("files_undo")
    assert person.at.session_state["place"] == first
    person.open("assess", lang="nb", section="contact", a=first).choose("contact_person", "yes")
    assert stored(person).assessment.answers == {"contact_person": "yes"}


@pytest.mark.parametrize("name", ["../../etc/passwd", "x", "A" * 22])
def test_a_link_to_nothing_begins_anew(person: Person, name: str) -> None:
    person.open("assess", lang="nb", section="contact", a=name)
    assert person.held.answers == {}
    person.choose("contact_person", "yes")
    assert stored(person).assessment.answers == {"contact_person": "yes"}


def test_an_answer_under_a_name_that_is_taken_is_stored_under_another(
    person: Person, another: Person
) -> None:
    person.open("assess", lang="nb", section="contact").choose("contact_person", "no")
    taken = person.at.session_state["place"]
    assessments.delete(resources.store(), LOCAL, assessment_id=taken)
    another.open("assess", lang="nb", section="contact", a=taken).choose("contact_person", "yes")
    assert another.at.session_state["place"] != taken
    assert stored(another).assessment.answers == {"contact_person": "yes"}
    assert another.run().widget("contact_person").value == "yes"
