"""Whether every label means one thing where it may stand, so that tables may hold labels for codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.labels import LANGUAGES, answer_texts, column_texts, label_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from scoring.faults import Fault
    from scoring.model_checks import Parts
    from scoring.model_types import Texts


def label_faults(parts: Parts) -> Iterator[Fault]:
    """Headings that two columns share, and answers of one item that read the same."""
    places = [(column_texts(parts.survey, parts.fields), "")]
    asked = [code for code, item in parts.survey.items.items() if item.asked]
    places += [(answer_texts(code, parts.survey, parts.fields), code) for code in asked]
    for texts, item in places:
        for code, label, first in _doubled(texts):
            path = ("items", item or code.partition(".")[0])
            yield parts.fault("doubled_label", "survey.yaml", path, found=label, first=f"{first}, {code}")


def _doubled(texts: Mapping[str, Texts]) -> Iterator[tuple[str, str, str]]:
    """The code, the label that it shares, and the code that has it already."""
    seen = {label_key(code): code for code in texts}
    for code, text in texts.items():
        for label in dict.fromkeys(getattr(text, language) for language in LANGUAGES):
            first = seen.setdefault(label_key(label), code)
            if first != code:
                yield code, label, first
