"""The known misprints of the report, and what its own tables say instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from report.places import place_text
from ui import resources, state
from ui.components.prose import prose

if TYPE_CHECKING:
    from i18n import Translator


def errata() -> None:
    """Draws one table for what is wrong and one for what misleads."""
    t = state.translator()
    st.header(t("nation.errata.title"), anchor=False)
    prose(t("nation.errata.intro"))
    for kind in ("wrong", "unclear"):
        st.subheader(t(f"nation.errata.{kind}"), anchor=False)
        _table(kind, t)


def _table(kind: str, t: Translator) -> None:
    found = [one for one in resources.model().errata.values() if one.kind == kind]
    # The place stands under what is printed there: three columns are too narrow on a phone.
    rows = [f"{t.pick(one.printed)}  \n:small[{place_text(one.place, t)}]" for one in found]
    printed = pd.Index(rows, name=t("nation.errata.printed"))
    holds = [t.pick(one.holds) for one in found]
    st.table(
        pd.DataFrame({t("nation.errata.holds"): holds}, index=printed),
        border="horizontal",
        alt=t(f"nation.errata.{kind}"),
    )
