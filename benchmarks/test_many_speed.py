"""How long one PDF for each office takes, in a ZIP; every office has other answers."""

from __future__ import annotations

import os
import resource
import time
import zipfile
from typing import TYPE_CHECKING

from streamlit.testing.v1 import AppTest

from benchmarks.random_answers import random_assessments
from i18n import Translator
from report.many import scorecard_pdfs
from scoring import build_nation, load_figures, load_model
from scoring.paths import ROOT
from ui.comparing import Office

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

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


def test_the_page_makes_them_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From the click to the button that hands the ZIP over, drawing and progress included."""
    monkeypatch.setenv("TIKAMP_DATABASE_URL", f"sqlite:///{tmp_path}/tikamp.db")
    at = AppTest.from_file(ROOT / "streamlit_app.py", default_timeout=4 * SECONDS).run()
    offices = random_assessments(OFFICES, model=load_model())
    at.session_state["memory.compare.files"] = [Office(one.office, "file", one) for one in offices]
    at.switch_page("ui/pages/compare.py").run()
    start = time.perf_counter()
    at.button("taken_make").click().run()
    seconds = time.perf_counter() - start
    assert not at.exception
    assert "taken_zip" in {one.key for one in at.get("download_button")}
    print(f"\n{OFFICES} scorecard PDFs on the page: {seconds:.1f} s, at most {SECONDS}")
    assert seconds < SECONDS
