"""Accessibility: how far it is usable by everyone, what is not good enough, and whom to tell.

After the model of the Norwegian authority (uutilsynet): status, failures by success criterion, how it was
tested, whom to write to. It says what the tests show (tests/browser/test_wcag.py, test_focus.py).
"""

from __future__ import annotations

import os

import streamlit as st

from ui import state
from ui.markdown import as_written
from ui.service.settings import contact

BREACHES = ("table",)


def whom_to_tell() -> str:
    """Whom to write to, where whoever runs this has said so."""
    someone = contact(os.environ)
    return t("access.report.contact", contact=as_written(someone)) if someone else t("access.report.unknown")


t = state.translator()
st.title(t("access.title"), anchor=False)
st.markdown(t("access.intro"))
st.header(t("access.status.title"), anchor=False)
st.markdown(t("access.status.text"))
st.header(t("access.breaches.title"), anchor=False)
st.markdown("\n".join(f"- {t(f'access.breaches.{one}')}" for one in BREACHES))
for part in ("charts", "tested"):
    st.header(t(f"access.{part}.title"), anchor=False)
    st.markdown(t(f"access.{part}.text"))
st.header(t("access.report.title"), anchor=False)
st.markdown(f"{whom_to_tell()} {t('access.report.authority')}")
