"""Files that are written whole or not at all."""

from __future__ import annotations

import os
import secrets
import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """Writes a file so that nobody ever meets half of it.

    The content goes to a hidden file in the same folder, which then takes the place of the old one
    in a single step. What is no ordinary file, such as ``/dev/stdout``, is written directly.

    Args:
        path: The file; an older one is replaced, but only once the new one is whole.
        content: What it shall hold.

    Raises:
        OSError: The folder does not exist, the disk is full, or writing is not allowed.
    """
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(content)
        else:
            _replace(path.resolve(), content)
    except OSError as error:
        error.filename = str(path)  # not the draft's name, which the user has never seen
        raise


def _replace(path: Path, content: bytes) -> None:
    draft = path.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        with draft.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            shutil.copymode(path, draft)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
