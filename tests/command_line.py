"""What the tests of the command line share."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Final

from typer.testing import CliRunner

from cli.main import app
from scoring.paths import DATA, ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from typer.testing import Result

EXAMPLES: Final = DATA / "example_offices.csv"


def run(*words: str | Path) -> Result:
    """Run the command in this process, in bokmål unless told otherwise."""
    env = {"TIKAMP_LANGUAGE": None, "TIKAMP_DEBUG": None}
    return CliRunner(env=env).invoke(app, [str(word) for word in words])


def run_in(language: str, *words: str | Path) -> Result:
    """Run the command with a language from the environment."""
    return CliRunner(env={"TIKAMP_LANGUAGE": language}).invoke(app, [str(word) for word in words])


def words_of(*words: str | Path) -> list[str]:
    """The words that start the command in a process of its own."""
    return [sys.executable, "-m", "cli.main", *map(str, words)]


def environment(**more: str) -> dict[str, str]:
    """The environment for such a process."""
    return {**os.environ, "PYTHONPATH": str(ROOT), "TIKAMP_LANGUAGE": "nb", **more}


def write(path: Path, text: str) -> Path:
    """Write a small file and hand its path on."""
    path.write_text(text, encoding="utf-8")
    return path
