"""What SQLite needs to be told so that it keeps what it has acknowledged."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import create_engine, event
from sqlalchemy.exc import DisconnectionError

if TYPE_CHECKING:
    from sqlalchemy import URL, Connection, Engine
    from sqlalchemy.pool import ConnectionPoolEntry

WRITES: Final = "writes"
"""The execution option of an engine whose transactions write."""

BUSY_TIMEOUT: Final = 10.0
"""Seconds that a writer waits for another one."""

_PRAGMAS: Final = ("foreign_keys=ON", "synchronous=FULL", f"busy_timeout={int(BUSY_TIMEOUT * 1000)}")


def sqlite_engine(url: URL) -> Engine:
    """An engine for a file that exists.

    Transactions are begun here and not by Python's driver: a reader by BEGIN, which is a snapshot
    in write-ahead mode, a writer by BEGIN IMMEDIATE, so that it waits for its turn before it reads.
    """
    path = file_of(url)
    engine = create_engine(
        url, creator=lambda: connect(path), pool_size=10, max_overflow=20, pool_timeout=BUSY_TIMEOUT
    )
    event.listen(engine, "begin", _begin)
    event.listen(engine, "connect", lambda _connection, entry: _remember(entry, path))
    event.listen(engine, "checkout", lambda _connection, entry, _proxy: _still_there(entry, path))
    return engine


def file_of(url: URL) -> Path:
    """The database's file.

    Raises:
        ValueError: The address names none: a store in memory would keep nothing.
    """
    if not url.database or url.database == ":memory:" or url.database.startswith("file:"):
        raise ValueError("a SQLite address names a file: sqlite:////folder/file.db")
    return Path(url.database).absolute()


def connect(path: Path) -> sqlite3.Connection:
    """Opens a file that exists. A missing one is an error: SQLite would make an empty one in its place."""
    connection = sqlite3.connect(
        f"{path.as_uri()}?mode=rw",
        uri=True,
        timeout=BUSY_TIMEOUT,
        isolation_level=None,
        check_same_thread=False,
    )
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    return connection


def write_ahead(path: Path) -> None:
    """Puts a file into write-ahead mode, for good; waits while another process does the same."""
    deadline = time.monotonic() + BUSY_TIMEOUT
    connection = connect(path)
    try:
        while connection.execute("PRAGMA journal_mode").fetchone() != ("wal",):
            try:
                connection.execute("PRAGMA journal_mode=WAL")
            except sqlite3.OperationalError as error:  # SQLite itself does not wait here
                if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                    raise
                time.sleep(0.02)
    finally:
        connection.close()


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _remember(entry: ConnectionPoolEntry, path: Path) -> None:
    entry.info["file"] = _identity(path)


def _still_there(entry: ConnectionPoolEntry, path: Path) -> None:
    """A file that was deleted or put back meanwhile still takes writes, which nobody would find."""
    if entry.info.get("file") != _identity(path):
        raise DisconnectionError("the database's file is not the one that was opened")


def _identity(path: Path) -> Any:  # noqa: ANN401 - only compared
    try:
        found = path.stat()
    except OSError:
        return None
    return (found.st_dev, found.st_ino)
