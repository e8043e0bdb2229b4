"""The least that a Streamlit app can do with an answer, to be measured beside Tikamp."""

from __future__ import annotations

import streamlit as st

st.markdown(st.radio("Choice", ["yes", "partly", "no"], key="choice"))
