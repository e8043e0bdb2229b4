"""LibreOffice, which tests ask to open what we write."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from collections.abc import Mapping

SECONDS: Final = 120
"""A conversion takes two seconds; a first start on a busy machine takes longer."""

PARTS: Final = {
    ".csv": ("Calc", "libsclo.so"),
    ".docx": ("Writer", "libswlo.so"),
    ".xlsx": ("Calc", "libsclo.so"),
}
"""Ending -> the part of LibreOffice that opens it, and the file by which it is known."""


def converted(files: Mapping[str, bytes], form: str, folder: Path) -> dict[str, bytes]:
    """Files as LibreOffice writes them again, all in one start of the program.

    Args:
        files: Name with its ending -> content.
        form: The ending of what is wanted, such as ``pdf``.
        folder: An empty one, for the program's own profile and the files.

    Returns:
        Name without its ending -> content. Where LibreOffice is missing the test is skipped.
    """
    paths = [folder / name for name in files]
    program = _program({path.suffix for path in paths})
    for path in paths:
        path.write_bytes(files[path.name])
    profile, out = f"-env:UserInstallation={(folder / 'profile').as_uri()}", folder / "out"
    where = ["--convert-to", form, "--outdir", str(out)]
    command = [program, "--headless", profile, *where, *map(str, paths)]
    subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)
    return {path.stem: (out / f"{path.stem}.{form}").read_bytes() for path in paths}


def _program(endings: set[str]) -> str:
    path = shutil.which("soffice")
    for part, library in (PARTS[ending] for ending in sorted(endings)):
        if path is None or not (Path(path).resolve().parent / library).is_file():
            package = f"libreoffice-{part.lower()}-nogui"
            pytest.skip(f"LibreOffice {part} is not installed (on Debian: apt-get install {package})")
    return path or ""
