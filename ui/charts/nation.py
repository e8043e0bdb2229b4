"""The nation's own pictures: one figure as bars, and every field's six steps side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import altair as alt
import pandas as pd

from ui.charts.style import BOLD, SMALL, Palette, Picture, across, finish, pixels, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from i18n import Translator

ROW, TEXT, BAR, THICK, HOLLOW = 42, 9, 25, 12, 7
"""Pixels: a row, where its words and its bar stand, the bar's height, and that of the hole in it."""

RUNG, RUNG_TEXT, TOP, BOTTOM = 48, 10, 21, 39
"""Pixels: a row of the ladder, and where in it the words and the bar's edges stand."""

CASEWORK = 4
"""The first step that is casework: the report's only stated minimum."""

WIDE = 7
"""Percent of a bar that a number needs to stand in it, on a phone too."""

BLACK, WHITE = "#0d1519", "#ffffff"
DERIVED = "\N{DAGGER}"
"""Marks a number that is not printed but follows from what is."""


@dataclass(frozen=True)
class Row:
    """One alternative of a figure.

    Args:
        label: The alternative in words.
        count: How many gave it; None where the report prints no number.
        percent: The percentage as printed; else empty.
        phrase: What the report says in words only, where it gives no number; else empty.
        rule: How the count follows from what is printed; empty where it is printed.
    """

    label: str
    count: int | None
    percent: str = ""
    phrase: str = ""
    rule: str = ""

    def share(self, n: int | None) -> float | None:
        """The share, 0-1; None where the report gives neither a number nor a percentage."""
        if self.count is not None and n:
            return self.count / n
        return float(self.percent) / 100 if self.percent else None


@dataclass(frozen=True)
class Rungs:
    """One service field on the ladder.

    Args:
        title: The field in words.
        part: How many offices have it, and of how many; None where not printed.
        counts: Offices at steps 1 to 6; None where the report has no ladder for the field.
    """

    title: str
    part: tuple[int, int] | None
    counts: tuple[int, ...] | None

    @property
    def casework(self) -> float | None:
        """The share of the answers at step 4 or higher, 0-1."""
        return sum(self.counts[CASEWORK - 1 :]) / sum(self.counts) if self.counts else None


# ------------------------------------------------------------------ one figure
def figure_picture(
    rows: Sequence[Row], n: int | None, *, title: str, unit: str, palette: Palette, t: Translator
) -> Picture:
    """A figure as bars; what is printed in words only stands as words, never as an empty bar.

    Args:
        rows: The alternatives, top to bottom.
        n: Answers in all, or None where not printed.
        title: The question, for the alternative text.
        unit: ``offices`` or ``municipalities``.
        palette: The theme.
        t: The language.
    """
    height = ROW * len(rows)
    frame = pd.DataFrame([_row(one, place, n, t) for place, one in enumerate(rows)]).assign(height=height)
    layers = [*_bars(frame, palette, height), words(frame, "label", palette)]
    layers.append(words(frame, "result", palette, "right"))
    return Picture(
        chart=finish(layers, height=height, palette=palette, t=t),
        alt=_alt(rows, n, title, unit, t),
        table=_table(rows, n, unit, t),
        height=height,
    )


def row_words(row: Row, n: int | None, t: Translator) -> str:
    """A row's number and share, its words, or that the report prints nothing."""
    share = row.share(n)
    if share is None:
        return t("nation.in_words", phrase=row.phrase) if row.phrase else t("nation.not_printed")
    if row.count is None:
        return t.percent(share)
    text = t("nation.count", count=t.number(row.count), share=t.percent(share))
    return f"{text} {DERIVED}" if row.rule else text


def _row(row: Row, place: int, n: int | None, t: Translator) -> dict[str, Any]:
    share = row.share(n)
    known = {"share": None if share is None else 100 * share, "start": 0.0, "end": 100.0}
    text = {"label": row.label, "result": row_words(row, n, t), "bold": False, "hollow": bool(row.rule)}
    return known | text | {"y_text": ROW * place + TEXT, "y": ROW * place + BAR}


