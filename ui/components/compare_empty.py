"""The comparison with fewer than two offices: what is missing, and the ways to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ui import comparing, resources, state
from ui.components.compare_sources import left_out_words, to_files
from ui.markdown import as_written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from i18n import Translator
    from ui.comparing import LeftOut, Office

ASSESS = "ui/pages/assess.py"


def empty_page(found: Sequence[Office], left_out: Sequence[LeftOut], t: Translator) -> None:
    """Tells what will stand here, what there is already, and how to get more."""
    st.title(t("compare.title"), anchor=False)
    st.markdown(t("compare.empty"))
    if found:
        st.markdown(t("compare.empty_one", office=as_written(found[0].name or t("app.unnamed"))))
    left_out_words(left_out, t)
    st.markdown(f"- {t('compare.way_store')}\n- {t('compare.way_file')}")
    with st.container(horizontal=True, gap="small"):
        if st.button(t("empty.assess"), type="primary", key="compare_assess"):
            st.switch_page(ASSESS, query_params=state.links())
        to_files(t)
        examples(t)


def examples(t: Translator) -> None:
    """Offers the synthetic offices to look at."""
    label = t("compare.to_examples", count=t.number(len(resources.examples())))
    if st.button(label, key="compare_examples"):
        state.put_in_address(comparing.FROM, comparing.EXAMPLES)
        st.rerun()
