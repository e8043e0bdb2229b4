"""What becomes of errors: a message in the person's language and an exit code, never a traceback."""

from __future__ import annotations

import functools
import os
import sys
from typing import TYPE_CHECKING, Final, ParamSpec

import typer

from i18n import Translator, language_of
from report.faults import fault_text
from scoring import FaultsError

if TYPE_CHECKING:
    from collections.abc import Callable

P = ParamSpec("P")

FAULTS: Final = 1
WRONG_USE: Final = 2
BROKEN: Final = 3
NO_READER: Final = 141
"""As a shell tells of any program whose reader left, such as `tikamp score FILE | head`."""

DEBUG: Final = "TIKAMP_DEBUG"
"""Set it to see where an unexpected error comes from."""


class UseError(Exception):
    """The command was used in a way that cannot work; the message says what would."""


def guarded(command: Callable[P, None]) -> Callable[P, None]:
    """The same command, with every error declared to the person who runs it."""

    @functools.wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            command(*args, **kwargs)
            sys.stdout.flush()
        except (typer.Exit, typer.Abort):
            raise
        except Exception as error:
            if os.environ.get(DEBUG):
                raise
            code = declare(error, Translator(language_of(str(kwargs.get("language")))))
            raise typer.Exit(code) from None

    return run


def declare(error: Exception, t: Translator) -> int:
    """Tells what went wrong on standard error.

    Returns:
        The exit code.
    """
    match error:
        case FaultsError():
            tell(t.plural("cli.faults", len(error.faults)))
            for fault in error.faults:
                tell(fault_text(fault, t))
            return FAULTS
        case BrokenPipeError():
            _leave_pipe()
            return NO_READER
        case OSError():
            tell(_file_trouble(error, t))
            return WRONG_USE
        case UseError():
            tell(str(error))
            return WRONG_USE
        case _:
            tell(t("cli.unexpected", kind=type(error).__name__, reason=str(error), debug=DEBUG))
            return BROKEN


def tell(text: str) -> None:
    """A line for the person, kept apart from what the command yields."""
    typer.echo(text, err=True)


def _file_trouble(error: OSError, t: Translator) -> str:
    file = str(error.filename) if error.filename else t("cli.output")
    match error:
        case FileNotFoundError():
            return t("cli.no_file", file=file)
        case IsADirectoryError():
            return t("cli.is_folder", file=file)
        case NotADirectoryError():
            return t("cli.no_folder", file=file)
        case PermissionError():
            return t("cli.not_allowed", file=file)
        case _:
            return t("cli.file_trouble", file=file, reason=error.strerror or str(error))


def _leave_pipe() -> None:
    """Nobody reads any more: what is still to be flushed at exit must not raise again."""
    with open(os.devnull, "w", encoding="utf-8") as nowhere:  # noqa: PTH123 - devnull is no path of ours
        os.dup2(nowhere.fileno(), sys.stdout.fileno())