def _bars(frame: pd.DataFrame, palette: Palette, height: int) -> list[alt.Chart]:
    """A track for every row with a number; a bar with a hole where the number is derived."""
    known = frame[frame["share"].notna()]
    hollow = known[known["hollow"] & (known["share"] > 1)]
    tips = [alt.Tooltip("label:N", title=" "), alt.Tooltip("result:N", title="  ")]
    place = {"x": across("start"), "y": pixels("y", height)}
    track = alt.Chart(known).mark_rule(color=palette.line, strokeWidth=2, aria=False)
    bar = alt.Chart(known).mark_rule(color=palette.nation, strokeWidth=THICK, aria=False)
    hole = alt.Chart(hollow.assign(start=0.4, inner=hollow["share"] - 0.4))
    return [
        track.encode(x2="end:Q", **place),
        bar.encode(x2="share:Q", tooltip=tips, **place),
        hole.mark_rule(color=palette.background, strokeWidth=HOLLOW, aria=False).encode(
            x2="inner:Q", **place
        ),
    ]


def _alt(rows: Sequence[Row], n: int | None, title: str, unit: str, t: Translator) -> str:
    base = t("nation.base.unknown") if n is None else t(f"nation.base.{unit}", n=t.number(n))
    lines = [f"{row.label}: {row_words(row, n, t).removesuffix(DERIVED).strip()}." for row in rows]
    return " ".join([title, base, *lines])


def _table(rows: Sequence[Row], n: int | None, unit: str, t: Translator) -> pd.DataFrame:
    def cells(row: Row) -> list[str]:
        share = row.share(n)
        count = t("nation.not_printed") if row.count is None else t.number(row.count)
        decimals = 0 if row.count is None else 1
        return [count, "–" if share is None else t.percent(share, decimals), _basis(row, t)]

    columns = [t(f"nation.table.{unit}"), t("nation.table.share"), t("nation.table.basis")]
    index = pd.Index([row.label for row in rows], name=t("nation.table.answer"))
    return pd.DataFrame([cells(row) for row in rows], index=index, columns=columns)


def _basis(row: Row, t: Translator) -> str:
    if row.rule:
        return t(f"nation.rule.{row.rule}")
    if row.count is not None:
        return t("nation.basis.printed")
    if row.percent:
        return t("nation.basis.percent")
    return t("nation.in_words", phrase=row.phrase) if row.phrase else t("nation.basis.nothing")


# ------------------------------------------------------------------ the ladder
def steps_picture(
    fields: Sequence[Rungs], names: Sequence[str], *, title: str, palette: Palette, t: Translator
) -> Picture:
    """Every field's answers over the six steps, with a bar across where casework begins.

    Args:
        fields: The fields, top to bottom.
        names: The six steps in words.
        title: Which fields they are, for the alternative text.
        palette: The theme.
        t: The language.
    """
    height = RUNG * len(fields)
    frame = pd.DataFrame([_rung(one, place, t) for place, one in enumerate(fields)]).assign(height=height)
    parts = pd.DataFrame(
        [part for place, one in enumerate(fields) for part in _parts(one, place, names, palette, t)]
    )
    layers = [
        *_steps(parts, palette, height),
        *_borders(frame, palette, height),
        words(frame, "label", palette),
        words(frame, "result", palette, "right"),
    ]
    return Picture(
        chart=finish(layers, height=height, palette=palette, t=t),
        alt=_steps_alt(fields, title, t),
        table=_steps_table(fields, t),
        height=height,
    )


def _rung(one: Rungs, place: int, t: Translator) -> dict[str, Any]:
    casework = one.casework
    result = "" if casework is None else t("nation.ladder.casework", share=t.percent(casework))
    return {
        "label": one.title,
        "result": result,
        "bold": False,
        "border": None if casework is None else 100 * (1 - casework),
        "instead": None if one.counts else t("nation.ladder.none"),
        "y_text": RUNG * place + RUNG_TEXT,
        "y_low": RUNG * place + TOP - 3,
        "y_high": RUNG * place + BOTTOM + 3,
        "y_middle": RUNG * place + (TOP + BOTTOM) / 2,
    }


