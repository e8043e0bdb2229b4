"""How a command shows that it works, and hands over what it made."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from cli.guard import UseError, tell
from report.ratings_table import FORMATS, Format
from report.whole_file import write_whole

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
    if chosen == "parquet" and out is None and sys.stdout.isatty():
        raise UseError(t("cli.not_on_screen"))
    return chosen


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
