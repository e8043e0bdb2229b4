"""The service ladder of the nation: every field's six steps, and how many offices have it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from scoring.picture import ladder_figure, main_figure
from ui import resources
from ui.charts import DARK, LIGHT
from ui.charts.nation_ladder import Rungs, steps_picture
from ui.components.prose import prose, small_print
from ui.components.scorecard_view import show_picture, show_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from i18n import Translator
    from scoring import Figures, Model

QUESTIONS = {"municipal": "56", "state": "57"}
"""Which question counts the offices that have the fields of a level."""


def ladder(t: Translator) -> None:
    """The 24 fields as one picture, those that reach furthest first, and what it rests on."""
    model, figures = resources.model(), resources.figures()
    prose(t("nation.ladder.intro", **_whole(model, figures, t)))
    names = [t.pick(text) for step, text in model.service.steps.items() if step.isdigit()]
    st.caption(
        " · ".join(
            f"**{step}**\N{NO-BREAK SPACE}{_together(name)}" for step, name in enumerate(names, start=1)
        )
    )
    small_print(t("nation.ladder.key"))
    title = t("nation.ladder.title")
    palette = DARK if st.context.theme.type == "dark" else LIGHT
    fields = rungs(model, figures, t)
    picture = steps_picture(fields, names, title=title, palette=palette, t=t)
    show_picture(picture, key="nation.ladder")
    show_table(picture, t)
    item = model.items[model.method.ladder_item]
    cautions = [t.pick(item.caution)] if item.caution else []
    small_print(" ".join([*cautions, t("nation.ladder.unstated"), t("nation.ladder.source")]))


def _together(text: str) -> str:
    """Words that no line ends between."""
    return text.replace(" ", "\N{NO-BREAK SPACE}")


def rungs(model: Model, figures: Figures, t: Translator) -> list[Rungs]:
    """Every field with its counts: by the share of casework, those without a ladder last."""
    found = []
    for code, field in model.fields.items():
        for question in _questions(field.level):
            main = main_figure(question, figures)
            count = main[1].counts.get(code) if main else None
            part = (count, main[1].n) if main and main[1].n and count is not None else None
            figure = ladder_figure(code, model, figures)
            counts = tuple(figure.counts.get(str(step)) or 0 for step in range(1, 7)) if figure else None
            title = t.pick(field.title)
            if field.level == "other":
                title = t(f"nation.ladder.other_{question}", field=title)
            found.append(Rungs(title, part, counts))
    return _by_casework(found)


def _questions(level: str) -> list[str]:
    return [QUESTIONS[level]] if level in QUESTIONS else list(QUESTIONS.values())


def _by_casework(found: Sequence[Rungs]) -> list[Rungs]:
    return sorted(found, key=lambda one: -1.0 if one.casework is None else one.casework, reverse=True)


def _whole(model: Model, figures: Figures, t: Translator) -> dict[str, str]:
    """What the introduction names: answers in all, and those at casework."""
    known = [one.counts for one in rungs(model, figures, t) if one.counts]
    answers, casework = sum(map(sum, known)), sum(sum(counts[3:]) for counts in known)
    return {
        "fields": t.number(len(model.fields)),
        "answers": t.number(answers),
        "share": t.percent(casework / answers),
    }
