"""What the answer widgets read and write: the person's own answers, or those being tried."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui import desk, own, state

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


@dataclass(frozen=True)
class Sheet:
    """A set of answers that widgets show and change; it holds none itself.

    Args:
        name: Begins the keys of its widgets, unlike any other sheet's.
        read: Gives the answers as they stand, column -> text.
        write: Keeps several answers, column -> text; empty texts are taken away.
    """

    name: str
    read: Callable[[], Mapping[str, str]]
    write: Callable[[Mapping[str, str]], None]

    @property
    def closed(self) -> bool:
        """Whether nothing can be changed: a closed assessment can still be tried out on another sheet."""
        return self is OWN and desk.desk().closed

    @property
    def answers(self) -> Mapping[str, str]:
        """The answers as they stand, column -> text."""
        return self.read()

    def set_answer(self, column: str, text: str) -> None:
        """Keeps the answer in one column; an empty text takes it away."""
        self.write({column: text})

    def take(self, column: str, key: str) -> None:
        """Keeps what a widget with one answer says, where that differs from what is held.

        Args:
            column: The column of the answer.
            key: The widget's key.
        """
        given = state.given(key) or ""
        if given != self.answers.get(column, ""):
            self.set_answer(column, given)

    def set_answers(self, texts: Mapping[str, str]) -> None:
        """Keeps several answers at once."""
        self.write(texts)

    def key(self, name: str) -> str:
        """The key of a widget of this sheet (see ``state.key``)."""
        return state.key(f"{self.name}{name}")

    def renew(self, *names: str) -> None:
        """Lets widgets of this sheet be drawn anew from what it holds."""
        state.renew(*(f"{self.name}{name}" for name in names))


OWN = Sheet("", lambda: state.assessment().answers, own.set_answers)
"""The person's own answers, stored the moment they are given; all sessions can share it."""
