"""Where the store is, and how it is reached: a file of one's own, or PostgreSQL by its address."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Final

from platformdirs import user_data_path
from sqlalchemy import URL, create_engine, make_url
from sqlalchemy.exc import ArgumentError

from storage.sqlite import BUSY_TIMEOUT, file_of, sqlite_engine, write_ahead

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Engine

VARIABLE: Final = "TIKAMP_DATABASE_URL"

_POSTGRES: Final[dict[str, Any]] = {
    "connect_timeout": 5,  # seconds
    "options": f"-c timezone=UTC -c lock_timeout={int(BUSY_TIMEOUT)}s -c statement_timeout=60s",
}


def default_url() -> str:
    """The address in TIKAMP_DATABASE_URL, else a file in the user's data folder."""
    own = URL.create("sqlite", database=str(user_data_path("tikamp") / "tikamp.db"))
    return os.environ.get(VARIABLE) or own.render_as_string()


def address(url: str) -> URL:
    """An address as SQLAlchemy takes it: ``postgres://`` and ``postgresql://`` mean psycopg.

    Raises:
        ValueError: It is none, or of a database that Tikamp does not know.
    """
    try:
        found = make_url(url)
    except ArgumentError as error:
        raise ValueError("it does not read as an address") from error
    if found.drivername in {"postgres", "postgresql"}:
        return found.set(drivername="postgresql+psycopg")
    if found.get_backend_name() not in {"sqlite", "postgresql"}:
        raise ValueError(f"{found.drivername} is neither sqlite nor postgresql")
    return found


def make_engine(url: URL) -> Engine:
    """An engine that any thread may use. A SQLite file is made where there is none.

    Raises:
        OSError: The file cannot be made.
        sqlite3.Error: It is there, but no database, or cannot be opened.
    """
    if url.get_backend_name() == "sqlite":
        make_file(file_of(url))
        write_ahead(file_of(url))
        return sqlite_engine(url)
    given = {name: value for name, value in _POSTGRES.items() if name not in url.query}
    return create_engine(
        url,
        connect_args=given,
        pool_pre_ping=True,
        pool_size=10,
        max_overflow=20,
        pool_timeout=BUSY_TIMEOUT,
    )


def make_file(path: Path) -> None:
    """Makes an empty file that only its owner can read, and its folder."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not path.exists():
        path.touch(mode=0o600)
