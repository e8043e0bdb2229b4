"""A file with everything of an office, brought where answers are asked for: its newest assessment counts."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from pydantic import ValidationError

from scoring import Assessment
from scoring.plan import planned_from
from storage.export_types import FORMAT, OfficeFile

if TYPE_CHECKING:
    from storage.export_types import OneAssessment


def newest_of(data: bytes, *, name: str) -> bytes:
    """The newest assessment of an exported office, as a file of answers; any other file as it is.

    Args:
        data: The file.
        name: Its name, whose ending tells the format.

    Returns:
        What the engine reads. Answers are not checked: those that the model does not take are faults.
    """
    if PurePath(name).suffix.lower() != ".json" or FORMAT.encode() not in data:
        return data
    try:
        whole = OfficeFile.model_validate_json(data)
    except (ValidationError, UnicodeError):
        return data
    if not whole.assessments:
        return data
    last = max(whole.assessments, key=lambda one: (one.date, one.created))
    return _assessment(whole.office, last).to_json(model_version=last.model_version).encode()


def _assessment(office: str, one: OneAssessment) -> Assessment:
    measures = one.plan.measures if one.plan else []
    plan = tuple(filter(None, map(planned_from, measures)))
    given = {cell.column: cell.text for cell in one.answers}
    return Assessment(office, {}, date=one.date, plan=plan).with_texts(given)
