"""What every part of the comparison draws from, and how a widget keeps step with the address."""

from __future__ import annotations

import math
import secrets
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, TypeVar

import streamlit as st

from scoring.aggregate import DIGITS
from ui import state
from ui.charts.style import GLYPHS
from ui.compare_filters import Filters
from ui.compare_names import aliases, drawn_anew, names
from ui.markdown import as_written

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import pandas as pd

    from i18n import Translator
    from scoring import Model
    from ui.charts import Palette, Picture
    from ui.comparing import Compared, Group

T = TypeVar("T")

HIDDEN, NAMES = "hidden", "names"
"""What the address says where names are hidden."""

_SECRET = "compare.secret"  # noqa: S105 - where it is kept
ROOM: Final = 2_000
"""Offices that a picture with a mark for each, or the measures of each (2 ms apiece), have room for."""


@dataclass(frozen=True)
class CompareView:
    """Offices beside each other in one language and theme.

    Args:
        compared: All that can be compared.
        group: Those that the filters let through.
        labels: Code -> what an office is called on the screen.
        filters: What they were chosen by.
    """

    compared: Compared
    group: Group
    labels: Mapping[str, str]
    t: Translator
    palette: Palette
    filters: Filters = field(default_factory=Filters)

    @property
    def model(self) -> Model:
        """What they are rated with."""
        return self.group.rating.model

    def criterion(self, code: str) -> str:
        """A criterion's number and short name."""
        one = self.model.criteria[code]
        return f"{one.number} {self.t.pick(one.short)}"


def plain(picture: Picture) -> Picture:
    """The picture with a table in which no office's name is read as Markdown."""
    return replace(picture, table=picture.table.rename(index=as_written, columns=as_written))


def names_hidden() -> bool:
    """Whether aliases stand for names, by the address."""
    return state.in_address(NAMES, (HIDDEN,)) is not None


def labels(compared: Compared, t: Translator) -> dict[str, str]:
    """Code -> what each office is called on the screen; aliases in their order, alike under all filters."""
    if names_hidden():
        order = drawn_anew(compared.offices, _secret())
        called = aliases(order.values(), lambda letter: t("compare.alias", letter=letter))
        return {code: called[order[code]] for code in sorted(order, key=order.__getitem__)}
    return names(compared.offices, t("app.unnamed"))


def _secret() -> str:
    """What only this session knows."""
    if state.recall(_SECRET) is None:
        state.remember(_SECRET, secrets.token_hex())
    return str(state.recall(_SECRET))


def crowded(view: CompareView) -> bool:
    """Says that there are more offices than have room, where there are."""
    count = len(view.group.codes)
    if count > ROOM:
        texts = {"most": view.t.number(ROOM), "count": view.t.number(count)}
        st.info(view.t("compare.crowded", **texts), icon=":material/filter_alt:")
    return count > ROOM


def in_step(name: str, wanted: T, draw: Callable[[T, str], T], *, said: Callable[[T], str | None]) -> T:
    """A widget that says what the address says under ``name``, and writes there what it is told.

    Args:
        name: The name in the address, unlike any other on the page.
        wanted: What the address says.
        draw: Draws the widget with a default and a key, and gives its answer.
        said: The answer as the address has it; None where it is the usual one.
    """
    widget = f"compare.{name}"
    answer = draw(state.steady(widget, wanted), state.key(widget))
    state.put_in_address(name, said(answer))
    state.remember(widget, answer)
    return answer


# ------------------------------------------------------------------ in words
def number(score: float, t: Translator) -> str:
    """A score, or a dash where there is none."""
    return "–" if math.isnan(score) else t.number(score)


def between(low: float, high: float, t: Translator) -> str:
    """An interval of numbers; one number where its ends are written the same."""
    if math.isnan(low) or math.isnan(high):
        return "–"
    ends = dict.fromkeys((t.number(low), t.number(high)))
    return "–".join(ends)


def glyph(place: int, model: Model) -> str:
    """The sign of a level by its place; nothing where not rated."""
    return "" if place < 0 else GLYPHS[list(model.method.levels.values())[place].shape]


def mean(column: pd.Series[float]) -> float:
    """The mean of those that are rated; NaN where none is."""
    return float(column.mean())


def whole(score: float) -> float:
    """A score as it is shown everywhere: rounded half up; NaN where not rated."""
    return score if math.isnan(score) else math.floor(round(score, DIGITS) + 0.5)
