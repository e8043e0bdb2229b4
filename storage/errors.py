"""What can go wrong with the store, told by what it means for the person, not by which driver said it."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, Literal

from sqlalchemy import exc

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Generator, Sequence

    from scoring.plan import PlannedMeasure

Reason = Literal["gone", "locked", "read_only", "full", "newer", "other"]


class StoreError(Exception):
    """Whatever the store cannot do; the app tells it in words and keeps what was given."""


class Unavailable(StoreError):  # noqa: N818 - it is a state, and is called so in the app as well
    """The database does not answer or does not take anything just now. Nothing of the call was stored.

    Args:
        reason: gone (no connection, no file), locked (others hold it too long), read_only, full,
            newer (made by a newer Tikamp than this), other.
        detail: What the driver said, for the log; never for the screen.
    """

    def __init__(self, reason: Reason, *, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason: Reason = reason
        self.detail = detail


class NotFound(StoreError):  # noqa: N818
    """There is no such thing, or not for this actor: which of the two is not told."""


class Locked(StoreError):  # noqa: N818
    """The assessment is finished and locked: its answers and notes stay as they are."""


class LastOwner(StoreError):  # noqa: N818
    """An office keeps at least one owner; make someone else an owner first."""


class BadText(StoreError):  # noqa: N818
    """A text holds what no database keeps the same, or is too long; see ``storable``.

    Args:
        places: Every column or field that is at fault.
    """

    def __init__(self, places: Sequence[str]) -> None:
        super().__init__(f"cannot be stored as written: {', '.join(places)}")
        self.places = tuple(places)


class BadFile(StoreError):  # noqa: N818
    """A file is not what it should be: not an export or a backup of Tikamp, damaged or cut off.

    Args:
        faults: What is wrong and where, each on its own; for the log and for experts.
    """

    def __init__(self, faults: Sequence[str]) -> None:
        super().__init__("; ".join(faults))
        self.faults = tuple(faults)


class NotEmpty(StoreError):  # noqa: N818
    """A backup is put back into an empty database only."""


class ToolFailed(StoreError):  # noqa: N818
    """A program of PostgreSQL's own is not there, or did not do its work.

    Args:
        tool: Its name: pg_dump or pg_restore.
        detail: What it said; empty where there is no such program.
    """

    def __init__(self, tool: str, *, detail: str = "") -> None:
        super().__init__(f"{tool}: {detail or 'not found'}")
        self.tool = tool
        self.detail = detail


class Stale(StoreError):  # noqa: N818
    """Someone else has changed the plan since it was read; nothing was overwritten.

    Args:
        plan: The plan as it is stored now.
        version: Its version.
        name: Who changed it last; empty where no one is signed in.
        when: When that was.
    """

    def __init__(
        self,
        plan: tuple[PlannedMeasure, ...],
        *,
        version: int,
        name: str = "",
        when: dt.datetime | None = None,
    ) -> None:
        super().__init__(f"the stored plan has version {version}")
        self.plan = plan
        self.version = version
        self.name = name
        self.when = when


@contextmanager
def told() -> Generator[None]:
    """Turns what drivers raise when a database fails into ``Unavailable``; a mistake of ours stays one."""
    try:
        yield
    except exc.TimeoutError as error:  # no connection became free
        raise Unavailable("locked", detail=str(error)) from error
    except exc.DBAPIError as error:
        reason = reason_of(error)
        if reason is None:
            raise
        raise Unavailable(reason, detail=str(error.orig)) from error


def reason_of(error: exc.DBAPIError) -> Reason | None:
    """Why the database failed; None where the fault is in what it was asked."""
    orig = error.orig
    if isinstance(orig, sqlite3.Error):
        known = _sqlite_code(orig)
    else:
        known = _postgres_state(getattr(orig, "sqlstate", None))
    ours = isinstance(error, (exc.IntegrityError, exc.ProgrammingError, exc.DataError))
    return known or (None if ours else "other")


def sqlite_reason(error: sqlite3.Error) -> Reason:
    """Why SQLite failed."""
    return _sqlite_code(error) or "other"


def _sqlite_code(error: sqlite3.Error) -> Reason | None:
    code = getattr(error, "sqlite_errorcode", 0)
    return _SQLITE.get(code) or _SQLITE.get(code & 0xFF)


def _postgres_state(state: str | None) -> Reason | None:
    """Without a state there was no connection that could have told one."""
    return "gone" if state is None else _POSTGRES.get(state) or _POSTGRES.get(state[:2])


# The result codes of https://sqlite.org/rescode.html; the lowest byte is the family.
_SQLITE: Final[dict[int, Reason]] = {
    3: "read_only",  # PERM
    5: "locked",  # BUSY
    6: "locked",  # LOCKED
    8: "read_only",  # READONLY
    8 | 4 << 8: "gone",  # READONLY_DBMOVED
    10: "gone",  # IOERR
    13: "full",  # FULL
    14: "gone",  # CANTOPEN
    23: "read_only",  # AUTH
}
# SQLSTATE, whole or the class (https://www.postgresql.org/docs/current/errcodes-appendix.html).
_POSTGRES: Final[dict[str, Reason]] = {
    "08": "gone",  # connection exceptions
    "25006": "read_only",  # read_only_sql_transaction
    "28": "gone",  # the role may not sign in (any more)
    "3D": "gone",  # no such database
    "40": "locked",  # serialization failure, deadlock
    "42501": "read_only",  # insufficient_privilege
    "42P01": "gone",  # undefined_table
    "53100": "full",  # disk_full
    "53": "gone",  # too many connections, out of memory
    "54": "full",  # program limit exceeded
    "55P03": "locked",  # lock_not_available
    "57014": "locked",  # query_canceled: it waited too long
    "57": "gone",  # shutdown, crash, cannot connect now
    "58": "gone",  # the system's own errors
}
