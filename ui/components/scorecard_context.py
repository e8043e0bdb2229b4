"""What the office is like, beside the nation: compared, never scored."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from report.answer_words import item_answer
from report.places import place_text
from scoring.answers import SPECIAL
from ui.charts import item_spread
from ui.charts.distribution import bar_words

if TYPE_CHECKING:
    from ui.charts.spread import Spread
    from ui.components.scorecard_view import View


def context_tab(view: View) -> None:
    """The office's answer beside those who answered the same; every answer in a second table."""
    t = view.t
    st.header(t("scorecard.context.title"), anchor=False)
    st.markdown(t("scorecard.context.intro"))
    items = {code: item for code, item in view.model.asked.items() if item.context}
    spreads = {
        code: item_spread(code, view.assessment.answers, model=view.model, figures=view.figures, t=t)
        for code in items
    }
    rows = [_beside(code, spread, view) for code, spread in spreads.items()]
    _table(("answer", "same"), rows, view, alt=t("scorecard.context.alt_same"))
    with st.expander(t("scorecard.context.all_title")):
        rows = [[_all(spread, view), place_text(items[code].place, t)] for code, spread in spreads.items()]
        _table(("all", "source"), rows, view, alt=t("scorecard.context.alt_all"))


def _table(columns: tuple[str, ...], rows: list[list[str]], view: View, *, alt: str) -> None:
    t = view.t
    questions = [t.pick(item.text) for item in view.model.asked.values() if item.context]
    index = pd.Index(questions, name=t("scorecard.context.question"))
    headings = [t(f"scorecard.context.{name}") for name in columns]
    st.table(pd.DataFrame(rows, index=index, columns=headings), border="horizontal", alt=alt)


def _beside(code: str, spread: Spread | None, view: View) -> list[str]:
    """The office's answer, and how many offices gave it; with several answers, each by its name."""
    answer = item_answer(code, assessment=view.assessment, model=view.model, t=view.t)
    return [answer, _same(view.assessment.answers.get(code, ""), spread, view)]


def _same(given: str, spread: Spread | None, view: View) -> str:
    t = view.t
    if spread is None:
        return t("scorecard.context.none")
    if not given:
        return t("scorecard.context.no_answer")
    own = [bar for bar in spread.bars if bar.own]
    if not own:
        return t(f"scorecard.context.{'not_counted' if given in SPECIAL else 'no_class'}")
    if len(own) == 1:
        return bar_words(own[0], spread, t)
    return "; ".join(f"{bar.label}: {bar_words(bar, spread, t)}" for bar in own)


def _all(spread: Spread | None, view: View) -> str:
    t = view.t
    if spread is None:
        return t("scorecard.context.none")
    whole = "; ".join(f"{bar.label}: {bar_words(bar, spread, t)}" for bar in spread.bars)
    base = t("scorecard.context.n", n=t.number(spread.n)) if spread.n is not None else ""
    return f"{whole}. {base}".strip()
