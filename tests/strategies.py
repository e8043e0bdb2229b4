"""Offices for the property tests: any answers that the form can hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from scoring.answers import NUMERIC, SPECIAL
from scoring.counties import counties
from scoring.facts import MOST_INHABITANTS, MOST_TAGS, TAG_LENGTH, Facts

if TYPE_CHECKING:
    from scoring.model import Model
    from scoring.model_types import Item


def cells(model: Model) -> dict[str, st.SearchStrategy[str]]:
    """Column -> the cells that it takes, blanks among them."""
    columns: dict[str, st.SearchStrategy[str]] = {}
    for code, item in model.asked.items():
        if item.kind == "ladder":
            steps = st.sampled_from(["", *model.service.steps])
            columns |= {f"{code}.{field}": steps for field in model.fields}
        elif item.kind == "multi":
            known = list(model.alternatives(code))
            columns[code] = st.lists(st.sampled_from(known), max_size=item.at_most, unique=True).map("|".join)
        else:
            columns[code] = st.one_of(st.just(""), _answers(code, item, model))
    return columns


def _answers(code: str, item: Item, model: Model) -> st.SearchStrategy[str]:
    allowed = {"does_not_apply": item.does_not_apply, "do_not_know": item.do_not_know}
    words = [word for word in SPECIAL if allowed[word]]
    if item.kind not in NUMERIC:
        return st.sampled_from([*model.alternatives(code), *words])
    low, high = int(item.minimum or 0), int(min(item.maximum or 1000, 10_000))
    numbers = st.integers(max(low, 1), high).map(str)
    return st.one_of(numbers, st.sampled_from(words)) if words else numbers


def offices(model: Model) -> st.SearchStrategy[dict[str, str]]:
    """One office's answers by column."""
    return st.fixed_dictionaries(cells(model))


def facts() -> st.SearchStrategy[Facts]:
    """What can be known of an office beside its answers."""
    words = st.text(
        st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="|"), max_size=TAG_LENGTH
    )
    return st.builds(
        Facts,
        st.none() | st.sampled_from([*counties()]),
        st.none() | st.integers(0, MOST_INHABITANTS),
        st.lists(words, max_size=MOST_TAGS).map(tuple),
    )
