"""PostgreSQL's own pg_dump and pg_restore, there and back."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy import URL, create_engine, inspect, text

from storage.backup_sqlite import check_version
from storage.errors import BadFile, NotEmpty, ToolFailed, told
from storage.tables import Base

if TYPE_CHECKING:
    from collections.abc import Sequence

_OURS: Final = frozenset({*Base.metadata.tables, "alembic_version"})
_BARE: Final = ("--no-owner", "--no-privileges")
"""So that another role than the one that made it can put it back."""


def backup(where: URL, draft: Path, *, tool: str) -> None:
    """Dumps a database of one moment, and reads the dump through."""
    _run(
        tool, [*_access(where), "--format=custom", "--no-owner", "--no-privileges", f"--file={draft}"], where
    )
    check(draft, tool=_beside(tool))


def restore(source: Path, where: URL, *, tool: str) -> None:
    """Checks a dump, then puts it in the place of tables without rows, in one transaction."""
    check(source, tool=tool)
    _check_empty(where)
    how = [
        "--single-transaction",
        "--exit-on-error",
        "--clean",
        "--if-exists",
        "--no-owner",
        "--no-privileges",
    ]
    _run(tool, [*_access(where), *how, str(source)], where)


def check(path: Path, *, tool: str) -> None:
    """Reads a dump through: what is cut off has no end.

    Raises:
        BadFile: It is not whole, or no store of Tikamp.
        Unavailable: It is of a newer Tikamp.
        ToolFailed: pg_restore is not there.
    """
    try:
        listed = _run(tool, ["--list", str(path)])
        _run(tool, [f"--file={os.devnull}", str(path)])
        version = _run(tool, ["--data-only", "--table=alembic_version", "--file=-", str(path)])
    except ToolFailed as error:
        if not error.detail:
            raise
        raise BadFile([f"damaged, cut off, or no backup of Tikamp: {error.detail}"]) from error
    if not all(f" TABLE public {name} " in listed for name in _OURS):
        raise BadFile(["no backup of Tikamp: tables are missing"])
    check_version(_copied(version))


def _copied(sql: str) -> str:
    """The one row that stands between COPY and its end."""
    lines = sql.splitlines()
    starts = [place for place, line in enumerate(lines) if line.startswith("COPY ")]
    return lines[starts[0] + 1] if starts else ""


def _check_empty(where: URL) -> None:
    """Tables of our own without rows do not count: a started app has made them already."""
    engine = create_engine(where)
    try:
        with told(), engine.connect() as connection:
            found = set(inspect(connection).get_table_names())
            rows = [
                name
                for name in found & set(Base.metadata.tables)
                if connection.execute(text(f'SELECT 1 FROM "{name}" LIMIT 1')).first()  # noqa: S608
            ]
    finally:
        engine.dispose()
    if rows or found - _OURS:
        raise NotEmpty


def _access(where: URL) -> list[str]:
    """Without the password: other users of the machine see a program's words."""
    query = {name: value for name, value in where.query.items() if name != "password"}
    # Made anew: `where.set(password=None)` would leave it where it is.
    bare = URL.create(
        "postgresql",
        username=where.username,
        host=where.host,
        port=where.port,
        database=where.database,
        query=query,
    )
    return [f"--dbname={bare.render_as_string()}", "--no-password"]


def _run(tool: str, words: Sequence[str], where: URL | None = None) -> str:
    found = shutil.which(tool)
    if found is None:
        raise ToolFailed(Path(tool).name)
    secret = _secret(where) if where is not None else {}
    done = subprocess.run(  # noqa: S603 - PostgreSQL's own program, and words of our own
        [found, *words], env={**os.environ, **secret}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise ToolFailed(Path(tool).name, detail=done.stderr.strip() or f"ended with {done.returncode}")
    return done.stdout


def _secret(where: URL) -> dict[str, str]:
    """The password, before the @ of the address or behind its ``?``, where no other user sees it."""
    password = where.password or where.query.get("password")
    return {"PGPASSWORD": str(password)} if password else {}


def _beside(tool: str) -> str:
    """The pg_restore that belongs to a pg_dump."""
    return str(Path(tool).with_name("pg_restore")) if os.sep in tool else "pg_restore"
