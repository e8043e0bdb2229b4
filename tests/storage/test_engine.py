"""The store is where its address says, takes turns, and tells when the database fails."""

from __future__ import annotations

import datetime as dt
import stat
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import exc, select, text

from storage import (
    LOCAL,
    Change,
    Store,
    Unavailable,
    answers,
    assessments,
    default_url,
    offices,
    open_store,
    tables,
)
from storage import sqlite as settings
from storage.engine import address
from storage.turns import Turns
from tests.storage.databases import MOMENT, OUTLINE, begun, entries, write

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


# ------------------------------------------------------------------ where
def test_the_address_is_said_by_a_variable(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TIKAMP_DATABASE_URL", "postgresql://db/tikamp")
    assert default_url() == "postgresql://db/tikamp"
    monkeypatch.delenv("TIKAMP_DATABASE_URL")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert default_url() == f"sqlite:///{tmp_path}/tikamp/tikamp.db"


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_postgresql_means_psycopg(scheme: str) -> None:
    assert address(f"{scheme}://a:b@db/tikamp").drivername == "postgresql+psycopg"


@pytest.mark.parametrize("url", ["mysql://db/tikamp", "nothing", "sqlite://", "sqlite:///:memory:"])
def test_another_address_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match=r"address|neither"):
        open_store(url)


def test_the_file_is_made_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "a folder" / "50% 'æøå?#.db"
    open_store(str(address("sqlite://").set(database=str(path)))).close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_sqlite_is_told_to_keep_what_it_acknowledged(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path / 'store.db'}")
    with store.read() as session:
        told = {
            name: session.execute(text(f"PRAGMA {name}")).scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    store.close()
    assert told == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 10_000}


def test_a_moment_is_kept_in_utc_wherever_it_was_told(store: Store) -> None:
    oslo = MOMENT.astimezone(dt.timezone(dt.timedelta(hours=2)))
    with store.write() as session:
        session.add(tables.Audit(what="created", at=oslo))
    with store.read() as session:
        kept = session.scalars(select(tables.Audit.at)).one()
    assert (kept, kept.tzinfo) == (MOMENT, dt.UTC)


def test_a_moment_without_time_zone_is_not_stored(store: Store) -> None:
    with pytest.raises(exc.StatementError, match="time zone"), store.write() as session:
        session.add(tables.Audit(what="created", at=MOMENT.replace(tzinfo=None)))


# ------------------------------------------------------------------ taking turns
@pytest.fixture(params=["one process", "two processes"])
def stores(request: pytest.FixtureRequest, store: Store, url: str) -> Iterator[list[Store]]:
    """The store as two see it: from one process, or opened twice, as by two."""
    other = store if request.param == "one process" else open_store(url)
    yield [store, other]
    other.close()


def test_two_who_write_in_different_columns_are_both_kept(store: Store, stores: list[Store]) -> None:
    _, here = begun(store, LOCAL)
    start = threading.Barrier(2)

    def save(mine: Store, column: str) -> int:
        start.wait()
        for version in range(10):
            change = Change(column, f"{column}{version}", version)
            saved = answers.save(mine, LOCAL, assessment_id=here, changes=[change])
            assert saved.conflicts == ()
        return 10

    with ThreadPoolExecutor(2) as pool:
        assert sum(pool.map(save, stores, ["goals", "method"])) == 20
    kept = entries(store, LOCAL, here)
    assert {column: (one.text, one.version) for column, one in kept.items()} == {
        "goals": ("goals9", 10),
        "method": ("method9", 10),
    }
    assert len(answers.history(store, LOCAL, assessment_id=here)) == 20
    assert answers.changes_since(store, LOCAL, assessment_id=here, revision=0).revision == 20


def test_of_two_who_write_in_one_column_one_is_told(store: Store, stores: list[Store]) -> None:
    _, here = begun(store, LOCAL)
    write(store, LOCAL, here, goals="before")
    start = threading.Barrier(2)

    def save(mine: Store, text: str) -> int:
        start.wait()
        saved = answers.save(mine, LOCAL, assessment_id=here, changes=[Change("goals", text, 1)])
        return len(saved.conflicts)

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(save, stores, ["first", "second"])) == [0, 1]
    assert len(answers.history(store, LOCAL, assessment_id=here)) == 2


def test_many_writers_take_turns_and_none_gives_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "_PRAGMAS", ("foreign_keys=ON", "synchronous=FULL", "busy_timeout=50"))
    store = open_store(f"sqlite:///{tmp_path / 'store.db'}")
    office_id, _ = begun(store, LOCAL)

    def write_a_lot(_: int) -> int:
        here = assessments.create(store, LOCAL, office_id=office_id, outline=OUTLINE)
        for version in range(10):
            change = Change("goals", f"{version}", version)
            answers.save(store, LOCAL, assessment_id=here, changes=[change])
        return len(answers.history(store, LOCAL, assessment_id=here))

    with ThreadPoolExecutor(20) as pool:
        assert list(pool.map(write_a_lot, range(20))) == [10] * 20
    store.close()


def test_who_has_waited_too_long_gives_up_and_holds_up_nobody() -> None:
    turns = Turns()
    with turns.turn(patience=0):
        with pytest.raises(Unavailable) as caught, turns.turn(patience=0.01):
            pass
        assert caught.value.reason == "locked"
    with turns.turn(patience=0):
        pass


def test_what_fails_half_way_leaves_nothing(store: Store) -> None:
    def broken() -> None:
        with store.write() as session:
            session.execute(text("UPDATE office SET name = 'half'"))
            raise RuntimeError

    offices.create(store, LOCAL, name="Moss")
    with pytest.raises(RuntimeError):
        broken()
    assert [one.name for one in offices.overview(store, LOCAL)] == ["Moss"]
