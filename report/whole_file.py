"""Files that are written whole or not at all."""

from __future__ import annotations

import os
import secrets
import shutil
from contextlib import contextmanager
from tempfile import SpooledTemporaryFile
from typing import IO, TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

HELD: Final = 25_000_000
"""Bytes that are kept in memory until it is sure that they shall be written; more go to the disk."""


def write_whole(path: Path, content: bytes) -> None:
    """Writes a file so that nobody ever meets half of it.

    Args:
        path: The file, as in ``whole_file``.
        content: What it shall hold.

    Raises:
        OSError: The folder does not exist, the disk is full, or writing is not allowed.
    """
    with whole_file(path) as file:
        file.write(content)


@contextmanager
def whole_file(path: Path) -> Generator[IO[bytes]]:
    """A file to be written piece by piece so that nobody ever meets half of it.

    The pieces go to a hidden file in the same folder, which takes the place of the old one in a single
    step when all are there, and is taken away when an error or an interruption comes first. What is no
    ordinary file, such as ``/dev/stdout``, is written when all pieces are there.

    Args:
        path: The file; an older one is replaced, but only once the new one is whole.

    Raises:
        OSError: The folder does not exist, the disk is full, or writing is not allowed.
    """
    target = path.resolve()
    draft = target.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        with _held(path) if path.exists() and not path.is_file() else _draft(draft, target) as file:
            yield file
    except OSError as error:
        if error.filename in {None, str(draft)}:  # a name that the user has never seen
            error.filename = str(path)
        raise


@contextmanager
def _draft(draft: Path, target: Path) -> Generator[IO[bytes]]:
    try:
        with draft.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            shutil.copymode(target, draft)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


@contextmanager
def _held(device: Path) -> Generator[IO[bytes]]:
    with SpooledTemporaryFile(HELD) as file:
        yield file
        file.seek(0)
        with device.open("wb") as out:
            shutil.copyfileobj(file, out)
