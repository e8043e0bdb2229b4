"""The short form: the answers that tell most, as `tools/short_form.py` found them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from scoring.paths import DATA

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class ShortAnswer:
    """One answer of the short form.

    Args:
        column: A column of the answer form (see ``columns_of``).
        width: The mean width of the total's interval, 0-100, over offices drawn from the national
            figures, once this answer and all before it are given.
    """

    column: str
    width: float


def load_short_form(folder: Path = DATA) -> list[ShortAnswer]:
    """The short form in its order, the most telling answer first."""
    table = pd.read_csv(folder / "short_form.csv", dtype={"column": str})
    return [ShortAnswer(str(row.column), float(str(row.width))) for row in table.itertuples()]
