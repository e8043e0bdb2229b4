"""Text that the PDF's fonts can show: one missing character would stop the whole document."""

from __future__ import annotations

import re
import struct
import unicodedata
from functools import cache
from pathlib import Path
from typing import Final

FONTS: Final = Path(__file__).parent / "fonts"
REPLACEMENT: Final = "□"
"""Stands for a letter, digit or sign that the fonts lack, so that a reader sees that one is missing."""

_DROPPED: Final = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Me", "Mn", "Sk", "So"})
"""Unicode categories that are left out when the fonts lack them: controls, marks, emoji, private signs."""

_SPACES: Final = re.compile(r"[ \t\r\n\v\f\x1c-\x1f\x85\u2028\u2029]+")
_INVISIBLE: Final = re.compile(
    r"[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
"""Directions, joiners and soft hyphens: without them no text can turn another one round."""

_UNFIT: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ue000-\uf8ff\ufffe\uffff]")
"""Controls, half characters and private signs: XML forbids most of them, and none means anything."""

_SUBTABLE_FORMAT: Final = 4


def clean_text(text: str) -> str:
    """One line of text that every font in ``report/fonts`` can show.

    Args:
        text: Any text, from any source.

    Returns:
        The text in normal form C. Line breaks and runs of spaces are one space; invisible signs
        and emoji are gone; other characters that the fonts lack are a near relative (ﬁ -> fi) or
        ``REPLACEMENT``. Empty where nothing can be shown.

    Law: every character left is in the fonts.
    """
    plain = _SPACES.sub(" ", _INVISIBLE.sub("", unicodedata.normalize("NFC", text)))
    if _lacking().search(plain):
        plain = _SPACES.sub(" ", "".join(map(_shown, plain)))
    return plain.strip()


def plain_text(text: str, *, longest: int) -> str:
    """One line of text that any office program can read; unlike for a PDF, fonts are its own affair.

    Args:
        text: Any text, from any source.
        longest: Characters at most; what is cut ends in an ellipsis.

    Returns:
        The text in normal form C, on one line, without controls, half characters, private or
        invisible signs. Empty where nothing is left.
    """
    plain = _UNFIT.sub("", _SPACES.sub(" ", _INVISIBLE.sub("", unicodedata.normalize("NFC", text)))).strip()
    return cut(plain, longest)


def cut(text: str, longest: int) -> str:
    """A text of at most so many characters; an ellipsis tells that there is more."""
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"


def clean(value: object) -> object:
    """Cleans every text in plain data: lists and dictionaries of texts and numbers."""
    if isinstance(value, str):
        return clean_text(value)
    if isinstance(value, dict):
        return {key: clean(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [clean(one) for one in value]
    return value


def _shown(character: str) -> str:
    """The character, a near relative, the replacement, or nothing."""
    known = characters()
    if character in known:
        return character
    relative = unicodedata.normalize("NFKC", character)
    if relative != character and all(one in known for one in relative):
        return relative
    return "" if unicodedata.category(character) in _DROPPED else REPLACEMENT


@cache
def _lacking() -> re.Pattern[str]:
    """Finds the first character that is not in the fonts."""
    return re.compile(f"[^{re.escape(''.join(sorted(characters())))}]")


@cache
def characters() -> frozenset[str]:
    """The characters that every one of our fonts has."""
    covered = [_characters_of(path) for path in sorted(FONTS.glob("*.ttf"))]
    return frozenset.intersection(*covered) - frozenset(map(chr, range(32)))


def _characters_of(path: Path) -> frozenset[str]:
    """The characters in a TrueType font's table of characters (OpenType, cmap, format 4)."""
    font = path.read_bytes()
    tables = {font[at : at + 4]: at for at in range(12, 12 + 16 * _short(font, 4), 16)}
    start = _long(font, tables[b"cmap"] + 8)
    subtables = [start + _long(font, start + 8 + 8 * place) for place in range(_short(font, start + 2))]
    formatted = [at for at in subtables if _short(font, at) == _SUBTABLE_FORMAT]
    return frozenset(chr(code) for at in formatted for code in _codes(font, at))


def _codes(font: bytes, at: int) -> set[int]:
    """The codes of one subtable: its segments give each a first and a last, without 0xFFFF."""
    size = _short(font, at + 6)
    ends = struct.unpack_from(f">{size // 2}H", font, at + 14)
    starts = struct.unpack_from(f">{size // 2}H", font, at + 16 + size)
    return {code for first, last in zip(starts, ends, strict=True) for code in range(first, last + 1)} - {
        0xFFFF
    }


def _short(font: bytes, at: int) -> int:
    return int(struct.unpack_from(">H", font, at)[0])


def _long(font: bytes, at: int) -> int:
    return int(struct.unpack_from(">I", font, at)[0])
