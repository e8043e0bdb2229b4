"""The PDF examples in ``docs/examples``: ``python -m tools.make_pdfs`` writes them again.

``--check`` only says which of them are out of date, and fails. The same model, figures and offices
give the same bytes.
"""

from __future__ import annotations

import datetime as dt
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pandas as pd

from i18n import Translator
from report.content_case import Case
from report.pdf import scorecard_pdf
from report.scorecard import build_scorecard
from scoring import Assessment, build_nation, load_figures, load_model
from scoring.assessment import from_row
from scoring.paths import DATA, ROOT

if TYPE_CHECKING:
    from pathlib import Path

EXAMPLES: Final = {
    "scorecard-good-nb.pdf": "Liksomnes servicekontor",
    "scorecard-weak-nb.pdf": "Liksomdal offentlige servicekontor",
}
DAY: Final = dt.date(2026, 11, 23)
"""The examples' date of assessment: fixed, so that a PDF made tomorrow is the same."""


def read_examples() -> list[Assessment]:
    """The synthetic example offices in the order of their file, all assessed on ``DAY``."""
    table = pd.read_csv(DATA / "example_offices.csv", dtype="string", keep_default_na=False)
    rows = ({str(column): cell for column, cell in row.items()} for row in table.to_dict("records"))
    return [replace(from_row(row), date=DAY) for row in rows]


def pdfs() -> dict[Path, bytes]:
    """Every example PDF and what it should hold."""
    model, figures = load_model(), load_figures()
    nation = build_nation(model, figures)
    offices = {one.office: one for one in read_examples()}

    def pdf(office: str) -> bytes:
        card = build_scorecard(offices[office], model=model, nation=nation)
        return scorecard_pdf(Case(card, model, nation, figures, Translator("nb"), synthetic=True))

    return {ROOT / "docs" / "examples" / name: pdf(office) for name, office in EXAMPLES.items()}


def main(arguments: list[str]) -> int:
    """Writes the examples, or with ``--check`` only looks; returns the exit code."""
    made = pdfs()
    if "--check" in arguments:
        old = [path for path, pdf in made.items() if not path.is_file() or path.read_bytes() != pdf]
        for path in old:
            print(f"{path.relative_to(ROOT)} is out of date: run `python -m tools.make_pdfs` and look at it")
        return 1 if old else 0
    for path, pdf in made.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(pdf)
        print(f"{path.relative_to(ROOT)}: {len(pdf) // 1000} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
