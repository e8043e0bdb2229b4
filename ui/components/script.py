"""A script of our own on the page: a file in `static/`, since the page's policy runs nothing else."""

from __future__ import annotations

from html import escape
from urllib.parse import urlencode

import streamlit as st


def run_script(name: str, **said: str | int) -> None:
    """Runs a script, once for each new thing that it is told.

    Args:
        name: A file in `static/`, without its ending.
        said: What the script reads from its own address; codes and words of ours, none that a person wrote.
    """
    address = f"app/static/{name}.js?{urlencode(said)}"
    st.html(f'<script src="{escape(address)}"></script>', unsafe_allow_javascript=True)
