"""What a person does with the assessments of an office: begin, copy, open, delete, all in the store."""

from __future__ import annotations

import dataclasses
import logging
from typing import TYPE_CHECKING

from pydantic import ValidationError

from scoring import Assessment
from scoring.change import fits, fitting
from scoring.encode import NOTE
from storage import (
    BadFile,
    BadText,
    Change,
    LastOwner,
    Locked,
    NotFound,
    Outline,
    Unavailable,
    answers,
    assessments,
    importing,
    offices,
    storable,
)
from storage.export_types import OfficeFile
from ui import resources, state
from ui.arriving import open_stored
from ui.desk import Desk, clear, desk, put
from ui.overtaken import whole
from ui.storing import store_waiting
from ui.who import actor

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

_log = logging.getLogger(__name__)


@whole
def trouble(step: Callable[[], object]) -> str | None:
    """Takes a step in the store.

    Returns:
        None when it is done, else the key of the text that tells why not.
    """
    try:
        step()
    except Unavailable as error:
        _log.warning("not done: %s", error)
        return f"history.trouble.{error.reason}"
    except (NotFound, Locked):
        return "history.trouble.not_found"
    except LastOwner:
        return "sharing.last_owner"
    except BadText:
        return "history.trouble.text"
    return None


def lay_open(assessment_id: str) -> None:
    """Lays an assessment on the desk, once all that lies there is stored.

    Raises:
        Unavailable: The store cannot be read, or does not take what waits.
        NotFound: There is none for this person.
    """
    if not store_waiting():
        raise Unavailable(desk().trouble or "other")
    if not open_stored(assessment_id):
        raise NotFound


def open_office(office_id: str) -> None:
    """Lays the newest assessment that can be opened on the desk, or the office alone.

    Raises:
        Unavailable: The store cannot be read.
        NotFound: There is no such office for this person.
    """
    found = assessments.of_office(resources.store(), actor(), office_id=office_id)
    current = [one.id for one in found if one.model_version == resources.model().version]
    if current:
        lay_open(current[0])
        return
    known = {one.id: one for one in offices.overview(resources.store(), actor())}
    if office_id not in known:
        raise NotFound
    one = known[office_id]
    put(Desk(office_id=office_id, role=one.role))
    state.put_assessment(dataclasses.replace(state.blank(), office=one.name, facts=one.facts))


def begin_empty(office_id: str) -> None:
    """Begins an assessment without answers, and lays it on the desk."""
    lay_open(assessments.create(resources.store(), actor(), office_id=office_id, outline=_outline()))


def begin_copy(assessment_id: str) -> None:
    """Begins an assessment by the current model with the answers of another one, which stays as it is."""
    new = assessments.copy(resources.store(), actor(), assessment_id=assessment_id, outline=_outline())
    _drop_what_does_not_fit(new)
    lay_open(new)


def describe(assessment_id: str, title: str, date: dt.date) -> None:
    """Gives an assessment a title and a day; where it lies on the desk, it is read anew."""
    assessments.describe(
        resources.store(), actor(), assessment_id=assessment_id, title=storable(title).strip(), date=date
    )
    desk().outdated |= _on_desk(assessment_id)


def delete(assessment_id: str, office_id: str) -> None:
    """Deletes an assessment; where it lies on the desk, another one of the office takes its place."""
    on_desk = _on_desk(assessment_id)
    assessments.delete(resources.store(), actor(), assessment_id=assessment_id)
    if on_desk:
        put(Desk())
        open_office(office_id)


def delete_office(office_id: str) -> None:
    """Deletes an office with all of it, and clears the desk."""
    offices.delete(resources.store(), actor(), office_id=office_id)
    clear()


def restore_office(office_id: str) -> None:
    """Gets a deleted office back, and lays it on the desk."""
    offices.restore(resources.store(), actor(), office_id=office_id)
    open_office(office_id)


def import_office(text: bytes) -> None:
    """Makes an office of an exported file, and lays it on the desk.

    Raises:
        BadFile: It is no such file, or holds answers that its model does not take.
    """
    faults = _misfits(text)
    if faults:
        raise BadFile(faults)
    open_office(importing.import_office(resources.store(), actor(), text=text))


def _on_desk(assessment_id: str) -> bool:
    return desk().begun and state.place() == assessment_id


def _outline() -> Outline:
    return Outline(state.today(), resources.model().version, resources.figures().version)


def _drop_what_does_not_fit(assessment_id: str) -> None:
    """What the current model does not ask, or not so, stays in the old assessment only."""
    new = assessments.load(resources.store(), actor(), assessment_id=assessment_id)
    kept = fitting(new.assessment, model=resources.model()).answers
    gone = [
        Change(column, "", new.entries[column].version)
        for column in new.assessment.answers
        if column not in kept
    ]
    if gone:
        answers.save(resources.store(), actor(), assessment_id=assessment_id, changes=gone)


def _misfits(text: bytes) -> list[str]:
    """The assessments that a page could not show; a file that is none at all is told by the store."""
    try:
        whole = OfficeFile.model_validate_json(text)
    except (ValidationError, UnicodeError):
        return []
    faults = []
    for place, one in enumerate(whole.assessments):
        model = resources.model_of(one.model_version)
        given = {cell.column: cell.text for cell in one.answers if not cell.column.startswith(NOTE)}
        if model and not fits(
            Assessment("", {key: said for key, said in given.items() if said}), model=model
        ):
            faults.append(f"assessments.{place}.answers: not those of model {one.model_version}")
    return faults
