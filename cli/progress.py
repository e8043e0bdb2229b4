"""How a command that takes minutes shows how far it is, and ends when it is told to."""

from __future__ import annotations

import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from cli.guard import tell

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from types import FrameType

    from i18n import Translator

INTERRUPTED = 130
"""As a shell tells of a program that was ended with Ctrl+C."""


@contextmanager
def advancing(text: str) -> Generator[Callable[[float], None]]:
    """Shows on a terminal how much is done, 0-1, and how long is left; is silent in a pipe or a log."""
    console = Console(stderr=True)
    columns = TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn()
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as progress:
        task = progress.add_task(escape(text), total=1.0)
        yield lambda done: progress.update(task, completed=done)


@contextmanager
def interruptible(t: Translator) -> Generator[None]:
    """Ctrl+C and a stop signal end the work in good order: drafts are taken away, and it is said.

    Raises:
        typer.Exit: The work was ended so.
    """
    before = signal.signal(signal.SIGTERM, _interrupt)
    try:
        yield
    except KeyboardInterrupt:
        tell(t("cli.interrupted"))
        raise typer.Exit(INTERRUPTED) from None
    finally:
        signal.signal(signal.SIGTERM, before)


def _interrupt(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt
