"""People: everyone whom this Tikamp knows, and what was done in it; for those who look after it."""

from __future__ import annotations

import streamlit as st

from i18n.alphabet import name_key
from storage import NotFound, Unavailable, audit, offices, people
from ui import resources, state
from ui.components.audit_log import audit_log
from ui.components.people_list import forget_someone, people_table
from ui.components.prose import CARD, prose
from ui.components.steps import not_read
from ui.who import actor

t = state.translator()
st.set_page_config(layout="wide")
with st.container(horizontal_alignment="center"), st.container(width=CARD):
    st.title(t("people.title"), anchor=False)
    try:
        found = sorted(people.everyone(resources.store(), actor()), key=lambda one: name_key(one.name))
        prose(t("people.text"))
        people_table(found, t)
        forget_someone(found, t)
        st.header(t("people.done"), anchor=False)
        names = {one.id: one.name for one in offices.to_share(resources.store(), actor())}
        audit_log(audit.of_all(resources.store(), actor()), t, offices=names)
    except NotFound:
        st.info(t("people.not_yours"), icon=":material/lock:")
    except Unavailable as error:
        not_read(error, t)
