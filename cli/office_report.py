"""`tikamp report`: one office's scorecard as PDF."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from cli.deliver import hand_over, working
from cli.guard import UseError
from report.content_case import Case
from report.faults import fault_text
from report.file_names import file_name
from report.pdf import scorecard_pdf
from report.scorecard import build_scorecard
from scoring import Fault, FaultsError, build_nation, load_figures, load_model
from scoring.encode import OFFICE
from scoring.faults import nearest
from scoring.paths import DATA
from scoring.tables import read_file

if TYPE_CHECKING:
    from i18n import Translator
    from scoring import Assessment


def write_report(file: Path, *, office: str, out: Path | None, t: Translator) -> None:
    """Writes the scorecard of the office with that name.

    Raises:
        UseError: No office is called so; the message names the likeliest.
        FaultsError: The file or the office's answers have faults; nothing is written.
        OSError: A file cannot be read or written.
    """
    model, figures = load_model(), load_figures()
    with working(t("cli.setting", office=office)):
        table = read_file(file, model=model)
        row, assessment = _find(table.assessments(), office, file, t)
        _, faults = table.encoded(table.cells.loc[[row]])
        if faults:
            raise FaultsError(faults)
        nation = build_nation(model, figures)
        scorecard = build_scorecard(assessment, model=model, nation=nation)
        synthetic = assessment.office in example_names()
        content = scorecard_pdf(Case(scorecard, model, nation, figures, t, synthetic))
    hand_over(content, out=out or Path(file_name(assessment.office, "pdf")), t=t)


@cache
def example_names() -> frozenset[str]:
    """The names of the synthetic example offices, which every page about them must call so."""
    table = pd.read_csv(DATA / "example_offices.csv", usecols=[OFFICE], dtype=str, keep_default_na=False)
    return frozenset(table[OFFICE])


def _find(
    assessments: dict[int, Assessment], office: str, file: Path, t: Translator
) -> tuple[int, Assessment]:
    for row, assessment in assessments.items():
        if assessment.office == office.strip():
            return row, assessment
    suggestion = nearest(office, [one.office for one in assessments.values()])
    fault = Fault("unknown_office", file.name, values={"found": office, "suggestion": suggestion})
    raise UseError(fault_text(fault, t))
