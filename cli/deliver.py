"""How a command shows that it works, and hands over what it made."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from tempfile import SpooledTemporaryFile
from typing import IO, TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from cli.guard import UseError, tell
from report.ratings_table import BINARY, FORMATS, Format
from report.sheets import MOST
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


def format_for(out: Path | None, *, form: Format | None, t: Translator) -> Format:
    """The format of a table: the one that is asked for, or the one that the file's ending tells.

    Raises:
        UseError: Neither tells it, or it would go to a terminal that cannot show it.
    """
    chosen = form or _format_of(out, t)
    if chosen in BINARY and out is None and sys.stdout.isatty():
        raise UseError(t("cli.not_on_screen"))
    return chosen


def check_room(offices: int, *, form: Format, t: Translator) -> None:
    """Stops before the work where the format has no room for a row for each office.

    Raises:
        UseError: There are more than a spreadsheet takes.
    """
    if form == "xlsx" and offices > MOST:
        raise UseError(t("workbook.too_many", most=t.number(MOST), found=t.number(offices)))


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


def _format_of(out: Path | None, t: Translator) -> Format:
    if out is None or (out.exists() and not out.is_file()):
        return "csv"
    for form in FORMATS:
        if out.suffix.lower() == f".{form}":
            return form
    raise UseError(t("cli.which_format", file=out.name, formats=", ".join(FORMATS)))


def _to_standard_output(content: bytes) -> None:
    """Writes all of it: with PYTHONUNBUFFERED, as in containers, a single write may stop half-way."""
    left = memoryview(content)
    while left:
        left = left[sys.stdout.buffer.write(left) :]
    sys.stdout.buffer.flush()
