"""Faults in words: where it stands, what is wrong, what would be right, and what was perhaps meant."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from scoring.faults import LABELS

if TYPE_CHECKING:
    from i18n import Translator
    from scoring.faults import Fault

LONGEST: Final = 80
"""Characters of the user's own text that a message repeats."""

MOST_WORDS: Final = 12
"""Allowed words that a message lists; of more, the likeliest one is named alone."""

_TYPE: Final = "type."
_LISTED: Final = {
    "unknown_answer",
    "unknown_code",
    "unknown_county",
    "unknown_format",
    "unknown_key",
    "unknown_word",
    "wrong_kind",
}
_NUMBERS: Final = {"number_expected", "whole_number_expected"}


def fault_text(fault: Fault, t: Translator) -> str:
    """One fault as a message for the person who can mend it.

    Args:
        fault: What is wrong.
        t: The language.

    Returns:
        One line: the position (file, line or row, key or column) and a few sentences.
    """
    what, where = fault_what(fault, t), _where(fault, t)
    return t("fault.text", where=where, what=what) if where else what


def fault_what(fault: Fault, t: Translator) -> str:
    """What is wrong and what would be right, without where."""
    return " ".join([t(f"fault.{fault.code}", **_values(fault, t)), *_hints(fault, t)])


def fault_found(fault: Fault, t: Translator) -> str:
    """What stands where the fault is; empty where nothing does."""
    return _plain(fault.values.get("found", ""), t)


def fault_reason(fault: Fault, t: Translator) -> str:
    """A fault as a message that stands in its own row: the column, what is wrong, and what would be right."""
    return fault_text(replace(fault, file="", line=None), t)


def _where(fault: Fault, t: Translator) -> str:
    file = _printable(fault.file)
    if fault.line is not None:
        place = "sheet" if fault.sheet else fault.place
        file = t(f"fault.at.{place}", file=file, sheet=_printable(fault.sheet), line=str(fault.line))
    if not fault.column:
        return file
    if not file:
        return t("fault.column", column=_printable(fault.column))
    key = "fault.in_key" if fault.place == "line" else "fault.in_column"
    return t(key, where=file, column=_printable(fault.column))


def _values(fault: Fault, t: Translator) -> dict[str, str]:
    """Every name that a text may use; what a fault does not tell is an empty text."""
    values = fault.values
    plain = _plain(values.get("found", ""), t)
    is_type = values.get("found", "").startswith(_TYPE)
    first = _printable(values.get("first", ""))
    return {
        "plain": plain,
        "found": plain if is_type else t("fault.quoted", text=plain),
        "expected": _plain(values.get("expected", ""), t),
        "first": t(f"fault.place.{fault.place}", line=first) if fault.code == "doubled_office" else first,
        "range": range_text(values.get("low", ""), values.get("high", ""), t),
        "low": _decimal(values.get("low", ""), t),
        "high": _decimal(values.get("high", ""), t),
        "problem": values.get("problem", ""),
    }


def _hints(fault: Fault, t: Translator) -> list[str]:
    suggestion = fault.values.get("suggestion", "")
    hints = (
        [t("fault.did_you_mean", word=t("fault.quoted", text=_plain(suggestion, t)))] if suggestion else []
    )
    expected = fault.values.get("expected", "")
    words = [word for word in expected.split(LABELS if LABELS in expected else ", ") if word]
    if fault.code in _NUMBERS and words:
        hints.append(t("fault.also_allowed", words=expected))
    if fault.code in _LISTED and words and (len(words) <= MOST_WORDS or not suggestion):
        hints.append(t("fault.allowed", words=expected))
    return hints


def range_text(low: str, high: str, t: Translator) -> str:
    """The numbers that are allowed, "fra 0,1 til 200"; without an upper limit where ``high`` is empty."""
    low, high = _decimal(low, t), _decimal(high, t)
    return t("fault.range.both", low=low, high=high) if high else t("fault.range.low", low=low)


def _plain(text: str, t: Translator) -> str:
    """A user's or a file's text as it may stand in a message; a type's name in words."""
    if text.startswith(_TYPE) and t.has(f"fault.{text}"):
        return t(f"fault.{text}")
    return _printable(text)


def _printable(text: str) -> str:
    """Nothing that a terminal would obey, and not a page of it."""
    clean = "".join(
        sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in " ".join(text.split())
    )
    return clean if len(clean) <= LONGEST else f"{clean[: LONGEST - 1]}…"


def _decimal(number: str, t: Translator) -> str:
    """A limit with this language's decimal sign; no thousands are marked off, as it may be a year."""
    sign = t.number(0.5, 1)[1]
    return number.replace(".", sign)
