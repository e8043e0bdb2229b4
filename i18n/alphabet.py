"""The order of names in a list: the Norwegian alphabet, in which æ, ø and å come last."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

# The three last letters as the characters that follow z, so that texts can be compared as they are.
_LAST: Final = {"æ": "{", "ä": "{", "ø": "|", "ö": "|", "ő": "|", "å": "}"}
_LIKE: Final = {
    "đ": "d",
    "ð": "d",
    "ħ": "h",
    "ł": "l",
    "ŋ": "n",
    "ŧ": "t",
    "þ": "th",
    "œ": "oe",
    "ü": "y",
    "ű": "y",
}
_PLACES: Final = str.maketrans(_LAST | _LIKE)
_NEITHER: Final = re.compile(r"[^\w{|}]+|_")


def name_key(name: str) -> tuple[str, str, str]:
    """The place of a name in a list, to sort by: ``sorted(offices, key=name_key)``.

    The names are Norwegian whatever language the screen speaks, so the order is one. Word goes before word
    (Nord Odal, Nordre Land); aa stands with å, as in Aasen and Haa; ä with æ and ö with ø. A letter with an
    accent, and those of the Sámi languages (á, č, đ, ŋ, š, ŧ, ž), stand with the letter they are made from.

    Args:
        name: Of an office, a person, a municipality; an empty one comes first.

    Laws:
        Capitals and the way an accent is composed change no place; å comes after every other letter; the
        order is total: two names share a place only where they are the same.

    Source:
        Språkrådet's rules for alphabetising and CLDR's collation for Norwegian, in their first level.
    """
    whole = unicodedata.normalize("NFC", name)
    folded = unicodedata.normalize("NFC", whole.casefold())
    placed = folded.replace("aa", "å").translate(_PLACES)
    plain = "".join(sign for sign in unicodedata.normalize("NFD", placed) if not unicodedata.combining(sign))
    return " ".join(_NEITHER.sub(" ", plain).split()), folded, whole
