"""The house rules that a program can check."""

from __future__ import annotations

import re
from pathlib import Path

from tools.generate import stale

ROOT = Path(__file__).parent.parent
CODE = ("scoring", "i18n", "report", "storage", "ui", "cli", "tools", "benchmarks", "tests")
PYTHON = [ROOT / "streamlit_app.py", *(path for folder in CODE for path in (ROOT / folder).rglob("*.py"))]
FOREIGN = re.compile(
    r"https?://(?:[\w.]*\.)?(?:pypi|pythonhosted|npmjs|debian)\b|/root/|/home/\w|/work/", re.IGNORECASE
)
TEXT = {
    ".py",
    ".md",
    ".toml",
    ".yaml",
    ".yml",
    ".po",
    ".csv",
    ".json",
    ".service",
    ".template",
    ".typ",
    ".txt",
    "",
}


def _lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def test_files_are_short_enough_to_read() -> None:
    long = {str(path.relative_to(ROOT)): _lines(path) for path in PYTHON if _lines(path) > 250}
    assert long == {}


def test_pages_are_shorter_still() -> None:
    long = {path.name: _lines(path) for path in (ROOT / "ui" / "pages").glob("*.py") if _lines(path) > 120}
    assert long == {}


def test_generated_files_are_fresh() -> None:
    assert stale() == []


def _tracked() -> list[Path]:
    folders = [*CODE, "criteria", "data", "deploy", "docs", ".ci", ".streamlit"]
    files = [path for folder in folders for path in (ROOT / folder).rglob("*")]
    return [path for path in [*ROOT.glob("*"), *files] if path.is_file() and path.suffix in TEXT]


def test_no_file_names_a_machine_or_a_registry() -> None:
    this = Path(__file__)
    found = {
        str(path.relative_to(ROOT)): match[0]
        for path in _tracked()
        if path != this and (match := FOREIGN.search(path.read_text(encoding="utf-8", errors="ignore")))
    }
    assert found == {}
