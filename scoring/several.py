"""Several files of answers -> one batch of offices."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from scoring.answers import Answers
from scoring.encode import OFFICE
from scoring.facts import FactTable, no_facts
from scoring.faults import Fault, FaultsError
from scoring.tables import read_answers

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from scoring.model import Model


def read_several(paths: Sequence[Path], *, model: Model) -> Answers:
    """Reads and checks files of answers, as ``read_answers`` does each.

    Args:
        paths: One file or more.
        model: The model.

    Returns:
        The offices of all files, file by file.

    Raises:
        FaultsError: With every fault of every file; an office that an earlier file holds too is one.
        OSError: There is no such file, or it may not be read.
    """
    parts: list[Answers] = []
    faults: list[Fault] = []
    held: dict[str, str] = {}
    for path in paths:
        try:
            parts.append(read_answers(path, model=model))
        except FaultsError as error:
            faults += error.faults
            continue
        for office in parts[-1].offices:
            if office in held:
                values = {"found": office, "first": held[office]}
                faults.append(Fault("office_in_two_files", path.name, column=OFFICE, values=values))
        held |= dict.fromkeys(parts[-1].offices, path.name)
    if faults:
        raise FaultsError(faults)
    return joined(parts)


def joined(parts: Sequence[Answers]) -> Answers:
    """The offices of several tables that were encoded for one model, one table after the other."""
    first = parts[0]
    return Answers(
        offices=np.concatenate([one.offices for one in parts]),
        states={item: np.concatenate([one.states[item] for one in parts]) for item in first.states},
        values={item: np.concatenate([one.values[item] for one in parts]) for item in first.values},
        steps=np.asfortranarray(np.concatenate([one.steps for one in parts])),
        marked={item: np.concatenate([one.marked[item] for one in parts]) for item in first.marked},
        facts=_facts(parts),
    )


def _facts(parts: Sequence[Answers]) -> FactTable | None:
    if all(one.facts is None for one in parts):
        return None
    held = [one.facts or no_facts(len(one)) for one in parts]
    return FactTable(
        county=np.concatenate([one.county for one in held]),
        inhabitants=np.concatenate([one.inhabitants for one in held]),
        tags=np.concatenate([one.tags for one in held]),
    )
