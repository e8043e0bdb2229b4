"""Everyone whom this Tikamp knows, and how someone is forgotten."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from storage import people
from ui import resources, state
from ui.components.steps import take_step
from ui.markdown import as_written
from ui.who import actor

if TYPE_CHECKING:
    from collections.abc import Sequence

    from i18n import Translator
    from storage.people import PersonInfo


def people_table(found: Sequence[PersonInfo], t: Translator) -> None:
    """Draws all people with what is kept of them."""
    columns = {
        t("people.email"): [as_written(one.email or "") or "–" for one in found],
        t("people.since"): [as_written(t.date(one.created.astimezone().date())) for one in found],
        t("people.offices"): [t.number(one.offices) for one in found],
    }
    names = pd.Index([as_written(one.name) or t("account.unnamed") for one in found], name=t("people.name"))
    st.table(pd.DataFrame(columns, index=names), border="horizontal", alt=t("people.alt"))


def forget_someone(found: Sequence[PersonInfo], t: Translator) -> None:
    """The way to forget one of them: name, e-mail and roles go, what was written stays."""
    others = {one.id: one for one in found if one.id != actor().person_id}
    if not others:
        return
    with st.expander(t("people.forget")):
        st.markdown(t("people.forget_text"))
        chosen = st.selectbox(
            t("people.forget_whom"),
            list(others),
            None,
            format_func=lambda key: _name(others[key], t),
            key=state.key("people.forget"),
        )
        if chosen is None:
            return
        sure = st.checkbox(
            t("people.forget_sure", name=_name(others[chosen], t)), key=f"forget_sure_{chosen}"
        )
        if st.button(t("people.forget_do"), key="forget", disabled=not sure):
            take_step(partial(people.forget, resources.store(), actor(), person_id=chosen), t)


def _name(one: PersonInfo, t: Translator) -> str:
    name = as_written(one.name) or t("account.unnamed")
    return f"{name} ({as_written(one.email)})" if one.email else name
