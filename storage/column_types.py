"""Types of columns that both databases keep alike."""

from __future__ import annotations

import datetime as dt
import re
import secrets
from typing import TYPE_CHECKING, Final

from sqlalchemy import DateTime, String, types
from typing_extensions import override

if TYPE_CHECKING:
    from sqlalchemy import Dialect

ID_LENGTH: Final = 22
"""Of 16 random bytes in the letters of a web address."""

Id: Final = String(ID_LENGTH)


def new_id() -> str:
    """A name that nobody can guess and that tells nothing about how many there are, 128 bits."""
    return secrets.token_urlsafe(16)


def is_id(text: str) -> bool:
    """Whether a text can be such a name."""
    return re.fullmatch(r"[A-Za-z0-9_-]{22}", text) is not None


def now() -> dt.datetime:
    """This moment, in UTC."""
    return dt.datetime.now(tz=dt.UTC)


class UtcTime(types.TypeDecorator[dt.datetime]):
    """A moment, always with its time zone, always UTC: SQLite would forget the zone, PostgreSQL move it."""

    impl = DateTime(timezone=True)
    cache_ok = True

    @override
    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a time zone cannot be stored; give dt.datetime.now(tz=dt.UTC)")
        return value.astimezone(dt.UTC)

    @override
    def process_result_value(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=dt.UTC) if value.tzinfo is None else value.astimezone(dt.UTC)
