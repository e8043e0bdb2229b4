"""Tjenestetrappa as a picture: each field's national spread over six steps, the office's step marked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import altair as alt
import pandas as pd

from ui.charts.style import SMALL, Palette, Picture, Rows, across, finish, of, pixels, words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from i18n import Translator
    from scoring import Figures, Model

ROW, TEXT, TOP, BOTTOM, MARK = 54, 10, 21, 34, 40
"""Pixels: a row, and where in it the words, the bar's edges and the mark beneath stand."""

Level = Literal["municipal", "state", "other"]

UNSTATED = "not_stated"
"""The population of the ladder of state fields: the report does not say which offices answered."""


@dataclass(frozen=True)
class Rung:
    """One field.

    Args:
        title: The field in words.
        answer: The office's answer: ``""``, ``not_offered`` or ``"1"`` to ``"6"``.
        counts: Offices at each step in 2003, or None where the report has no ladder for the field.
    """

    title: str
    answer: str
    counts: tuple[int, ...] | None

    @property
    def step(self) -> int | None:
        """The office's step, 1-6."""
        return int(self.answer) if self.answer.isdigit() else None

    @property
    def lower(self) -> float | None:
        """The share of the offices that stand on a lower step, 0-1."""
        if self.step is None or not self.counts or not sum(self.counts):
            return None
        return sum(self.counts[: self.step - 1]) / sum(self.counts)


def ladder_picture(
    rungs: Sequence[Rung], *, title: str, model: Model, palette: Palette, t: Translator
) -> Picture:
    """Each field's step against the national spread.

    Args:
        rungs: The fields, top to bottom.
        title: Which fields they are, for the alternative text.
        model: The model, for the names of the steps.
        palette: The theme.
        t: The language.
    """
    height = ROW * len(rungs)
    rows = [_row(rung, place, t) for place, rung in enumerate(rungs)]
    parts = [part for place, rung in enumerate(rungs) for part in _parts(rung, place, model, t)]
    layers = [
        *_bars(parts, palette, height),
        *_marks(rows, palette, height),
        words(rows, "label", height=height, palette=palette),
        words(rows, "result", height=height, palette=palette, side="right"),
    ]
    return Picture(
        chart=finish(layers, height=height, palette=palette, t=t),
        alt=_alt(rungs, title, t),
        table=_table(rungs, t),
        height=height,
    )


def rungs_of(
    answers: Mapping[str, str], levels: Sequence[Level], *, model: Model, figures: Figures, t: Translator
) -> list[Rung]:
    """The fields of some levels with the office's answer and the nation's counts."""
    item = model.method.ladder_item
    question = model.items[item].place.question or ""
    found = []
    for code, field in model.fields.items():
        if field.level in levels:
            figure = figures.get(question, part=code) or figures.get(question, part=code, population=UNSTATED)
            counts = tuple(figure.counts.get(str(step)) or 0 for step in range(1, 7)) if figure else None
            found.append(Rung(t.pick(field.title), answers.get(f"{item}.{code}", ""), counts))
    return found


def answer_words(rung: Rung, t: Translator) -> str:
    """The office's answer in a few words."""
    if rung.step is not None:
        return t("charts.ladder.step", step=rung.step)
    return t(f"charts.ladder.{rung.answer or 'not_answered'}")


def _row(rung: Rung, place: int, t: Translator) -> dict[str, Any]:
    return {
        "label": f"{rung.title} ({sum(rung.counts)})" if rung.counts else rung.title,
        "result": answer_words(rung, t),
        "bold": rung.step is not None,
        "y_text": ROW * place + TEXT,
        "y_mark": ROW * place + MARK,
        "y_middle": ROW * place + (TOP + BOTTOM) / 2,
        "at": _middle(rung),
        "instead": None if rung.counts else t("charts.ladder.none"),
    }


def _middle(rung: Rung) -> float | None:
    """The middle of the office's step on the bar, 0-100; its edge where no office stood there."""
    if rung.step is None or not rung.counts:
        return None
    before = sum(rung.counts[: rung.step - 1])
    return 100 * (before + rung.counts[rung.step - 1] / 2) / max(sum(rung.counts), 1)


def _parts(rung: Rung, place: int, model: Model, t: Translator) -> Rows:
    whole = max(sum(rung.counts or ()), 1)
    start, parts = 0, []
    for step, count in enumerate(rung.counts or (), start=1):
        name = t.pick(model.service.steps[str(step)])  # type: ignore[index]  # steps 1-6
        tip = t.plural("charts.ladder.tip", count, step=step, name=name, share=t.percent(count / whole))
        part: dict[str, Any] = {"step": step, "own": step == rung.step, "tip": f"{rung.title}. {tip}"}
        part |= {"from": 100 * start / whole, "to": 100 * (start + count) / whole}
        parts.append({**part, "top": ROW * place + TOP, "bottom": ROW * place + BOTTOM})
        start += count
    return parts


def _bars(parts: Rows, palette: Palette, height: int) -> list[alt.Chart]:
    greys = alt.Scale(domain=[1, 2, 3, 4, 5, 6], range=list(palette.steps))
    return [
        of(parts)
        .mark_rect(stroke=palette.background, strokeWidth=1, aria=False)
        .encode(
            x=across("from"),
            x2="to:Q",
            y=pixels("top", height),
            y2="bottom:Q",
            color=alt.condition(
                "datum.own", alt.value(palette.office), alt.Color("step:O", scale=greys, legend=None)
            ),
            tooltip=alt.Tooltip("tip:N", title=" "),
        )
    ]


def _marks(rows: Rows, palette: Palette, height: int) -> list[alt.Chart]:
    """An arrow beneath the office's step, and words where the report has no ladder."""
    return [
        of(rows, "at")
        .mark_point(shape="triangle-up", filled=True, opacity=1, size=70, color=palette.office, aria=False)
        .encode(x=across("at"), y=pixels("y_mark", height)),
        of(rows, "instead")
        .mark_text(align="left", baseline="middle", fontSize=SMALL, color=palette.quiet, aria=False)
        .encode(x=alt.value(0), y=pixels("y_middle", height), text="instead:N"),
    ]


# ------------------------------------------------------------------ in words
def _alt(rungs: Sequence[Rung], title: str, t: Translator) -> str:
    lines = [t("charts.ladder.alt", title=title)]
    for rung in rungs:
        line = f"{rung.title}: {answer_words(rung, t)}"
        if rung.lower is not None:
            line += f" ({t('charts.ladder.alt_lower', share=t.percent(rung.lower))})"
        lines.append(f"{line}.")
    return " ".join(lines)


def _table(rungs: Sequence[Rung], t: Translator) -> pd.DataFrame:
    def cells(rung: Rung) -> list[str]:
        steps = (
            [t.number(count) for count in rung.counts] if rung.counts else [t("charts.ladder.no_figure")] * 6
        )
        lower = t("charts.ladder.no_figure") if rung.lower is None else t.percent(rung.lower)
        n = t.number(sum(rung.counts)) if rung.counts else t("charts.ladder.no_figure")
        return [answer_words(rung, t), lower, *steps, n]

    columns = [t("charts.ladder.office"), t("charts.ladder.lower")]
    columns += [t("charts.ladder.step", step=step) for step in range(1, 7)]
    index = pd.Index([rung.title for rung in rungs], name=t("charts.ladder.field"))
    return pd.DataFrame(
        [cells(rung) for rung in rungs], index=index, columns=[*columns, t("charts.ladder.n")]
    )
