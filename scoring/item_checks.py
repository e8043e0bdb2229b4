"""Whether each survey item makes sense by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.answers import NUMERIC
from scoring.facts import COLUMNS, TAG

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scoring.faults import Fault
    from scoring.model_checks import Parts
    from scoring.model_types import Item
    from scoring.yaml_reader import KeyPath

_SPECIAL = ("do_not_know", "does_not_apply")
_RESERVED = {"office", "note", *COLUMNS, TAG.removesuffix(".")}
"""What columns of a table of answers are called besides the items."""


def item_faults(parts: Parts) -> Iterator[Fault]:
    """The faults of every item."""
    for code, item in parts.survey.items.items():
        path = ("items", code)
        if code in _RESERVED:
            yield parts.fault("reserved_code", "survey.yaml", path, found=code)
        yield from parts.unknown(item.section, parts.survey.sections, "survey.yaml", (*path, "section"))
        if item.scale is not None:
            yield from parts.unknown(item.scale, parts.survey.scales, "survey.yaml", (*path, "scale"))
        yield from _kind_faults(parts, code, item)
        yield from _range_faults(parts, item, path)


def _kind_faults(parts: Parts, code: str, item: Item) -> Iterator[Fault]:
    name, path = "survey.yaml", ("items", code)
    if item.kind == "choice" and (item.alternatives is None) == (item.scale is None):
        yield parts.fault("needs_answers", name, path, found=code)
    if item.kind not in NUMERIC and item.bins is not None:
        yield parts.fault("bins_on_words", name, (*path, "bins"), found=item.kind)
    if item.kind in NUMERIC and item.unit is None:
        yield parts.fault("missing_key", name, (*path, "unit"), found="unit")


def _range_faults(parts: Parts, item: Item, path: KeyPath) -> Iterator[Fault]:
    ends = [((*path, "minimum"), item.minimum, item.maximum)]
    ends += [((*path, "bins", name), one.low, one.high) for name, one in (item.bins or {}).items()]
    for place, low, high in ends:
        if low is not None and high is not None and low > high:
            yield parts.fault("low_above_high", "survey.yaml", place, low=f"{low:g}", high=f"{high:g}")


def word_faults(parts: Parts) -> Iterator[Fault]:
    """The words that every table of answers relies on."""
    for word in _SPECIAL:
        if word not in parts.survey.special:
            yield parts.fault("missing_key", "survey.yaml", ("special", word), found=word)
