"""A backup while the store is in use, and its way back into an empty database.

SQLite's own online backup, and PostgreSQL's own programs: what they make, any administrator can read
without Tikamp.
"""

from __future__ import annotations

import os
import secrets
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from storage import backup_postgres, backup_sqlite
from storage.engine import address
from storage.errors import BadFile

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

_KINDS: Final = {"sqlite": b"SQLite format 3\x00", "postgresql": b"PGDMP"}
"""What the files begin with."""


def backup(url: str, target: Path, *, tool: str = "pg_dump") -> None:
    """Writes a whole backup of one moment, and reads it through, before it gets its name.

    Others may go on writing. Nothing is upgraded, so an older store can be saved before it is.

    Args:
        url: The store's address.
        target: The file; an older one is replaced, but only once the new one is whole.
        tool: PostgreSQL's pg_dump, as new as the server or newer; pg_restore lies beside it.

    Raises:
        OSError: The file cannot be written.
        Unavailable: The database failed, or there is none.
        ToolFailed: pg_dump is not there, or failed.
        BadFile: What was written is not whole: the disk or the database is damaged.
    """
    where = address(url)
    with _draft(target) as draft:
        if where.get_backend_name() == "sqlite":
            backup_sqlite.backup(where, draft)
        else:
            backup_postgres.backup(where, draft, tool=tool)


def restore(source: Path, url: str, *, tool: str = "pg_restore") -> None:
    """Puts a backup into an empty database: all of it, or nothing.

    Args:
        source: A file that ``backup`` has written, from a database of the same kind.
        url: The address of a database that holds nothing; a SQLite file is made.
        tool: PostgreSQL's pg_restore.

    Raises:
        OSError: The file cannot be read.
        BadFile: It is no backup of Tikamp, or not whole, or of the other kind of database.
        NotEmpty: The database holds something.
        Unavailable: The database failed, or the backup is of a newer Tikamp.
        ToolFailed: pg_restore is not there, or failed.
    """
    where = address(url)
    kind = where.get_backend_name()
    _check_kind(source, kind)
    if kind == "sqlite":
        backup_sqlite.restore(source, where)
    else:
        backup_postgres.restore(source, where, tool=tool)


def _check_kind(source: Path, kind: str) -> None:
    with source.open("rb") as file:
        start = file.read(16)
    found = next((name for name, magic in _KINDS.items() if start.startswith(magic)), None)
    if found is None:
        raise BadFile(["no backup of Tikamp"])
    if found != kind:
        raise BadFile([f"a backup of {found}, and the database is {kind}"])


@contextmanager
def _draft(target: Path) -> Generator[Path]:
    """A file beside the target that takes its place when all went well; only its owner can read it."""
    draft = target.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        yield draft
        _to_disk(draft)
        draft.replace(target)
    except OSError as error:
        error.filename = str(target)  # not the draft's name, which nobody has seen
        raise
    finally:
        draft.unlink(missing_ok=True)


def _to_disk(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())
