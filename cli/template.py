"""`tikamp template`: a blank form, and what its columns mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from cli.deliver import hand_over
from report.code_book import code_book
from report.ratings_table import table_bytes
from scoring import columns_of, load_model

if TYPE_CHECKING:
    from pathlib import Path

    from i18n import Translator


def write_template(*, out: Path | None, explained: bool, t: Translator) -> None:
    """Writes the blank form, or the table that explains it.

    Raises:
        OSError: It cannot be written.
    """
    model = load_model()
    table = code_book(model, t) if explained else pd.DataFrame(columns=columns_of(model))
    hand_over(table_bytes(table, "csv"), out=out, t=t)
