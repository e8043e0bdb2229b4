"""What a person gives is stored at once.

The session holds it first. What the store does not take waits on the desk, is shown as not saved, and
is tried again at every run until it is stored.
"""

from __future__ import annotations

import datetime as dt
import logging
from typing import TYPE_CHECKING

from scoring.encode import NOTE
from scoring.facts import Facts
from storage import (
    NOBODY,
    Change,
    Locked,
    NotFound,
    Outline,
    Stale,
    Unavailable,
    answers,
    assessments,
    facts,
    offices,
    plans,
    storable,
)
from ui import resources, state
from ui.desk import FACTS, OFFICE, PLAN, Clash, desk, show
from ui.overtaken import whole
from ui.who import actor

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.desk import Desk

_log = logging.getLogger(__name__)


def keep(texts: Mapping[str, str]) -> None:
    """Stores texts that the session holds already, column -> text; what is not stored waits."""
    held = desk()
    held.waiting.update(texts)
    for column in texts:
        held.clashes.pop(column, None)
    store_waiting()


def keep_beside(*what: str) -> None:
    """Stores the office's name, facts or plan (``OFFICE``, ``FACTS``, ``PLAN``) as the session holds them."""
    desk().unsaved.update(what)
    store_waiting()


@whole
def store_waiting() -> bool:
    """Stores what waits; true when nothing waits any more."""
    held = desk()
    if not held.waiting and not held.unsaved:
        return True
    if actor() == NOBODY:  # the store would refuse; what is given stays in the session
        held.trouble = "other"
        return False
    try:
        _store_under_a_free_name(held)
    except Unavailable as error:
        _log.warning("not stored: %s", error)
        held.trouble = error.reason
        return False
    except (Locked, NotFound):  # by someone else meanwhile: what stands there now is read at the next run
        held.outdated = True
        held.waiting.clear()
        held.unsaved.clear()
        return False
    held.trouble = None
    held.stored = dt.datetime.now(tz=dt.UTC)
    return True


def _store_under_a_free_name(held: Desk) -> None:
    """A link can hold a name that is taken by what this person cannot see: another one serves as well."""
    try:
        _store_all(held)
    except NotFound:
        if held.begun or held.office_id is None:
            raise
        state.put_assessment(state.assessment())
        _store_all(held)


def _store_all(held: Desk) -> None:
    """One step after another, each remembered, so that a broken one can be taken again."""
    if held.office_id is None:
        held.office_id = offices.create(resources.store(), actor(), name=state.assessment().office)
        held.unsaved.discard(OFFICE)
        held.unsaved |= {FACTS} if state.assessment().facts != Facts() else set()
    if not held.begun:
        _begin(held, held.office_id)
    if OFFICE in held.unsaved:
        name = state.assessment().office
        offices.rename(resources.store(), actor(), office_id=held.office_id, name=name)
        held.unsaved.discard(OFFICE)
    if FACTS in held.unsaved:
        told = state.assessment().facts
        facts.describe(resources.store(), actor(), office_id=held.office_id, facts=told)
        held.unsaved.discard(FACTS)
    if held.waiting:
        _save(held)
    if PLAN in held.unsaved:
        _save_plan(held)


def _begin(held: Desk, office_id: str) -> None:
    """The first thing that is given makes the assessment, with all that the session holds."""
    own, model = state.assessment(), resources.model()
    outline = Outline(own.date, model.version, resources.figures().version)
    assessments.create(
        resources.store(), actor(), office_id=office_id, outline=outline, assessment_id=state.place()
    )
    held.begun, held.model = True, model.version
    notes = {f"{NOTE}{item}": storable(text) for item, text in own.notes.items()}
    held.waiting = {**own.answers, **notes, **held.waiting}
    held.unsaved |= {PLAN} if own.plan else set()


def _save(held: Desk) -> None:
    changes = [Change(column, text, held.seen.get(column, 0)) for column, text in held.waiting.items()]
    saved = answers.save(resources.store(), actor(), assessment_id=state.place(), changes=changes)
    held.seen.update({column: entry.version for column, entry in saved.entries.items()})
    held.waiting.clear()
    for one in saved.conflicts:
        held.clashes[one.column] = Clash(one.mine, one.theirs)
        show(held, [one.theirs])


def _save_plan(held: Desk) -> None:
    """A plan that someone else has changed meanwhile is shown, not overwritten."""
    plan, seen = state.assessment().plan, held.plan_seen
    try:
        held.plan_seen = plans.save_plan(
            resources.store(), actor(), assessment_id=state.place(), plan=plan, seen_version=seen
        )
    except Stale as stale:
        held.plan_seen = stale.version
        held.news.add(PLAN)
        state.hold(plan=stale.plan, date=state.assessment().date)
    held.unsaved.discard(PLAN)
