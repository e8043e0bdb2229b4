"""How hard a text is to read: LIX, the measure that Nordic schools and authorities use."""

from __future__ import annotations

import re
from typing import Final

LONG: Final = 6  # letters; a word with more is long
STEADY: Final = 12  # words; in a shorter text one long word alone moves the index by more than 8
_PLACEHOLDER: Final = re.compile(r"\{[^}]*\}")
_LINK: Final = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_MARKS: Final = re.compile(r"[*`#]|(?<!\w)_|_(?!\w)")
_WORD: Final = re.compile(r"\w+(?:[-–.,/@'’]\w+)*")
_END: Final = re.compile(r"[.:!?]+(?=\s|$|[»”)])|\n+")


def plain(text: str) -> str:
    """A text as it is read: Markdown removed, and a short word for each placeholder."""
    return _MARKS.sub("", _LINK.sub(r"\1", _PLACEHOLDER.sub("99", text)))


def words_of(text: str) -> list[str]:
    """The words of a text; a figure is one, a compound with a hyphen is one."""
    return _WORD.findall(plain(text))


def lix(text: str) -> float:
    """The index of a text: words per sentence and the percentage of long words, added.

    Args:
        text: Running text. A sentence ends with a full stop, colon, exclamation or question mark, or a new
            line; what follows the last of them is a sentence too.

    Returns:
        Under 30 is very easy, 40 an ordinary newspaper, over 60 very hard; 0 for a text without words.

    Laws:
        A word made longer never lowers it; the order of the sentences changes nothing; a text twice is as
        hard as once.

    Source:
        Björnsson, C. H. (1968). Läsbarhet. Stockholm: Liber.
    """
    words = words_of(text)
    if not words:
        return 0.0
    sentences = sum(1 for part in _END.split(plain(text)) if _WORD.search(part))
    return len(words) / sentences + 100 * sum(_letters(word) > LONG for word in words) / len(words)


def _letters(word: str) -> int:
    return sum(map(str.isalpha, word))
