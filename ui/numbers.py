"""Numbers as people write them in a field, and as the engine reads them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scoring import Assessment, FaultsError, Model, encode
from scoring.assessment import to_rows
from scoring.numbers import parse_number

if TYPE_CHECKING:
    from i18n import Translator

_GROUPS = {
    "en": re.compile(r"[1-9]\d{0,2}(,\d{3})+(\.\d+)?"),
    "nb": re.compile(r"[1-9]\d{0,2}(\.\d{3})+(,\d+)?"),
}
"""Thousands as each language may set them apart; spaces the engine understands by itself."""


def plain(text: str, t: Translator) -> str:
    """The number in a field as the engine keeps it: ``1 250 000`` -> ``1250000``, ``0,5`` -> ``0.5``.

    Returns:
        The digits; or the text as it is where it is no number, for the fault to name.
    """
    text = text.strip()
    language = "en" if t.language == "en" else "nb"
    if _GROUPS[language].fullmatch(text):
        text = text.replace("," if language == "en" else ".", "")
    number = parse_number(text)
    return text if number is None else f"{number:.10f}".rstrip("0").rstrip(".")


def shown(answer: str, t: Translator) -> str:
    """An answer as the field shows it: decimal comma in Norwegian, no thousands."""
    return answer if t.language == "en" else answer.replace(".", ",")


def written_out(answer: str, t: Translator) -> str:
    """An answer with its thousands set apart and no more decimals than it has."""
    decimals = len(answer.partition(".")[2])
    return t.number(float(answer), decimals)


def fits(model: Model, column: str, answer: str) -> bool:
    """Whether the engine takes an answer."""
    try:
        encode(to_rows([Assessment("-", {column: answer})]), model=model)
    except FaultsError:
        return False
    return True
