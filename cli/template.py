"""`tikamp template`: a blank form, and what its columns mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from cli.deliver import hand_over
from cli.guard import UseError
from report.answer_form import answer_form
from report.code_book import code_book
from report.ratings_table import table_bytes
from scoring import load_model
from scoring.encode import all_columns

if TYPE_CHECKING:
    from pathlib import Path

    from i18n import Translator


def write_template(*, out: Path | None, explained: bool, t: Translator) -> None:
    """Writes the blank form, as a spreadsheet where the file's name ends so; or the table that explains it.

    Raises:
        UseError: The explanation is no spreadsheet.
        OSError: It cannot be written.
    """
    model = load_model()
    spreadsheet = out is not None and out.suffix.lower() == ".xlsx"
    if spreadsheet and explained:
        raise UseError(t("cli.explained_in_form"))
    if spreadsheet:
        hand_over(answer_form(model, t), out=out, t=t)
        return
    table = code_book(model, t) if explained else pd.DataFrame(columns=all_columns(model))
    hand_over(table_bytes(table, "csv"), out=out, t=t)
