"""The faults of a file as a table: where each stands, what stands there, and what is expected."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from report.faults import fault_found, fault_what
from report.ratings_table import harmless

if TYPE_CHECKING:
    from collections.abc import Sequence

    from i18n import Translator
    from scoring import Fault

COLUMNS: Final = ("sheet", "row", "column", "found", "expected")
"""Where it stands, what stands there, and what is wrong with that."""


def fault_list(faults: Sequence[Fault], translator: Translator) -> pd.DataFrame:
    """A row for each fault.

    Args:
        faults: Of one file.
        translator: The language.

    Returns:
        ``COLUMNS``, under their names in that language; in JSON the row is the office's number. Without the
        sheet where the file has none. The row is missing where a fault is the whole file's.
    """
    rows = [
        (one.sheet, one.line, one.column, fault_found(one, translator), fault_what(one, translator))
        for one in faults
    ]
    table = pd.DataFrame(rows, columns=list(COLUMNS)).astype({"row": "Int64"})
    if not any(one.sheet for one in faults):
        table = table.drop(columns="sheet")
    return table.rename(columns={name: translator(f"files.fault_{name}") for name in COLUMNS})


def fault_list_csv(faults: Sequence[Fault], translator: Translator) -> bytes:
    """The same as a file that Norwegian spreadsheets open: UTF-8 with a mark, semicolon; in English comma."""
    separator = "," if translator.language == "en" else ";"
    text = harmless(fault_list(faults, translator)).to_csv(index=False, sep=separator)
    return text.encode("utf-8-sig")
