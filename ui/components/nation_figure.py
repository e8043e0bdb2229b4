"""One figure: the question, who answered, the bars with their table, what to beware of, the numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from report.places import place_text
from scoring.picture import main_figure, populations
from ui import resources, state
from ui.charts import DARK, LIGHT
from ui.charts.nation import DERIVED, Bars, figure_picture
from ui.components.nation_figures import LADDER, base_words, entries, figure_rows, place, several, unit
from ui.components.nation_files import figure_download
from ui.components.nation_ladder import ladder
from ui.components.nation_means import means
from ui.components.population import choose_population
from ui.components.prose import prose
from ui.components.scorecard_view import show_picture

if TYPE_CHECKING:
    from collections.abc import Sequence

    from i18n import Translator
    from ui.charts import Palette
    from ui.charts.nation import Row
    from ui.components.nation_figures import Entry

JUMP = 460
"""Pixels for the name of a figure beside the way back."""


def open_figure(question: str) -> None:
    """Draws one figure with the ways back and on."""
    t = state.translator()
    known = entries(resources.model(), resources.figures(), t)
    _bar(question, known, t)
    entry = known[question]
    st.header(entry.title, anchor=False)
    if question == LADDER:
        ladder(t)
        figure_download(entry, t)
    else:
        figure(entry, t)
    _neighbours(question, list(known), t)


def figure(entry: Entry, t: Translator) -> None:
    """The bars of one population, their table beside them, and everything that belongs to it."""
    figures = resources.figures()
    population = choose_population(
        populations(entry.question, figures), f"nation.population.{entry.question}", t
    )
    found = figures.get(entry.question, population=population)
    if found is None:
        return
    rows = figure_rows(entry, population, model=resources.model(), figures=figures, t=t)
    base = base_words(population, found.n, t)
    bars = Bars(tuple(rows), found.n, entry.title, base, unit(population))
    picture = figure_picture(bars, palette=palette(), t=t)
    _about(entry, population, base, t)
    chart, table = st.columns([1, 1], gap="medium")
    with chart:
        show_picture(picture, key=f"figure.{entry.question}.{population}")
        _marks(rows, t)
    table.table(picture.table, border="horizontal", alt=t("nation.table.alt", title=entry.title))
    means(entry.question, population, t)
    cautions(entry, t)
    figure_download(entry, t)


def palette() -> Palette:
    """The colours of the theme that the person's device prefers."""
    return DARK if st.context.theme.type == "dark" else LIGHT


def cautions(entry: Entry, t: Translator) -> None:
    """What to beware of: the item's own caution, and the report's misprints about it."""
    model = resources.model()
    lines = []
    if entry.item and (caution := model.items[entry.item].caution) is not None:
        lines.append(t.pick(caution))
    lines += [
        t(f"nation.misprint.{one.kind}", printed=t.pick(one.printed), holds=t.pick(one.holds))
        for one in model.errata.values()
        if entry.item in one.items
    ]
    if lines:
        prose(f"**{t('nation.beware')}**\n\n" + "\n".join(f"- {line}" for line in lines))


def _about(entry: Entry, population: str, base: str, t: Translator) -> None:
    """How many answered, who they are, and where it is printed."""
    model, figures = resources.model(), resources.figures()
    split = len(populations(entry.question, figures)) > 1
    parts = [base]
    parts += [t("nation.both")] if population == "all" and not split else []
    parts += [t("nation.several")] if several(entry, model) else []
    where = place_text(place(entry, population, model=model, figures=figures), t)
    prose(" ".join([*parts, t("nation.source", place=where)]))


def _marks(rows: Sequence[Row], t: Translator) -> None:
    if any(row.rule for row in rows):
        st.caption(t("nation.derived", mark=DERIVED))


# ------------------------------------------------------------------ ways back and on
def _bar(question: str, known: dict[str, Entry], t: Translator) -> None:
    """Back to the list, or straight to another figure."""
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        if st.button(t("nation.back"), type="tertiary", icon=":material/arrow_back:", key="nation_back"):
            state.open_figure(None)
        chosen = st.selectbox(
            t("nation.jump"),
            list(known),
            index=list(known).index(question),
            format_func=lambda one: short(known[one], t),
            key=state.key(f"nation.jump.{question}"),
            label_visibility="collapsed",
            width=JUMP,
        )
    if chosen != question:
        state.open_figure(chosen)


def _neighbours(question: str, order: list[str], t: Translator) -> None:
    at = order.index(question)
    before, after = order[at - 1] if at else None, order[at + 1] if at + 1 < len(order) else None
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        label = t("nation.question_number", question=before) if before else t("nation.back")
        if st.button(label, icon=":material/arrow_back:", key="nation_previous"):
            state.open_figure(before)
        label = t("nation.question_number", question=after) if after else t("nation.back")
        if st.button(label, icon=":material/arrow_forward:", icon_position="right", key="nation_next"):
            state.open_figure(after)


def short(entry: Entry, t: Translator) -> str:
    """Number and question on one line."""
    return t("nation.list.line", question=entry.question.replace("-", "–"), title=entry.title)


def evidence(items: Sequence[str], key: str, t: Translator) -> None:
    """Buttons that open the figures behind a text, in the row that the caller has begun.

    Args:
        items: Codes of survey items.
        key: What the buttons belong to, unlike any other on the page.
        t: The language.
    """
    model, figures = resources.model(), resources.figures()
    questions = dict.fromkeys(model.items[item].place.question or "" for item in items)
    for question in questions:
        if question == LADDER or main_figure(question, figures):
            label = t("nation.question_number", question=question.replace("-", "–"))
            if st.button(label, key=f"{key}_{question}", type="tertiary", icon=":material/bar_chart:"):
                state.open_figure(question)
