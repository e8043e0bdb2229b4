"""What the compared offices are called on the screen: by their names, or by aliases."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from ui.comparing import Office

ALPHABET = 26


def names(offices: Mapping[str, Office], unnamed: str) -> dict[str, str]:
    """Code -> name; where several have one name, all but the first are numbered.

    Args:
        offices: Code -> office.
        unnamed: For an office without a name.

    Laws: no two offices are called the same.
    """
    labels: dict[str, str] = {}
    taken: set[str] = set()
    seen: Counter[str] = Counter()
    for code, one in offices.items():
        name = one.name or unnamed
        label = name
        while label in taken:
            seen[name] += 1
            label = f"{name} ({seen[name] + 1})"
        labels[code] = label
        taken.add(label)
    return labels


def aliases(codes: Iterable[str], alias: Callable[[str], str]) -> dict[str, str]:
    """Code -> alias: A to Z, then AA, AB and on, in an order that tells nothing of names or scores.

    Args:
        codes: What the offices are ordered by (see ``drawn_anew``).
        alias: Letters -> alias.

    Laws: the order of offices is irrelevant.
    """
    return {code: alias(letters(place)) for place, code in enumerate(sorted(codes))}


def drawn_anew(offices: Mapping[str, Office], secret: str) -> dict[str, str]:
    """Code -> what an office's alias is ordered by.

    Its code, which is drawn by lot for an office of the store, so that its alias is the same tomorrow. The
    code of an office of a file is made of its name: who knows the names of all could work their order out.
    So theirs goes by something that only this session knows, as it alone has the file.

    Args:
        offices: Code -> office.
        secret: What only this session knows.
    """
    return {code: _mixed(secret + code) if one.source == "file" else code for code, one in offices.items()}


def _mixed(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def letters(place: int) -> str:
    """0 -> A, 25 -> Z, 26 -> AA, 27 -> AB."""
    before, last = divmod(place, ALPHABET)
    return (letters(before - 1) if before else "") + chr(ord("A") + last)
