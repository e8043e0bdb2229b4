"""People's own words in places where Streamlit reads Markdown."""

from __future__ import annotations

import re

_SIGNS = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~:$])")


def as_written(text: str) -> str:
    """The text with every sign of Markdown made plain: no links, pictures or colours from a file."""
    return _SIGNS.sub(r"\\\1", text)
