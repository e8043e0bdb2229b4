"""Ten thousand offices from an upload to their ratings, through the pages that a consultant uses."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Final

import pytest
from streamlit.testing.v1 import AppTest

from benchmarks.ten_thousand import OFFICES
from ui import resources

ROOT: Final = Path(__file__).parent.parent
SECONDS: Final = 10.0
"""From the upload until every office is rated, on a quiet machine."""

PATIENCE: Final = 120
"""Seconds after which a page is given up."""


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setenv("TIKAMP_DATABASE_URL", f"sqlite:///{tmp_path}/tikamp.db")
    resources.store.clear()
    at = AppTest.from_file(ROOT / "streamlit_app.py", default_timeout=PATIENCE)
    at.query_params["lang"] = "nb"
    at.run().switch_page("ui/pages/files.py").run()
    return at


@pytest.mark.parametrize("name", ["svar.csv", "svar.xlsx"])
def test_ten_thousand_offices_through_the_pages(name: str, files: dict[str, bytes], app: AppTest) -> None:
    start = time.perf_counter()
    app.file_uploader[0].set_value([(name, files[name], "text/plain")])
    app.run()
    read = time.perf_counter()
    assert not app.exception
    app.button("bring_take_1").click().run()
    taken = time.perf_counter()
    assert len(app.session_state["memory.compare.files"]) == OFFICES
    app.switch_page("ui/pages/compare.py").run()
    compared = time.perf_counter()
    assert not app.exception
    assert len(app.dataframe[0].value) == OFFICES
    app.run()
    again = time.perf_counter()
    print(f"\n{OFFICES:,} offices in words, {name}, {len(files[name]) / 10**6:.1f} MB")
    print(f"  read, checked and rated {read - start:5.2f} s, taken in {taken - read:5.2f} s")
    print(f"  compared with ranks {compared - taken:5.2f} s, the next click {again - compared:5.2f} s")
    assert read - start <= SECONDS
