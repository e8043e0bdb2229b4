"""Texts as they are stored: exactly as written, and what a cell's text says about its outcome."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal

from scoring.answers import SPECIAL
from scoring.encode import NAME_LENGTH, NOTE
from storage.errors import BadText

if TYPE_CHECKING:
    from collections.abc import Mapping

Outcome = Literal["answered", "not_answered", "do_not_know", "does_not_apply"]

TEXT_LENGTH: Final = 100_000
"""The longest note, in characters: some forty pages."""

COLUMN_LENGTH: Final = 200

_NOT_STORABLE: Final = re.compile("[\x00\ud800-\udfff]")
"""PostgreSQL cannot hold NUL, and half characters are no text in UTF-8. SQLite would take the first."""

_WORDS: Final[Mapping[str, str]] = {"not_answered": "", **{word: word for word in SPECIAL}}
"""Outcome -> the text that it stands for when there is no other."""


def storable(text: str) -> str:
    """The text without what cannot be stored: NUL and half characters, which nobody sees anyhow.

    Laws: what comes out is accepted by the store on both databases, unless it is too long.
    """
    return _NOT_STORABLE.sub("", text)


def check(texts: Mapping[str, str], *, longest: int = TEXT_LENGTH) -> None:
    """Refuses what the two databases would not keep alike.

    Args:
        texts: Place -> text.
        longest: In characters.

    Raises:
        BadText: With every place at fault.
    """
    bad = [place for place, text in texts.items() if len(text) > longest or _NOT_STORABLE.search(text)]
    if bad:
        raise BadText(bad)


def check_columns(columns: Mapping[str, str]) -> None:
    """Refuses texts that cannot be stored, and columns that cannot be the name of one.

    Raises:
        BadText: With every column at fault.
    """
    bad = [one for one in columns if not 0 < len(one) <= COLUMN_LENGTH or _NOT_STORABLE.search(one)]
    if bad:
        raise BadText([storable(one)[:COLUMN_LENGTH] for one in bad])
    check(columns)


def checked_name(name: str) -> str:
    """An office's or a person's name without blanks around it. It may be empty: the form asks later.

    Raises:
        BadText: It is too long or cannot be stored.
    """
    check({"name": name.strip()}, longest=NAME_LENGTH)
    return name.strip()


def outcome_of(column: str, text: str) -> Outcome:
    """What a cell's text is: an answer, or which "no answer". A note is never a special word."""
    word = text.strip()
    if not word:
        return "not_answered"
    if word == "do_not_know" and not column.startswith(NOTE):
        return "do_not_know"
    if word == "does_not_apply" and not column.startswith(NOTE):
        return "does_not_apply"
    return "answered"


def value_of(outcome: Outcome, text: str) -> str | None:
    """What is kept beside the outcome: nothing where the outcome says it all."""
    return None if text == _WORDS.get(outcome) else text


def text_of(outcome: str, value: str | None) -> str:
    """The cell's text, exactly as it was written."""
    return value if value is not None else _WORDS[outcome]
