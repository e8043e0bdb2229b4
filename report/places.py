"""Where in the 2003 report a thing stands, in words: the same on screen and on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from i18n import Translator
    from scoring.model_types import Place


def place_text(place: Place, t: Translator) -> str:
    """The place as a reader looks it up: "punkt 7.6, spørsmål 38, tabell 4".

    Args:
        place: A place of the model. A recommendation's is its number in section 11.1, followed by
            the section where the report first gives it.
        t: The language.

    Returns:
        A phrase without capital or full stop, to stand alone or within a sentence.
    """
    if place.recommendation is not None:
        return t("places.recommendation", number=place.recommendation, section=_span(place.section))
    parts = [t("places.section", section=_span(place.section))]
    if place.question is not None:
        parts.append(t("places.question", question=_span(place.question)))
    if place.table is not None:
        parts.append(t("places.table", table=place.table))
    if place.figure is not None:
        parts.append(t("places.figure", figure=place.figure))
    return ", ".join(parts)


def _span(numbers: str) -> str:
    """From-to with the dash of print: 58-79 becomes 58–79."""
    return numbers.replace("-", "–")
