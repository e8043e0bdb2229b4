"""The offices of today that lend their scores, beside 2003 and never mixed with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from scoring.pool import FLOOR
from storage import Unavailable
from storage.pool_book import ANSWERS, LEAST, SCORES
from ui import resources, state
from ui.charts.today import today_picture
from ui.components.nation_figure import palette
from ui.components.nation_today_answers import answers_part
from ui.components.nation_today_files import files_part
from ui.components.prose import LINE, prose, small_print
from ui.components.scorecard_view import show_picture
from ui.components.steps import not_read
from ui.pool import seen
from ui.who import hosted

if TYPE_CHECKING:
    from i18n import Translator
    from scoring.pool import Today


def today_view() -> None:
    """Draws all that this person may be shown, or why that is nothing."""
    t = state.translator()
    st.header(t("pool.title"), anchor=False)
    if not hosted():
        prose(t("pool.local"))
        return
    prose(t("pool.intro"))
    try:
        found = seen()
    except Unavailable as error:
        not_read(error, t)
        return
    if found.scores is None:
        too_few = t("pool.too_few", floor=FLOOR, least=LEAST[SCORES])
        st.info(too_few, icon=":material/visibility_off:", width=LINE)
    else:
        _scores(found.scores, t)
    st.subheader(t("pool.answers.title"), anchor=False)
    if found.answers is None:
        prose(t("pool.answers.too_few", least=LEAST[ANSWERS]))
    else:
        answers_part(found.answers, t)
    if found.scores or found.answers:
        files_part(found, t)
    _how(t)


def _scores(found: Today, t: Translator) -> None:
    """The chart, its key above, its table beside it."""
    model = resources.model()
    picture = today_picture(found, nation=resources.nation(), model=model, palette=palette(), t=t)
    st.subheader(t.plural("pool.offices", found.n), anchor=False)
    prose(t("pool.beside", respondents=t.number(model.method.respondents)))
    chart, table = st.columns([1, 1], gap="large")
    with chart:
        small_print(t("pool.chart.key"))
        show_picture(picture, key="pool.scores")
    table.table(picture.table, border="horizontal", alt=t("pool.table.alt"))


def _how(t: Translator) -> None:
    with st.expander(t("pool.how.title"), type="compact"):
        prose(t("pool.how.text", floor=FLOOR, least=LEAST[SCORES], answers=LEAST[ANSWERS]))
