"""Brings the tables of a database up to this version of Tikamp, one process at a time."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING, Final

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from storage.errors import Unavailable
from storage.sqlite import WRITES

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

FOLDER: Final = Path(__file__).parent / "migrations"

_ADVISORY: Final = 7_116_274_931
"""Any number that no other program on the same PostgreSQL locks by."""

_alone = threading.Lock()  # Alembic keeps what it works on in module variables


def upgrade(engine: Engine) -> None:
    """Runs the migrations that a database lacks: all of them or, when one fails, none.

    Raises:
        Unavailable: The database was made by a newer Tikamp.
    """
    with engine.connect() as connection:
        if _is_current(connection):  # so that a read-only database can be opened
            return
    with _alone, engine.execution_options(**{WRITES: True}).connect() as connection:
        _free_of_keys(connection)
        with connection.begin():
            _take_turn(connection)
            if not _is_current(connection):
                command.upgrade(_config(connection), "head")
                _check_keys(connection)
        connection.invalidate()  # its foreign keys are off


def head() -> str | None:
    """The version of the tables that this Tikamp works with."""
    return ScriptDirectory(str(FOLDER)).get_current_head()


def known_versions() -> frozenset[str]:
    """Every version of the tables that this Tikamp can bring up to its own."""
    return frozenset(one.revision for one in ScriptDirectory(str(FOLDER)).walk_revisions())


def version_of(connection: Connection) -> str | None:
    """The version of the tables in a database; None where there are none."""
    return MigrationContext.configure(connection).get_current_revision()


def _is_current(connection: Connection) -> bool:
    found = version_of(connection)
    if found is not None and found not in known_versions():
        raise Unavailable("newer", detail=f"its tables have version {found}, this Tikamp knows {head()}")
    return found == head()


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def _free_of_keys(connection: Connection) -> None:
    """On SQLite a table is changed by making it anew, which foreign keys would not allow."""
    if connection.dialect.name == "sqlite":
        driver = connection.connection.driver_connection
        assert driver is not None  # noqa: S101 - for mypy: the connection is open
        driver.execute("PRAGMA foreign_keys=OFF")


def _take_turn(connection: Connection) -> None:
    """On SQLite BEGIN IMMEDIATE has already waited for other processes."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_ADVISORY})")


def _check_keys(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        if broken:
            raise Unavailable("other", detail=f"a migration would break {len(broken)} references")
