"""The way in for everyone but tests: Streamlit's server around `streamlit_app.py`, with what Tikamp adds.

`make run` and `tikamp serve` do `streamlit run tikamp_server.py`, which finds the application in it.
"""

from __future__ import annotations

import streamlit as st

from ui.service.health import ask_store, health_route
from ui.service.lifespan import lifespan
from ui.service.server import before_the_app, start_or_leave

# Streamlit reads this file and looks for this very form: a name, and st.App.
app = st.App(
    "streamlit_app.py",
    lifespan=lifespan,
    routes=[health_route(ask_store)],
    middleware=before_the_app(),
)

# Not before: the app has told Streamlit where its settings are.
start_or_leave()