def _parts(
    one: Rungs, place: int, names: Sequence[str], palette: Palette, t: Translator
) -> list[dict[str, Any]]:
    whole, start, parts = sum(one.counts or ()), 0.0, []
    for step, count in enumerate(one.counts or (), start=1):
        width = 100 * count / whole
        values = {"step": step, "name": names[step - 1], "count": count, "share": t.percent(count / whole)}
        part: dict[str, Any] = {"from": start, "to": start + width, "middle": start + width / 2}
        part |= {"number": str(step) if width >= WIDE else "", "fill": palette.steps[step - 1]}
        part |= {
            "ink": _ink(palette.steps[step - 1]),
            "tip": f"{one.title}. {t('nation.ladder.tip', **values)}",
        }
        parts.append(part | {"top": RUNG * place + TOP, "bottom": RUNG * place + BOTTOM})
        start += width
    return [part | {"y": (part["top"] + part["bottom"]) / 2} for part in parts]


def _steps(parts: pd.DataFrame, palette: Palette, height: int) -> list[alt.Chart]:
    fill = alt.Color("fill:N", scale=None, legend=None)
    bars = alt.Chart(parts).mark_rect(stroke=palette.background, strokeWidth=1, aria=False)
    numbers = alt.Chart(parts).mark_text(baseline="middle", fontSize=SMALL, fontWeight=BOLD, aria=False)
    tip = alt.Tooltip("tip:N", title=" ")
    ink = alt.Color("ink:N", scale=None, legend=None)
    low, high = pixels("top", height), alt.Y2("bottom:Q")
    return [
        bars.encode(x=across("from"), x2="to:Q", y=low, y2=high, color=fill, tooltip=tip),
        numbers.encode(x=across("middle"), y=pixels("y", height), text="number:N", color=ink, tooltip=tip),
    ]


def _borders(frame: pd.DataFrame, palette: Palette, height: int) -> list[alt.Chart]:
    """Where casework begins, and words where the report has no ladder."""
    known, other = frame[frame["border"].notna()], frame[frame["instead"].notna()]
    border = alt.Chart(known).mark_rule(color=palette.text, strokeWidth=3, aria=False)
    instead = alt.Chart(other).mark_text(
        align="left", baseline="middle", fontSize=SMALL, color=palette.quiet, aria=False
    )
    return [
        border.encode(x=across("border"), y=pixels("y_low", height), y2="y_high:Q"),
        instead.encode(x=alt.value(0), y=pixels("y_middle", height), text="instead:N"),
    ]


def _ink(fill: str) -> str:
    """Black or white, whichever stands out more from ``fill``."""
    dark, light, behind = _luminance(BLACK), _luminance(WHITE), _luminance(fill)
    return BLACK if (behind + 0.05) / (dark + 0.05) > (light + 0.05) / (behind + 0.05) else WHITE


def _luminance(colour: str) -> float:
    """The relative luminance of WCAG, 0-1."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _steps_alt(fields: Sequence[Rungs], title: str, t: Translator) -> str:
    lines = [t("nation.ladder.alt", title=title)]
    for one in fields:
        words_ = t("nation.ladder.none") if one.casework is None else _casework(one, t)
        lines.append(f"{one.title}: {words_}".rstrip(".") + ".")
    return " ".join(lines)


def _casework(one: Rungs, t: Translator) -> str:
    return t("nation.ladder.casework", share=t.percent(one.casework or 0.0))


def _steps_table(fields: Sequence[Rungs], t: Translator) -> pd.DataFrame:
    def cells(one: Rungs) -> list[str]:
        part = (
            t("nation.not_printed") if one.part is None else t("nation.of", count=one.part[0], n=one.part[1])
        )
        steps = [t.number(count) for count in one.counts] if one.counts else ["–"] * 6
        n = t.number(sum(one.counts)) if one.counts else t("nation.ladder.no_table")
        return [part, *steps, n]

    columns = [t("nation.ladder.part"), *(t("charts.ladder.step", step=step) for step in range(1, 7))]
    index = pd.Index([one.title for one in fields], name=t("charts.ladder.field"))
    return pd.DataFrame([cells(one) for one in fields], index=index, columns=[*columns, t("charts.ladder.n")])
