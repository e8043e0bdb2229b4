"""What the office is like beside the nation's: compared, never scored."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from report.answer_words import item_answer
from report.places import place_text
from ui.charts import item_spread
from ui.charts.distribution import bar_words

if TYPE_CHECKING:
    from scoring.model_types import Item
    from ui.charts.spread import Spread
    from ui.components.scorecard_view import View


def context_tab(view: View) -> None:
    """A table: the question, the office's answer, the same answer in the nation, all answers."""
    t = view.t
    st.header(t("scorecard.context.title"), anchor=False)
    st.markdown(t("scorecard.context.intro"))
    items = {code: item for code, item in view.model.asked.items() if item.context}
    columns = [t(f"scorecard.context.{name}") for name in ("answer", "same", "all")]
    index = pd.Index([_question(item, view) for item in items.values()], name=t("scorecard.context.question"))
    table = pd.DataFrame([_cells(code, view) for code in items], index=index, columns=columns)
    st.table(table, border="horizontal", alt=t("scorecard.context.alt"))


def _question(item: Item, view: View) -> str:
    return f"{view.t.pick(item.text)} :small[:gray[({place_text(item.place, view.t)})]]"


def _cells(code: str, view: View) -> list[str]:
    t = view.t
    answer = item_answer(code, assessment=view.assessment, model=view.model, t=t)
    spread = item_spread(code, view.assessment.answers, model=view.model, figures=view.figures, t=t)
    if spread is None:
        return [answer, t("scorecard.context.none"), t("scorecard.context.none")]
    own = [f"{bar.label}: {bar_words(bar, spread, t)}" for bar in spread.bars if bar.own]
    if len(own) == 1:
        own = [own[0].partition(": ")[2]]
    same = "; ".join(own) or (t("scorecard.context.no_class") if answer_given(code, view) else "")
    return [answer, same, _all(spread, view)]


def answer_given(code: str, view: View) -> bool:
    """Whether the office has answered an item at all."""
    return bool(view.assessment.answers.get(code, ""))


def _all(spread: Spread, view: View) -> str:
    t = view.t
    whole = "; ".join(f"{bar.label} {bar_words(bar, spread, t)}" for bar in spread.bars)
    base = t("scorecard.context.n", n=t.number(spread.n)) if spread.n is not None else ""
    return f"{whole}. {base}".strip()
