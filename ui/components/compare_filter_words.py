"""What the filters of the comparison say, in words: for the head of a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.compare_facts import tag_choices
from ui.compare_filters import CHOSEN, COUNTIES, LEVELS, PEOPLE, SIZES, TAGS, TYPE, TYPES
from ui.components.compare_choose import county_words, level_name, people_words, size_words, tag_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ui.compare_filters import Filters
    from ui.components.compare_view import CompareView


def filter_words(filters: Filters, view: CompareView) -> Iterator[str]:
    """A text for each filter that could leave an office out."""
    t, model = view.t, view.model
    if filters.search:
        yield f"{t('compare.search')}: {filters.search}"
    tags = tag_choices(view.compared.group)
    several = {
        TYPES: [t.pick(model.alternatives(TYPE)[code]) for code in filters.types],
        SIZES: [size_words(place, t=t) for place in filters.sizes],
        COUNTIES: [county_words(number, t=t) for number in filters.counties],
        PEOPLE: [people_words(place, t=t) for place in filters.people],
        TAGS: [tag_words(tag, tags=tags, t=t) for tag in filters.tags],
        LEVELS: [level_name(code, model=model, t=t) for code in filters.levels],
    }
    for name, words in several.items():
        if words:
            yield f"{t(f'compare.filter_{name}')}: {', '.join(words)}"
    if filters.chosen:
        yield f"{t(f'compare.filter_{CHOSEN}')}: {t.number(len(filters.chosen))}"
    if filters.near is not None:
        yield f"{t('compare.like_office')}: {view.labels[filters.near]}"
