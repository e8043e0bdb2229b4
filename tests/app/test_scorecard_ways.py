"""From a measure on the scorecard on to what-if and plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring import Assessment
from tests.app.scorecard_steps import EXAMPLE

if TYPE_CHECKING:
    from tests.app.conftest import Person

OWN = Assessment("Åsnes servicetorg", {"contact_person": "no", "joint_follow_up": "no"})


def test_a_measure_is_tried_with_one_click(person: Person) -> None:
    person.at.session_state["assessment"] = OWN
    person.open("scorecard", lang="nb").press("first.try.case_responsibility")
    assert person.at.title[0].value == "Hva om?"
    assert "Du prøver 2 andre svar" in person.texts
    person.open("scorecard", lang="nb").press("measures.try.case_responsibility")
    assert "Du prøver 2 andre svar" in person.texts
    assert person.held.answers == OWN.answers


def test_a_measure_is_planned_with_one_click_and_once(person: Person) -> None:
    person.at.session_state["assessment"] = OWN
    person.open("scorecard", lang="nb").press("first.plan.case_responsibility")
    assert [one.code for one in person.held.plan] == ["case_responsibility"]
    assert not [one for one in person.at.button if one.key == "measures.plan.case_responsibility"]


def test_the_measures_of_an_example_can_be_tried_but_not_planned(person: Person) -> None:
    person.open("scorecard", lang="nb", example=EXAMPLE)
    assert any((one.key or "").startswith("first.try.") for one in person.at.button)
    assert not any(".plan." in (one.key or "") for one in person.at.button)
