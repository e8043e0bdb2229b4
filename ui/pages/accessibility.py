"""Accessibility: how far it is usable by everyone, what is not good enough, and whom to tell.

In the parts and the order of the Norwegian authority's own statements (uutilsynet.no, "Hva betyr det for
brukeren?"): what it covers, status, meaning, report, complaint, failures by success criterion, tests,
date. It says what the tests show (tests/browser/test_wcag.py, test_focus.py).
"""

from __future__ import annotations

import datetime as dt
import os
from typing import Final

import streamlit as st

from ui import state
from ui.markdown import as_written
from ui.service.settings import contact

BREACHES: Final = ("table",)
"""One for each success criterion that is not met, in the order of WCAG."""

CRITERIA: Final = 47
"""So many of WCAG 2.1 A and AA the regulation asks of public websites: 35 of old, and 12 since 2023."""

REVIEWED: Final = dt.date(2026, 11, 26)
"""Set anew by whoever goes through the page."""


def whom_to_tell() -> str:
    """Whom to write to, where whoever runs this has said so."""
    someone = contact(os.environ)
    return t("access.report.contact", contact=as_written(someone)) if someone else t("access.report.unknown")


def breaches() -> str:
    """What is not met, one by one, and why."""
    each = [f"- {t(f'access.breaches.{one}')}" for one in BREACHES]
    return "\n".join([*each, "", t("access.breaches.why")])


t = state.translator()
st.title(t("access.title"), anchor=False)
st.markdown(t("access.intro"))
for part, text in {
    "about": t("access.about.text"),
    "status": t("access.status.text", broken=t.number(len(BREACHES)), all=t.number(CRITERIA)),
    "meaning": t("access.meaning.text"),
    "report": whom_to_tell(),
    "complaint": t("access.complaint.text"),
    "breaches": breaches(),
    "charts": t("access.charts.text"),
    "tested": t("access.tested.text"),
    "made": t("access.made.text", date=t.date(REVIEWED)),
}.items():
    st.header(t(f"access.{part}.title"), anchor=False)
    st.markdown(text)
