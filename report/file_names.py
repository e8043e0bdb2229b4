"""Names for files that an office takes away: letters and digits that every system takes."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST: Final = 80
BYTES: Final = 200
"""Of a name in UTF-8, before the ending; most systems take 255 with it."""

DEVICES: Final = frozenset(
    {"aux", "con", "nul", "prn", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))}
)
"""Names that Windows keeps for devices, whatever their ending.

Source: Microsoft, Naming Files, Paths, and Namespaces.
"""


def file_name(office: str, ending: str, *, prefix: str = "") -> str:
    """A file name made of the office's name.

    Args:
        office: The office's name, any characters.
        ending: Without the dot.
        prefix: Stands before the name, with a hyphen.

    Returns:
        Lower case, letters, digits, hyphens and underscores, at most 80 characters before the ending.
    """
    plain = _plain(office)
    return "-".join(filter(None, [prefix, plain or ("" if prefix else "tikamp")])) + f".{ending}"


def file_names(offices: Iterable[str], ending: str) -> list[str]:
    """A file name for each of several offices that shall lie in one folder.

    Args:
        offices: Their names, any characters, also the same ones.
        ending: Without the dot.

    Returns:
        The names of ``file_name``, with a number behind each that is taken already.

    Law: no two are alike, not even where capitals and small letters are one.
    """
    taken, times, names = set[str](), Counter[str](), []
    for office in offices:
        stem = name = _plain(office) or "tikamp"
        while name.casefold() in taken:
            times[stem] += 1
            name = f"{stem}-{times[stem] + 1}"
        taken.add(name.casefold())
        names.append(f"{name}.{ending}")
    return names


def _plain(office: str) -> str:
    """In normal form C, so that systems agree whether two names with an "å" are one."""
    text = unicodedata.normalize("NFC", unicodedata.normalize("NFC", office).lower())
    plain = re.sub(r"[^\w-]+", "-", text).strip("-_")[:LONGEST]
    plain = plain.encode(errors="ignore")[:BYTES].decode(errors="ignore")
    return f"{plain}-" if plain in DEVICES else plain
