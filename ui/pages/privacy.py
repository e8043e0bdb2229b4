"""Privacy: what this Tikamp keeps, for how long, who sees it, and how one is forgotten."""

from __future__ import annotations

import streamlit as st

from scoring.pool import FLOOR
from storage import NotFound, Unavailable, people
from storage.audit import KEPT
from storage.invitations import VALID
from storage.offices import RETENTION
from ui import resources, state
from ui.components.privacy_own import own_entry
from ui.components.steps import not_read
from ui.who import actor, hosted

PARTS = {
    False: ("answers", "files", "deleted", "browser", "outside"),
    True: ("people", "answers", "seen", "pool", "log", "files", "deleted", "browser", "outside", "rights"),
}
"""What is told: at home, and where people sign in."""

NUMBERS = {"days": RETENTION.days, "valid": VALID.days, "years": KEPT.days // 365, "floor": FLOOR}

t = state.translator()
st.title(t("privacy.title"), anchor=False)
st.markdown(t("privacy.intro_hosted" if hosted() else "privacy.intro_local"))
for part in PARTS[hosted()]:
    st.header(t(f"privacy.{part}.title"), anchor=False)
    st.markdown(t(f"privacy.{part}.text", **NUMBERS))
try:
    own_entry(people.myself(resources.store(), actor()), t)
except NotFound:
    pass  # nobody is signed in: there is nothing of one's own to show
except Unavailable as error:
    not_read(error, t)
