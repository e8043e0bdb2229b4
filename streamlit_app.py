"""The way in: page settings, language and navigation. What people see is in ``ui/pages``."""

from __future__ import annotations

import streamlit as st

from ui import state
from ui.arriving import arrive
from ui.components.account import account
from ui.components.language import language_switch
from ui.components.look import look
from ui.desk import desk
from ui.door import let_in
from ui.menu import pages
from ui.overtaken import keep_overtaken

keep_overtaken()
inside = let_in()
if inside:
    arrive()
state.arriving_language()
st.set_page_config(page_title="Tikamp", page_icon="static/icon.png")
st.logo("static/logo.svg", size="large")
look()
with st.container(horizontal=True, horizontal_alignment="right", vertical_alignment="center"):
    own_corner = st.container(width="content")
    language_switch()
state.settle_address(stored=inside and desk().begun)

t = state.translator()
page = st.navigation(pages(t, inside=inside), position="top" if inside else "hidden")
st.set_page_config(page_title=t("app.page_title", page=page.title))
with own_corner:
    account()
page.run()
