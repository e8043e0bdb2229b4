"""Names for files that an office takes away: letters and digits that every system takes."""

from __future__ import annotations

import re

LONGEST = 80


def file_name(office: str, ending: str, *, prefix: str = "") -> str:
    """A file name made of the office's name.

    Args:
        office: The office's name, any characters.
        ending: Without the dot.
        prefix: Stands before the name, with a hyphen.

    Returns:
        Lower case, letters, digits, hyphens and underscores, at most 80 characters before the ending.
    """
    plain = re.sub(r"[^\w-]+", "-", office.lower()).strip("-_")[:LONGEST]
    return "-".join(filter(None, [prefix, plain or ("" if prefix else "tikamp")])) + f".{ending}"
