"""What all tests share: no test is passed over in CI, and golden results can be blessed."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from scoring import Model, load_model

if TYPE_CHECKING:
    from collections.abc import Generator

GOLDEN: Final = Path(__file__).parent / "golden"
IN_CI: Final = os.environ.get("CI", "").lower() in {"1", "true"}


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Commands run in a folder of their own."""
    monkeypatch.chdir(tmp_path)


@pytest.fixture(scope="session")
def model() -> Model:
    return load_model()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--bless", action="store_true", help="accept today's output as the golden results")


class Golden:
    """Results that were looked at once and may not change unnoticed."""

    def __init__(self, folder: Path, *, blessing: bool) -> None:
        self._folder = folder
        self._blessing = blessing

    def check(self, name: str, text: str) -> None:
        """Compare a text with its golden file, or write the file when the run is a blessing.

        Args:
            name: File name in tests/golden.
            text: What the code makes of it today.
        """
        path = self._folder / name
        if self._blessing:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.exists(), f"{path.name} is not in tests/golden yet: make bless"
        expected = path.read_text(encoding="utf-8")
        assert text == expected, f"{path.name} changed. If that is meant: make bless, and read the difference"


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    return Golden(GOLDEN, blessing=bool(request.config.getoption("--bless")))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if IN_CI and report.skipped and not hasattr(report, "wasxfail"):
        _fail(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    if IN_CI and report.skipped:
        _fail(report)
    return report


def _fail(report: pytest.TestReport | pytest.CollectReport) -> None:
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
    report.outcome = "failed"
    report.longrepr = f"In CI every test runs, but this one was skipped. {reason}"
