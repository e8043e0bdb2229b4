"""What is kept of the person who looks, and how that is taken away."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from storage import people
from ui import resources, state, who
from ui.components.steps import done
from ui.markdown import as_written

if TYPE_CHECKING:
    from i18n import Translator
    from storage.people import PersonInfo


def own_entry(kept: PersonInfo, t: Translator) -> None:
    """Draws the person's own entry, and the button that takes it away."""
    st.header(t("privacy.own.title"), anchor=False)
    facts = {
        t("people.name"): as_written(kept.name) or "–",
        t("people.email"): as_written(kept.email or "") or "–",
        t("people.since"): t.date(kept.created.astimezone().date()),
        t("people.offices"): t.number(kept.offices),
    }
    st.markdown("\n".join(f"- {name}: {said}" for name, said in facts.items()))
    with st.popover(t("privacy.own.forget"), icon=":material/person_remove:", key=state.key("forget_me")):
        st.markdown(t("privacy.own.forget_text"))
        sure = st.checkbox(t("privacy.own.forget_sure"), key=state.key("forget_me_sure"))
        if st.button(t("people.forget_do"), key="forget_me_do", disabled=not sure):
            _forget(kept.id, t)


def _forget(person_id: str, t: Translator) -> None:
    step = partial(people.forget, resources.store(), who.actor(), person_id=person_id)
    if done(step, t):
        who.sign_out()
