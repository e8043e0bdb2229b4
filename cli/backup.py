"""`tikamp backup` and `tikamp restore`: the whole store in a file, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cli.deliver import working
from cli.guard import UseError, tell
from storage import BadFile, NotEmpty, StoreError, ToolFailed, Unavailable, backup, default_url

if TYPE_CHECKING:
    from pathlib import Path

    from i18n import Translator


def write_backup(target: Path, *, database: str | None, tool: str, t: Translator) -> None:
    """Writes a backup of the store, also while the app runs.

    Args:
        target: The file.
        database: The store's address; the app's own if None.
        tool: PostgreSQL's pg_dump.
        t: The language of what is said.

    Raises:
        UseError: It did not work; nothing was written, and the message says why.
        OSError: The file cannot be written.
    """
    with working(t("backup.writing", file=str(target))):
        try:
            backup.backup(database or default_url(), target, tool=tool)
        except (StoreError, ValueError) as error:
            raise UseError(_why(error, target, t)) from error
    tell(t("backup.written", file=str(target)))


def put_back(source: Path, *, database: str | None, tool: str, t: Translator) -> None:
    """Puts a backup into an empty database.

    Args:
        source: The file.
        database: The store's address; the app's own if None.
        tool: PostgreSQL's pg_restore.
        t: The language of what is said.

    Raises:
        UseError: It did not work; the database is as it was, and the message says why.
        OSError: The file cannot be read.
    """
    with working(t("backup.reading", file=str(source))):
        try:
            backup.restore(source, database or default_url(), tool=tool)
        except (StoreError, ValueError) as error:
            raise UseError(_why(error, source, t)) from error
    tell(t("backup.restored", file=str(source)))


def _why(error: Exception, file: Path, t: Translator) -> str:
    match error:
        case Unavailable():
            return t(f"backup.trouble.{error.reason}", reason=error.detail)
        case BadFile():
            return t("backup.bad_file", file=str(file), reason="; ".join(error.faults))
        case NotEmpty():
            return t("backup.not_empty")
        case ToolFailed(detail=""):
            return t("backup.no_tool", tool=error.tool)
        case ToolFailed():
            return t("backup.tool_failed", tool=error.tool, reason=error.detail)
        case _:
            return t("backup.bad_address", reason=str(error))
