"""What is stored comes to a person's desk: by a link, after a restart, or because others have changed it."""

from __future__ import annotations

import logging
from dataclasses import replace

from storage import NotFound, Unavailable, answers, assessments, members
from storage.column_types import is_id
from ui import resources, state
from ui.desk import Desk, clear, desk, put, show
from ui.overtaken import whole
from ui.storing import store_waiting
from ui.who import actor

MISSING = "desk.missing"
"""Remembers the name in a link that led to nothing, or the one that took the place of a deleted one."""

_log = logging.getLogger(__name__)


def open_stored(assessment_id: str) -> bool:
    """Lays a stored assessment on the desk.

    Of one that was made with another model only the office's name and facts come into the session, so that
    no page can have its answers rated or changed by this model.

    Returns:
        Whether there is one for this person.

    Raises:
        Unavailable: The store cannot be read.
    """
    try:
        loaded = assessments.load(resources.store(), actor(), assessment_id=assessment_id)
        role = members.role_in(resources.store(), actor(), office_id=loaded.info.office_id)
    except NotFound:
        return False
    if role is None:  # taken out in this moment
        return False
    held = Desk(
        office_id=loaded.info.office_id,
        begun=True,
        revision=loaded.revision,
        seen={column: entry.version for column, entry in loaded.entries.items()},
        plan_seen=loaded.plan_version,
        stored=loaded.info.changed,
        locked=loaded.info.locked_at,
        model=loaded.info.model_version,
        role=role,
    )
    put(held)
    nothing = replace(state.blank(), office=loaded.assessment.office, facts=loaded.assessment.facts)
    state.put_assessment(nothing if held.other_model else loaded.assessment, assessment_id)
    return True


@whole
def arrive() -> None:
    """At the start of every run: opens what the address names, tries again what waits, and catches up."""
    wanted, held = state.said_in_address(state.ASSESSMENT), desk()
    try:
        if wanted and wanted != state.place():
            _open_wanted(wanted)
        elif held.outdated:
            _open_again()
        elif store_waiting() and held.begun:
            _catch_up(held)
    except Unavailable as error:
        _log.warning("not read: %s", error)
        desk().trouble = error.reason


def _open_wanted(wanted: str) -> None:
    """A name that the store does not know is that of an assessment which is begun now."""
    if store_waiting() and not open_stored(wanted) and is_id(wanted):
        _nothing_there(wanted)


def _open_again() -> None:
    """Reads anew what is on the desk; where it is gone, something else is begun."""
    if not open_stored(state.place()):
        _nothing_there()


def _nothing_there(name: str | None = None) -> None:
    """Begins something else, and remembers to say why."""
    clear(name)
    state.remember(MISSING, state.place())


def _catch_up(held: Desk) -> None:
    """Takes over what was changed elsewhere: in another tab, or by someone else."""
    try:
        found = answers.changes_since(
            resources.store(), actor(), assessment_id=state.place(), revision=held.revision
        )
    except NotFound:
        _open_again()
        return
    held.trouble, held.revision = None, found.revision
    others = [one for one in found.entries.values() if one.version > held.seen.get(one.column, 0)]
    if not held.other_model:
        held.news |= {one.column for one in others}
        show(held, others)
    if found.plan_version != held.plan_seen or found.locked != (held.locked is not None):
        open_stored(state.place())
