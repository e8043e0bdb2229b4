"""The file of answers that a person downloads and brings back."""

from __future__ import annotations

import dataclasses

from i18n import LANGUAGES, Translator
from report.file_names import file_name as office_file
from scoring import Assessment, FaultsError, Model, encode
from scoring.assessment import from_json
from scoring.tables import read_bytes

LONGEST = 60
"""Characters of the office's name in a file name, so that there is room for the day."""


def read(data: bytes, *, name: str, model: Model) -> list[Assessment]:
    """Reads the assessments of a JSON file and checks every answer.

    Returns:
        At least one. A name that only stands in for a missing one is taken away again.

    Raises:
        FaultsError: With every fault of the file.
    """
    table, faults = read_bytes(data, name=name)
    encode(table, model=model, file=name)
    if faults:
        raise FaultsError(faults)
    return [_tidy(one) for one in from_json(data.decode("utf-8-sig"), file=name)]


def file_name(assessment: Assessment) -> str:
    """A name for the downloaded file: the office and the day."""
    return office_file(
        f"{assessment.office[:LONGEST]}-{assessment.date.isoformat()}", "json", prefix="tikamp"
    )


def _tidy(one: Assessment) -> Assessment:
    """Answers as the widgets hold them, and no stand-in for a name."""
    stand_ins = {Translator(language)("app.unnamed") for language in LANGUAGES}
    answers = {column: answer.strip() for column, answer in one.answers.items() if answer.strip()}
    return dataclasses.replace(one, answers=answers, office="" if one.office in stand_ins else one.office)
