"""LibreOffice, which tests ask to open what we write."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Final

import pytest

SECONDS: Final = 120
"""A conversion takes two seconds; a first start on a busy machine takes longer."""


def calc_path() -> str:
    """LibreOffice with its spreadsheet, or the test is skipped; in CI a skipped test fails."""
    path = shutil.which("soffice")
    if path is None or not (Path(path).resolve().parent / "libsclo.so").is_file():
        pytest.skip("LibreOffice Calc is not installed (on Debian: apt-get install libreoffice-calc-nogui)")
    return path


def converted(content: bytes, form: str, folder: Path, *, ending: str = "xlsx") -> bytes:
    """A file as LibreOffice writes it again.

    Args:
        content: The file.
        form: The ending of what is wanted, such as ``pdf``.
        folder: An empty one, for the program's own profile and the two files.
        ending: Of the file.
    """
    source, out = folder / f"file.{ending}", folder / "out"
    source.write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [calc_path(), "--headless", profile, "--convert-to", form, "--outdir", str(out), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)
    return (out / f"file.{form}").read_bytes()
