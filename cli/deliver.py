"""How a command shows that it works, and hands over what it made."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from tempfile import SpooledTemporaryFile
from typing import IO, TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from cli.guard import tell
from report.whole_file import HELD, whole_file, write_whole

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    from i18n import Translator


@contextmanager
def working(text: str) -> Generator[None]:
    """Shows on a terminal that work goes on; is silent in a pipe or a log."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield
        return
    with console.status(Text(text)):  # no markup: it may hold a file's name
        yield


def hand_over(content: bytes, *, out: Path | None, t: Translator) -> None:
    """Writes a file whole and says so, or writes to standard output.

    Raises:
        OSError: It cannot be written.
    """
    if out is None:
        _to_standard_output(content)
        return
    write_whole(out, content)
    tell(t("cli.written", file=str(out)))


@contextmanager
def handing_over(out: Path | None, *, t: Translator) -> Generator[IO[bytes]]:
    """A file to be written piece by piece; handed over as ``hand_over`` does once all pieces are there.

    Raises:
        OSError: It cannot be written.
    """
    if out is None:
        with SpooledTemporaryFile(HELD) as file:
            yield file
            file.seek(0)
            for piece in iter(lambda: file.read(HELD), b""):
                _to_standard_output(piece)
        return
    with whole_file(out) as file:
        yield file
    tell(t("cli.written", file=str(out)))


def _to_standard_output(content: bytes) -> None:
    """Writes all of it: with PYTHONUNBUFFERED, as in containers, a single write may stop half-way."""
    left = memoryview(content)
    while left:
        left = left[sys.stdout.buffer.write(left) :]
    sys.stdout.buffer.flush()
