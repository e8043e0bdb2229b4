"""The person's own assessment: what is given is held in the session and stored at once.

The session comes first, so that nothing is lost while the store does not answer. What this person may
not change stays as it is: the store would refuse it, and the session would show what is not so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.encode import NOTE
from storage import Action, storable
from ui import desk, shown, state, storing
from ui.overtaken import whole

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scoring import Assessment
    from scoring.facts import Facts
    from scoring.plan import PlannedMeasure


@whole
def set_office(name: str) -> None:
    """Names the office."""
    if not desk.desk().may(Action.RENAME):
        return
    state.hold(office=storable(name).strip())
    storing.keep_beside(desk.OFFICE)


@whole
def set_facts(facts: Facts) -> None:
    """Tells what the office is grouped by; the day of the assessment stays, for the answers do."""
    if not desk.desk().may(Action.RENAME) or facts.faults():
        return
    state.hold(facts=facts, date=state.assessment().date)
    storing.keep_beside(desk.FACTS)


def set_answer(column: str, text: str) -> None:
    """Keeps the answer in one column; an empty text takes it away."""
    set_answers({column: text})


@whole
def set_answers(texts: Mapping[str, str]) -> None:
    """Keeps several answers or notes at once, column -> text; empty texts are taken away."""
    if desk.desk().closed:
        return
    state.hold_texts(texts)
    storing.keep(texts)


def set_note(item: str, text: str) -> None:
    """Keeps the note of an item; an empty text takes it away."""
    set_answers({f"{NOTE}{item}": storable(text).strip()})


def set_text(column: str, text: str) -> None:
    """Keeps an answer or a note by its column, and draws its widgets anew."""
    set_answers({column: text})
    state.renew_column(column)


@whole
def set_plan(plan: tuple[PlannedMeasure, ...]) -> None:
    """Keeps the plan of measures; the day of the assessment stays, for the answers do."""
    if not desk.desk().may(Action.PLAN):
        return
    state.hold(plan=plan, date=state.assessment().date)
    storing.keep_beside(desk.PLAN)


@whole
def replace(new: Assessment) -> None:
    """Begins another assessment with what ``new`` holds; the one before stays in the store."""
    state.put_assessment(new)
    shown.choose_own()
    desk.put(desk.Desk())
    if new != state.blank():
        storing.keep_beside(desk.OFFICE)


@whole
def put_back(before: Assessment, place: str, on_desk: desk.Desk) -> None:
    """Lays back what ``replace`` took away."""
    state.put_assessment(before, place)
    desk.put(on_desk)
