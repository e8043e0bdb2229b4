"""How long one PDF for each office takes, in a ZIP; every office has other answers."""

from __future__ import annotations

import os
import resource
import time
import zipfile
from typing import TYPE_CHECKING

from benchmarks.random_answers import random_assessments
from i18n import Translator
from report.many import scorecard_pdfs
from scoring import build_nation, load_figures, load_model

if TYPE_CHECKING:
    from pathlib import Path

OFFICES = 356  # one for each municipality of Norway from 2020 to 2023
SECONDS = 30


def test_a_zip_of_pdfs(tmp_path: Path) -> None:
    start = time.perf_counter()
    model, figures = load_model(), load_figures()
    nation = build_nation(model, figures)
    offices = random_assessments(OFFICES, model=model)
    made = scorecard_pdfs(offices, model=model, nation=nation, figures=figures, translator=Translator("nb"))
    path = tmp_path / "all.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for one in made:
            assert one.pdf is not None
            archive.writestr(one.file, one.pdf)
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**10
    print(
        f"\n{OFFICES} scorecard PDFs in a ZIP of {path.stat().st_size / 1e6:.0f} MB: {seconds:.1f} s", end=""
    )
    print(f" on {os.cpu_count()} cores, at most {SECONDS}; peak memory {peak:.0f} MB")
    assert seconds < SECONDS
