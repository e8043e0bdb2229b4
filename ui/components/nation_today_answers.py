"""How the offices of today answered one question, in a table beside 2003."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from report.pool_table import KINDS, figure_2003, share_2003
from scoring.answers import NUMERIC
from scoring.pool import FLOOR, NO_ANSWER, average, spread
from ui import resources, state
from ui.components.prose import prose, small_print

if TYPE_CHECKING:
    from i18n import Translator
    from scoring.figures import Figure
    from scoring.pool import Part, Spread

QUESTION = "question"
"""The name in the address."""

WIDTH = 720  # pixels


def answers_part(part: Part, t: Translator) -> None:
    """Draws the choice of a question, and what may be shown of it."""
    prose(t("pool.answers.text", n=t.number(len(part.fresh)), floor=FLOOR))
    item = _choose(t)
    if resources.model().items[item].kind in NUMERIC:
        _number(part, item, t)
        return
    found = spread(part, item, model=resources.model())
    if found is None:
        prose(t("pool.answers.nothing", floor=FLOOR))
        return
    figure = figure_2003(item, model=resources.model(), figures=resources.figures())
    with st.container(width=WIDTH):
        st.table(_table(found, item, figure, t), border="horizontal", alt=t("pool.answers.alt"))
    small_print(_bases(part, item, figure, t))


def _choose(t: Translator) -> str:
    model = resources.model()
    known = [code for code, item in model.asked.items() if item.kind in KINDS]
    wanted = state.in_address(QUESTION, known) or known[0]
    begin = state.steady("pool.question", wanted)
    chosen: str = st.selectbox(
        t("pool.answers.choose"),
        known,
        known.index(begin),
        format_func=lambda code: t.pick(model.items[code].text),
        key=state.key("pool.question"),
        width=WIDTH,
    )
    state.remember("pool.question", chosen)
    state.put_in_address(QUESTION, None if chosen == known[0] else chosen)
    return chosen


def _number(part: Part, item: str, t: Translator) -> None:
    mean = average(part, item, model=resources.model())
    if mean is None:
        prose(t("pool.answers.nothing", floor=FLOOR))
        return
    prose(t("pool.answers.mean", mean=t.number(mean, 0 if mean == int(mean) else 1)))


def _table(found: Spread, item: str, figure: Figure | None, t: Translator) -> pd.DataFrame:
    """A row for each alternative, those too rare to be shown together beneath."""
    model = resources.model()
    labels = {name: t.pick(text) for name, text in model.alternatives(item).items()}
    labels |= {name: t("pool.answers.none") for name in found.shares if name == NO_ANSWER}
    rows = [
        (labels[name], _today(share, found, t), _percent(share_2003(figure, name), t))
        for name, share in found.shares.items()
        if (name != NO_ANSWER) or share
    ]
    if found.rest is not None:
        rows.append((t("pool.answers.rest"), t.percent(found.rest), "–"))
    index = pd.Index([row[0] for row in rows], name=t("pool.answers.answer"))
    columns = [t("pool.answers.today"), t("pool.answers.survey")]
    return pd.DataFrame([row[1:] for row in rows], index=index, columns=columns)


def _today(share: float | None, found: Spread, t: Translator) -> str:
    if share is not None:
        return t.percent(share)
    return t("pool.answers.hidden" if found.rest is None else "pool.answers.in_rest")


def _percent(share: float | None, t: Translator) -> str:
    return "–" if share is None else t.percent(share)


def _bases(part: Part, item: str, figure: Figure | None, t: Translator) -> str:
    """Of how many each column is."""
    several = resources.model().items[item].kind == "multi"
    words = [t("pool.answers.base", n=t.number(len(part.fresh)))]
    words += [t("pool.answers.base_survey", n=t.number(figure.n))] if figure and figure.n else []
    return " ".join([*words, *([t("nation.several")] if several else [])])
