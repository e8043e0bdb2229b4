"""Files: offices that a person brings from files, looked through before they are compared."""

from __future__ import annotations

import streamlit as st

from ui import bringing, shown, state
from ui.components.bring_card import card, take_all
from ui.components.bring_held import COMPARE, held
from ui.components.bring_upload import reading, upload
from ui.components.prose import prose

WIDTH = 860  # pixels: wide enough for a table of faults, narrow enough to read

t = state.translator()
shown.choose_own()
st.set_page_config(layout="wide")
with st.container(horizontal_alignment="center"), st.container(width=WIDTH):
    st.page_link(COMPARE, label=t("files.back"), icon=":material/arrow_back:", query_params=state.links())
    st.title(t("files.title"), anchor=False)
    prose(t("files.intro"))
    st.header(t("files.choose"), anchor=False)
    upload(t)
    reading(t)
    files = bringing.brought()
    if files:
        st.header(t("files.waiting"), anchor=False)
        take_all(files, t)
        for one in files:
            card(one, t)
    held(t)
