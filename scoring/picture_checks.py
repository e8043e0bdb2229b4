"""Whether theses, checklist and misprints fit the rest of the model."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from scoring.faults import Fault
    from scoring.model_checks import Parts
    from scoring.model_types import Texts
    from scoring.picture_types import Errata, Fact, Planning, Theses
    from scoring.yaml_reader import KeyPath

NAMED = re.compile(r"\{([a-z0-9_]+)\}")
"""A fact's name within a text."""

UNKNOWN = "do_not_know"
_ADDRESSEES = {"planning", "no_plans"}
"""Whom the recommendations address that a municipality without an office can follow."""


def thesis_faults(parts: Parts) -> Iterator[Fault]:
    """Each thesis rests on answers that exist, and names only facts that it has."""
    theses: Theses = parts.parsed["theses.yaml"]
    for code, one in theses.theses.items():
        path = ("theses", code)
        yield from _facts_faults(parts, one.facts, "theses.yaml", path)
        yield from _named_faults(parts, one.says, one.facts, "theses.yaml", (*path, "says"))


def planning_faults(parts: Parts) -> Iterator[Fault]:
    """Each point is compared with answers that exist; its recommendation is for such municipalities."""
    planning: Planning = parts.parsed["planning.yaml"]
    known = [str(one.number) for one in parts.recommendations.recommendations if one.addressee in _ADDRESSEES]
    for code, one in planning.points.items():
        path = ("points", code)
        yield from _facts_faults(parts, one.facts, "planning.yaml", path)
        yield from _named_faults(parts, one.why, one.facts, "planning.yaml", (*path, "why"))
        if one.recommendation is not None:
            number = str(one.recommendation)
            yield from parts.unknown(number, known, "planning.yaml", (*path, "recommendation"))


def erratum_faults(parts: Parts) -> Iterator[Fault]:
    """Each misprint concerns items that exist."""
    errata: Errata = parts.parsed["errata.yaml"]
    for code, one in errata.errata.items():
        for place, item in enumerate(one.items):
            path = ("errata", code, "items", place)
            yield from parts.unknown(item, parts.survey.items, "errata.yaml", path)


def _facts_faults(parts: Parts, facts: Mapping[str, Fact], name: str, path: KeyPath) -> Iterator[Fault]:
    for code, fact in facts.items():
        at = (*path, "facts", code)
        yield from _fact_faults(parts, fact, name, at)
        for place, field in enumerate(fact.fields):
            yield from parts.unknown(field, parts.fields.fields, name, (*at, "fields", place))
        if fact.base is not None:
            yield from parts.unknown(fact.base, parts.survey.items, name, (*at, "base"))


def _fact_faults(parts: Parts, fact: Fact, name: str, path: KeyPath) -> Iterator[Fault]:
    faults = list(parts.unknown(fact.item, parts.survey.items, name, (*path, "item")))
    yield from faults
    if faults:
        return
    item = parts.survey.items[fact.item]
    if item.place.question is None:
        yield parts.fault("wrong_kind", name, (*path, "item"), found=fact.item, expected="place.question")
    known = {*parts.answers_of(fact.item), *(item.bins or {}), *([UNKNOWN] if item.do_not_know else [])}
    for place, answer in enumerate(fact.answers):
        yield from parts.unknown(answer, sorted(known), name, (*path, "answers", place))


def _named_faults(
    parts: Parts, texts: Texts, facts: Mapping[str, Fact], name: str, path: KeyPath
) -> Iterator[Fault]:
    """A text that names a fact which is not there would be shown with a hole."""
    for language, text in texts.model_dump().items():
        for named in NAMED.findall(text):
            yield from parts.unknown(named, facts, name, (*path, language))


PICTURE_CHECKS: list[tuple[Callable[[Parts], Iterator[Fault]], set[str]]] = [
    (thesis_faults, {"theses.yaml", "survey.yaml", "fields.yaml"}),
    (planning_faults, {"planning.yaml", "survey.yaml", "fields.yaml", "recommendations.yaml"}),
    (erratum_faults, {"errata.yaml", "survey.yaml"}),
]
"""Each check with the files that it needs, as in ``model_checks``."""
