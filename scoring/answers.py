"""Answers as the engine reads them: small integer codes, one column an item.

Every item's answer is a state: not answered, does not apply, do not know, a number, or one of the
item's alternatives. The four "no answers" never mix: a blank is never turned into a no.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from scoring.facts import FactTable
    from scoring.model import Model

States = npt.NDArray[np.int8]
Values = npt.NDArray[np.float64]
Marks = npt.NDArray[np.bool_]

NOT_ANSWERED: Final = 0
DOES_NOT_APPLY: Final = 1
DO_NOT_KNOW: Final = 2
FIRST: Final = 3
"""The state of a number that is given, or of an item's first alternative."""

NOT_OFFERED: Final = FIRST
"""On the ladder: the office does not offer the field. Step k of tjenestetrappa is ``FIRST + k``."""

NUMERIC: Final = {"share", "amount", "count"}
"""The kinds of item whose answer is a number."""

SPECIAL: Final = {"does_not_apply": DOES_NOT_APPLY, "do_not_know": DO_NOT_KNOW}


@dataclass(frozen=True)
class Answers:
    """Checked answers of ``n`` offices.

    Args:
        offices: Names, shape (n,).
        states: Item -> int8 states, shape (n,). Every item but the ladder and multiple choices.
        values: Numeric item -> numbers in the item's unit, shape (n,); NaN where none is given.
        steps: The service ladder, shape (n, fields): 0 not answered, ``NOT_OFFERED``, ``FIRST + step``.
        marked: Multiple-choice item -> which alternatives are marked, shape (n, alternatives).
            A row without a mark is not answered. Both tables are fastest with contiguous columns.
        facts: What is known of the offices beside their answers; None where their table tells nothing.
            No rating looks at it.
    """

    offices: npt.NDArray[np.object_]
    states: dict[str, States]
    values: dict[str, Values]
    steps: States
    marked: dict[str, Marks]
    facts: FactTable | None = None

    def __len__(self) -> int:
        return len(self.offices)

    def part(self, rows: slice | npt.NDArray[np.intp]) -> Answers:
        """The offices at ``rows``; a slice shares memory."""
        return Answers(
            offices=self.offices[rows],
            states={item: column[rows] for item, column in self.states.items()},
            values={item: column[rows] for item, column in self.values.items()},
            steps=self.steps[rows],
            marked={item: table[rows] for item, table in self.marked.items()},
            facts=self.facts.part(rows) if self.facts else None,
        )


def vocabulary(model: Model, code: str) -> dict[str, int]:
    """The states that an item's answers stand for, by the word used in files.

    Args:
        model: The model.
        code: An item that is neither a ladder nor a multiple choice.

    Returns:
        Word -> state; for a numeric item only the special words that it allows.
    """
    item = model.items[code]
    words = {word: FIRST + place for place, word in enumerate(model.alternatives(code))}
    allowed = {"does_not_apply": item.does_not_apply, "do_not_know": item.do_not_know}
    special = {word: state for word, state in SPECIAL.items() if allowed[word]}
    return {**special, **words}
