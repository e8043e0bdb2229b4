"""The file of answers that a person downloads and brings back, and files of many offices."""

from __future__ import annotations

import dataclasses
from pathlib import PurePath
from typing import TYPE_CHECKING

from i18n import LANGUAGES, Translator
from report.file_names import file_name as office_file
from scoring import Assessment, FaultsError, Model, encode
from scoring.assessment import from_json, from_row
from scoring.tables import read_bytes

if TYPE_CHECKING:
    import pandas as pd

LONGEST = 60
"""Characters of the office's name in a file name, so that there is room for the day."""


def read(data: bytes, *, name: str, model: Model) -> list[Assessment]:
    """Reads the assessments of a file and checks every answer.

    Args:
        data: The file.
        name: Its name; the ending tells the format (see ``read_bytes``).
        model: The model that its answers are checked against.

    Returns:
        At least one. A name that only stands in for a missing one is taken away again.

    Raises:
        FaultsError: With every fault of the file.
    """
    table, faults = read_bytes(data, name=name)
    try:
        encode(table, model=model, file=name)
    except FaultsError as error:
        if faults and len(table) == 0:  # the rows that could not be read are why there is none
            raise FaultsError(faults) from error
        raise FaultsError([*faults, *error.faults]) from error
    if faults:
        raise FaultsError(faults)
    return [_tidy(one) for one in _assessments(data, table, name)]


def file_name(assessment: Assessment) -> str:
    """A name for the downloaded file: the office and the day."""
    return office_file(
        f"{assessment.office[:LONGEST]}-{assessment.date.isoformat()}", "json", prefix="tikamp"
    )


def _assessments(data: bytes, table: pd.DataFrame, name: str) -> list[Assessment]:
    """JSON has days and notes that a table has not."""
    if PurePath(name).suffix.lower() == ".json":
        return from_json(data.decode("utf-8-sig"), file=name)
    rows = table.to_dict("records")
    return [from_row({str(column): cell for column, cell in cells.items()}) for cells in rows]


def _tidy(one: Assessment) -> Assessment:
    """Answers as the widgets hold them, and no stand-in for a name."""
    stand_ins = {Translator(language)("app.unnamed") for language in LANGUAGES}
    answers = {column: answer.strip() for column, answer in one.answers.items() if answer.strip()}
    return dataclasses.replace(one, answers=answers, office="" if one.office in stand_ins else one.office)
