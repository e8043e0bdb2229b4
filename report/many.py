"""Many offices' scorecards as PDF, several at a time; one that cannot be made does not stop the others."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from report.content_case import Case
from report.file_names import file_names
from report.pdf import scorecard_pdf
from report.scorecard import build_scorecard
from scoring.faults import FaultsError

if TYPE_CHECKING:
    from collections.abc import Collection, Generator, Sequence

    from i18n import Translator
    from scoring.assessment import Assessment
    from scoring.faults import Fault
    from scoring.figures import Figures
    from scoring.model import Model
    from scoring.nation import Nation

THREADS: Final = min(os.cpu_count() or 1, 4)
"""Three tenths of the work is Python's, one thread at a time: more than four would wait for each other."""


@dataclass(frozen=True)
class Made:
    """What became of one office.

    Args:
        office: Its name.
        file: A file name for it that no other office of the same call has.
        pdf: Its scorecard, the bytes that ``scorecard_pdf`` gives; None where it is left out.
        faults: Why it is left out.
    """

    office: str
    file: str
    pdf: bytes | None
    faults: tuple[Fault, ...] = ()


def scorecard_pdfs(
    assessments: Sequence[Assessment],
    *,
    model: Model,
    nation: Nation,
    figures: Figures,
    translator: Translator,
    examples: Collection[str] = frozenset(),
) -> Generator[Made]:
    """Every office's scorecard, in the order of the offices, each as soon as it is made.

    Who closes the generator, or is interrupted in it, waits for the few offices that are begun: a tenth
    of a second. The others are never begun.

    Args:
        assessments: The offices.
        model: The model.
        nation: The nation that the scorecards are compared with.
        figures: The national figures, for their version.
        translator: The language.
        examples: The names of made-up offices; their pages say so.

    Yields:
        As many as there are offices. One whose answers do not fit the model is left out.
    """

    def make(assessment: Assessment, file: str) -> Made:
        try:
            scorecard = build_scorecard(assessment, model=model, nation=nation)
        except FaultsError as error:
            return Made(assessment.office, file, None, error.faults)
        synthetic = assessment.office in examples
        pdf = scorecard_pdf(Case(scorecard, model, nation, figures, translator, synthetic))
        return Made(assessment.office, file, pdf)

    names = file_names((one.office for one in assessments), "pdf")
    with ThreadPoolExecutor(THREADS, thread_name_prefix="scorecard") as pool:
        yield from pool.map(make, assessments, names)
