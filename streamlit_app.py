"""The way in: page settings, language and navigation. What people see is in ``ui/pages``."""

from __future__ import annotations

import streamlit as st

from ui import state
from ui.arriving import arrive
from ui.components.language import language_switch
from ui.components.look import look
from ui.desk import desk
from ui.overtaken import keep_overtaken

# The order of the menu; the first is at /.
NAMES = ("start", "assess", "views", "scorecard", "try_out", "plan", "history", "nation", "method")

keep_overtaken()
arrive()
state.arriving_language()
st.set_page_config(page_title="Tikamp", page_icon="static/icon.png")
st.logo("static/logo.svg", size="large")
look()
language_switch()
state.settle_address(stored=desk().begun)

t = state.translator()
page = st.navigation(
    [
        st.Page(f"ui/pages/{name}.py", title=t(f"app.{name}"), url_path=name, default=name == NAMES[0])
        for name in NAMES
    ],
    position="top",
)
st.set_page_config(page_title=t("app.page_title", page=page.title))
page.run()
