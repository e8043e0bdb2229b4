"""What keeps the server from starting: all of it at once, in the person's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from i18n import Translator


class Problem:
    """One thing that is missing or wrong.

    Args:
        key: The text in the catalogue.
        values: What the text names.
    """

    def __init__(self, key: str, **values: str) -> None:
        self.key = key
        self.values = values

    def text(self, t: Translator) -> str:
        """What is wrong, and what would be right."""
        return t(self.key, **self.values)


class ProblemsError(Exception):
    """The server cannot start as it is set up."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(", ".join(problem.key for problem in problems))
        self.problems = tuple(problems)

    def text(self, t: Translator) -> str:
        """A heading and a line for each problem."""
        heading = t.plural("service.cannot_start", len(self.problems))
        return "\n".join([heading, *(f"- {problem.text(t)}" for problem in self.problems)])
