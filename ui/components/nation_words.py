"""Sentences about the national figures in which every number is counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.picture import main_figure
from ui import resources

if TYPE_CHECKING:
    from i18n import Translator


def challenges_words(t: Translator) -> str:
    """How many challenges the offices named, and the two named most."""
    model = resources.model()
    item = model.items["challenges"]
    main = main_figure(item.place.question or "", resources.figures())
    if main is None or not main[1].n:
        return ""
    counts = {name: count for name, count in main[1].counts.items() if count is not None}
    first, second, *_ = sorted(counts, key=lambda name: -counts[name])
    labels = model.alternatives("challenges")
    return t(
        "nation.challenges.text",
        ticks=t.number(sum(counts.values())),
        n=t.number(main[1].n),
        each=t.number(sum(counts.values()) / main[1].n, 1),
        first=t.pick(labels[first]).lower(),
        second=t.pick(labels[second]).lower(),
        share=t.percent(counts[first] / main[1].n),
    )
