"""SQLite's online backup, there and back."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Final

from storage.engine import make_file
from storage.errors import BadFile, NotEmpty, Unavailable, sqlite_reason
from storage.sqlite import connect, file_of, write_ahead
from storage.upgrade import known_versions

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    from sqlalchemy import URL

_LARGEST_PAGE: Final = 65_536
"""Bytes; does not fit into its place in the header, where 1 stands for it."""

_TABLES: Final = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"


def backup(where: URL, draft: Path) -> None:
    """Copies a database of one moment into a file that needs no other beside it."""
    with _told(), closing(connect(file_of(where))) as source, closing(sqlite3.connect(draft)) as copy:
        source.backup(copy)  # all pages at once: in write-ahead mode that holds up nobody
        copy.execute("PRAGMA journal_mode=DELETE")
    check(draft)


def restore(source: Path, where: URL) -> None:
    """Checks a backup, then copies it into a database without rows."""
    check(source)
    path = file_of(where)
    with _told():
        make_file(path)
        with closing(connect(path)) as target, closing(_read(source)) as copy:
            if _holds_rows(target):
                raise NotEmpty
            copy.backup(target)
        write_ahead(path)


def check(path: Path) -> None:
    """Reads a backup through.

    Raises:
        BadFile: It is not whole, or no store of Tikamp.
        Unavailable: It is of a newer Tikamp.
    """
    _check_length(path)
    try:
        with closing(_read(path)) as connection:
            damage = [row[0] for row in connection.execute("PRAGMA integrity_check")]
            broken = connection.execute("PRAGMA foreign_key_check").fetchall()
            version = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.DatabaseError as error:
        raise BadFile([f"damaged, cut off, or no backup of Tikamp: {error}"]) from error
    if damage != ["ok"] or broken:
        raise BadFile(["damaged or cut off", *damage[:5]])
    check_version(version[0] if version else "")


def _check_length(path: Path) -> None:
    """Refuses a file shorter or longer than it says itself: SQLite would not miss half of the last page.

    The header is described in https://sqlite.org/fileformat.html: page size at 16, number of pages at 28.
    """
    with path.open("rb") as file:
        header = file.read(32)
    size, pages = int.from_bytes(header[16:18]), int.from_bytes(header[28:32])
    if path.stat().st_size != (_LARGEST_PAGE if size == 1 else size) * pages:
        raise BadFile(["damaged or cut off: its length is not what it says itself"])


def check_version(version: str) -> None:
    """Refuses a backup that this Tikamp cannot know.

    Raises:
        Unavailable: It is of a newer Tikamp.
    """
    if version not in known_versions():
        raise Unavailable("newer", detail=f"the backup's tables have version {version or 'none'}")


def _read(path: Path) -> sqlite3.Connection:
    """Opens a backup without writing anything, not even beside it."""
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)


def _holds_rows(connection: sqlite3.Connection) -> bool:
    tables = [row[0] for row in connection.execute(_TABLES)]
    return any(
        connection.execute(f'SELECT 1 FROM "{name}" LIMIT 1').fetchone()  # noqa: S608 - a table's own name
        for name in tables
        if name != "alembic_version"
    )


@contextmanager
def _told() -> Generator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise Unavailable(sqlite_reason(error), detail=str(error)) from error
