"""The open store: every read and every write goes through it, whole or not at all."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from sqlalchemy import Engine, text
from sqlalchemy.orm import Session

from storage.engine import address, make_engine
from storage.errors import Unavailable, sqlite_reason, told
from storage.sqlite import BUSY_TIMEOUT, WRITES
from storage.turns import Turns
from storage.upgrade import upgrade

if TYPE_CHECKING:
    from collections.abc import Generator
    from contextlib import AbstractContextManager


@dataclass(frozen=True)
class Store:
    """An open store. Safe from any thread; a process needs one."""

    engine: Engine
    _turns: Turns = field(default_factory=Turns, init=False, repr=False, compare=False)

    @cached_property
    def _reader(self) -> Engine:
        if self.engine.dialect.name == "sqlite":
            return self.engine
        return self.engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)

    @cached_property
    def _writer(self) -> Engine:
        return self.engine.execution_options(**{WRITES: True})

    @contextmanager
    def read(self) -> Generator[Session]:
        """All that is read in it is of one moment.

        Raises:
            Unavailable: The database failed.
        """
        with told(), Session(self._reader) as session:
            yield session

    @contextmanager
    def write(self) -> Generator[Session]:
        """One transaction: when it ends without an error, what was written is on the disk.

        Raises:
            Unavailable: The database failed. Nothing was written; where the connection broke in the
                very moment of the commit, perhaps all of it, so writing the same again must be harmless.
        """
        with told(), self._turn(), Session(self._writer, info={WRITES: True}) as session, session.begin():
            yield session

    def _turn(self) -> AbstractContextManager[None]:
        """PostgreSQL lets many write at once."""
        sqlite = self.engine.dialect.name == "sqlite"
        return self._turns.turn(patience=BUSY_TIMEOUT) if sqlite else nullcontext()

    def check(self) -> None:
        """Touches the database, for those who watch over the service.

        Raises:
            Unavailable: It does not answer.
        """
        with self.read() as session:
            session.execute(text("SELECT count(*) FROM alembic_version")).one()

    def close(self) -> None:
        """Lets go of all connections."""
        self.engine.dispose()


def open_store(url: str) -> Store:
    """Opens the store, makes it where there is none, and brings its tables up to this version.

    Args:
        url: ``sqlite:////folder/file.db`` or ``postgresql://...``; see ``default_url``.

    Raises:
        Unavailable: It cannot be reached, or was made by a newer Tikamp.
        ValueError: The address is not one.
    """
    try:
        engine = make_engine(address(url))
    except OSError as error:
        raise Unavailable("gone", detail=str(error)) from error
    except sqlite3.Error as error:
        raise Unavailable(sqlite_reason(error), detail=str(error)) from error
    try:
        with told():
            upgrade(engine)
    except BaseException:
        engine.dispose()
        raise
    return Store(engine)
