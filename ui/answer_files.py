"""The file of answers that a person downloads and brings back, and files of many offices."""

from __future__ import annotations

import dataclasses
import sys
from typing import TYPE_CHECKING

from i18n import LANGUAGES, Translator
from report.file_names import file_name as office_file
from scoring.tables import read_table
from ui.office_export import newest_of

if TYPE_CHECKING:
    from scoring import Assessment, Model

LONGEST = 60
"""Characters of the office's name in a file name, so that there is room for the day."""


def read(data: bytes, *, name: str, model: Model) -> list[Assessment]:
    """Reads the assessments of a file and checks every answer.

    Args:
        data: JSON as it was downloaded, answers or everything of an office; or a table of answers with a row
            for each office.
        name: Its ending tells which.
        model: The model.

    Returns:
        At least one. A name that only stands in for a missing one is taken away again.

    Raises:
        FaultsError: With every fault of the file.
    """
    table = read_table(newest_of(data, name=name), name=name, model=model)
    table.answers()
    return [tidy(one) for one in table.assessments().values()]


def file_name(assessment: Assessment) -> str:
    """A name for the downloaded file: the office and the day."""
    return office_file(
        f"{assessment.office[:LONGEST]}-{assessment.date.isoformat()}", "json", prefix="tikamp"
    )


def tidy(one: Assessment) -> Assessment:
    """Answers as the widgets hold them, and no stand-in for a name.

    Ten thousand offices have a million answers of a few hundred different texts: each text is held once.
    """
    stand_ins = {Translator(language)("app.unnamed") for language in LANGUAGES}
    texts = {column: answer.strip() for column, answer in one.answers.items()}
    answers = {column: sys.intern(text) for column, text in texts.items() if text}
    return dataclasses.replace(one, answers=answers, office="" if one.office in stand_ins else one.office)
