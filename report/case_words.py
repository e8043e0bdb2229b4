"""A measure as a council decides on it: what is to be done, not only what it is called."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from scoring.plan import SINGLE

if TYPE_CHECKING:
    from report.case_parts import CasePaper

_SENTENCE_END: Final = re.compile(r"(?<=[.?!])\s+")


def task(paper: CasePaper, code: str, title: str) -> str:
    """What is to be done.

    A recommendation's title says what to do. An indicator's only names what is measured, and nobody
    can decide on "areas per full-time post", so the first sentence of its advice follows.

    Args:
        paper: The case.
        code: The measure's, as in a plan or among the measures.
        title: What it is called.

    Returns:
        A text without a full stop.
    """
    t, model = paper.t, paper.case.model
    alone = model.indicators.get(code.removeprefix(SINGLE))
    if alone is None or any(one.code == code for one in model.recommendations):
        return title
    advice = _SENTENCE_END.split(t.pick(alone.advice), maxsplit=1)[0]
    return t("case.decision.task", title=title, advice=advice.rstrip("."))
