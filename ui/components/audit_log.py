"""The log in words: when, who, what."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from ui.markdown import as_written

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from i18n import Translator
    from storage.audit import Event


def audit_log(events: Sequence[Event], t: Translator, *, offices: Mapping[str, str] | None = None) -> None:
    """Draws what was done, newest first.

    Args:
        events: As the store tells them.
        t: The language.
        offices: Office id -> name, for a log of several offices; None for the log of one.
    """
    with st.expander(t.plural("audit.title", len(events))):
        st.markdown(t("audit.text"))
        columns = {t("audit.who"): [_who(one, t) for one in events]}
        columns[t("audit.what")] = [_what(one, t) for one in events]
        if offices is not None:
            columns[t("audit.office")] = [_office(one, offices, t) for one in events]
        when = pd.Index([_when(one, t) for one in events], name=t("audit.when"))
        st.table(pd.DataFrame(columns, index=when), border="horizontal", alt=t("audit.alt"))


def _when(one: Event, t: Translator) -> str:
    moment = one.when.astimezone()
    return as_written(f"{t.date(moment.date())} {moment:%H:%M}")


def _who(one: Event, t: Translator) -> str:
    return as_written(one.name) or t("account.unnamed" if one.who else "audit.nobody")


def _what(one: Event, t: Translator) -> str:
    words, role = t(f"audit.{one.what}"), one.detail.get("role")
    return f"{words} ({t(f'role.{role}')})" if role else words


def _office(one: Event, offices: Mapping[str, str], t: Translator) -> str:
    if one.office_id is None:
        return "–"
    return as_written(offices.get(one.office_id, "")) or t("audit.office_gone")
