"""The main picture with its key, and beside it the strongest and the weakest criteria."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from scoring.comparison import TOTAL
from ui.charts import criteria_picture
from ui.charts.style import GLYPHS
from ui.components.scorecard_today import today_line
from ui.components.scorecard_view import show_band, show_picture, show_table
from ui.components.scorecard_why import total_why
from ui.components.scorecard_words import (
    band_words,
    difference,
    difference_words,
    level_words,
    number_words,
)

if TYPE_CHECKING:
    from report.scorecard import CriterionResult
    from ui.components.scorecard_view import View

EACH = 3
"""How many stand on either side."""


def overview(view: View) -> None:
    """The ten criteria against the nation; strongest and weakest beside."""
    t = view.t
    st.header(t("scorecard.overview.title"), anchor=False)
    chart, ends = st.columns([2, 1], gap="large")
    with chart:
        picture = criteria_picture(view.card, model=view.model, palette=view.palette, t=t)
        _key(view)
        show_picture(picture, key="criteria")
        show_table(picture, t)
        today_line(TOTAL, t)
        _explain(view)
    with ends:
        _ends(view)


def _key(view: View) -> None:
    """What each mark means; the levels with their limits from the model."""
    t, levels = view.t, list(view.model.method.levels.values())
    tops = [*(level.low for level in levels[1:]), 100.0]
    named = [
        t(
            "scorecard.key.level",
            sign=GLYPHS[one.shape],
            name=t.pick(one.title),
            low=t.number(one.low),
            high=t.number(top),
        )
        for one, top in zip(levels, tops, strict=True)
    ]
    scores = [view.card.total, *(one.score for one in view.card.criteria)]
    parts = [t(f"scorecard.key.{name}") for name in ("office", "nation", "middle")]
    parts += [t("scorecard.key.interval")] if any(one.low != one.high for one in scores) else []
    parts += [t("scorecard.key.like")] if any(one.differs for one in scores) else []
    st.caption(f"{' · '.join(parts)}  \n{' · '.join(named)}")


def _explain(view: View) -> None:
    t = view.t
    with st.expander(t("scorecard.explain.title"), type="compact"):
        if view.card.total.score is not None:
            st.markdown(total_why(view))
        if view.card.total.band is not None:
            st.markdown(band_words(view.card.total.band, t))
            show_band(view.card.total.band, view, key="band.total")
        st.markdown(
            t("scorecard.explain.like", compared=len(view.nation.criteria), total=len(view.model.criteria))
        )
        st.markdown(t("scorecard.explain.band"))
        st.markdown(t("scorecard.explain.middle"))
        st.markdown(t("scorecard.explain.interval"))


def _ends(view: View) -> None:
    rated = [one for one in view.card.criteria if one.score.score is not None]
    ranked = sorted(rated, key=lambda one: -(one.score.score or 0.0))
    each = min(EACH, len(ranked) // 2)
    if not each:
        st.markdown(view.t("scorecard.ends.too_few"))
        return
    for name, found in (("strongest", ranked[:each]), ("weakest", ranked[::-1][:each])):
        st.subheader(view.t(f"scorecard.ends.{name}"), anchor=False)
        st.markdown("\n".join(_end(one, view) for one in found))


def _end(one: CriterionResult, view: View) -> str:
    t = view.t
    name = f"{one.number} {t.pick(view.model.criteria[one.code].short)}"
    gap = difference(one.score)
    key = "like" if one.score.differs else "beside"
    gap_words = t(f"scorecard.ends.{key}", gap=difference_words(gap, t)) if gap is not None else None
    beside = gap_words or t("scorecard.ends.no_nation")
    level = level_words(one.score, model=view.model, t=t)
    return f"- **{name}: {number_words(one.score, t)}**  \n  {level}, {beside.lower()}"
