"""The known misprints of the report, and what its own tables say instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from report.places import place_text
from ui import resources, state

if TYPE_CHECKING:
    from i18n import Translator


def errata() -> None:
    """Draws one table for what is wrong and one for what misleads."""
    t = state.translator()
    st.header(t("nation.errata.title"), anchor=False)
    st.markdown(t("nation.errata.intro"))
    for kind in ("wrong", "unclear"):
        st.subheader(t(f"nation.errata.{kind}"), anchor=False)
        _table(kind, t)


def _table(kind: str, t: Translator) -> None:
    found = [one for one in resources.model().errata.values() if one.kind == kind]
    rows = [[t.pick(one.printed), t.pick(one.holds)] for one in found]
    places = pd.Index([place_text(one.place, t) for one in found], name=t("nation.errata.place"))
    columns = [t("nation.errata.printed"), t("nation.errata.holds")]
    st.table(
        pd.DataFrame(rows, index=places, columns=columns),
        border="horizontal",
        alt=t(f"nation.errata.{kind}"),
    )
