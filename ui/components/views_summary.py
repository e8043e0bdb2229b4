"""Each view's total and interval beside the leader's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from ui import form, resources, staff_views, state
from ui.components.score_strip import bar, headline_words, range_words, standings
from ui.components.views_upload import clear_receipts

if TYPE_CHECKING:
    from i18n import Translator
    from scoring import Assessment
    from ui.components.score_strip import Standing


@dataclass(frozen=True)
class _Row:
    """A name, the answers behind it, and the number of the view where it can be removed."""

    name: str
    assessment: Assessment
    view: int | None = None


def views_summary(t: Translator) -> None:
    """Draws a row for the leader, one for each view, and one for the answers with what is agreed."""
    rows = _rows(t)
    found = standings([one.assessment for one in rows], model=resources.model())
    with st.container(key="views_summary", gap="medium"):
        for row, now in zip(rows, found, strict=True):
            _draw(row, now, t)


def _rows(t: Translator) -> list[_Row]:
    rows = [_Row(t("views.leader"), staff_views.leader())]
    rows += [
        _Row(t("views.view", number=t.number(view.number)), view.assessment, view.number)
        for view in staff_views.held()
    ]
    settled = len(staff_views.agreements())
    if settled:
        rows.append(_Row(t.plural("views.with_agreed", settled), state.assessment()))
    return rows


def _draw(row: _Row, now: Standing, t: Translator) -> None:
    model = resources.model()
    with st.container(gap="xxsmall"):
        with st.container(
            horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", gap="xsmall"
        ):
            st.markdown(f"**{row.name}** · {headline_words(now, t, model)}", width="content")
            st.markdown(range_words(now, t), width="content")
        bar(now, t)
        with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
            done = form.progress(model, row.assessment)
            words = t("views.answered", answered=t.number(done.answered), asked=t.number(done.asked))
            st.caption(words, width="content")
            if row.view is not None:
                _remove(row.view, t)


def _remove(number: int, t: Translator) -> None:
    label = t("views.remove", number=t.number(number))
    if st.button(label, key=f"remove_view_{number}", type="tertiary", icon=":material/delete:"):
        staff_views.remove(number)
        clear_receipts()
        st.rerun()
