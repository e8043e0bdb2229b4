"""The nine theses of the report against its own figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import streamlit as st

from report.places import place_text
from scoring.picture import tally
from scoring.picture_checks import NAMED
from scoring.picture_types import Verdict
from ui import resources, state
from ui.components.nation_figure import evidence
from ui.components.prose import CARD, prose, small_print

if TYPE_CHECKING:
    from collections.abc import Mapping

    from i18n import Translator
    from scoring import Figures, Model
    from scoring.model_types import Texts
    from scoring.picture_types import Fact, Thesis

ICONS: dict[Verdict, str] = {
    "supported": ":material/check_circle:",
    "partly": ":material/contrast:",
    "contradicted": ":material/cancel:",
    "cannot_tell": ":material/help:",
}
"""Each verdict has a shape beside its word."""


def theses() -> None:
    """Draws how the nine fare together, then each with what the figures say."""
    t, model = state.translator(), resources.model()
    st.header(t("nation.theses.title"), anchor=False)
    found = model.theses
    prose(t("nation.theses.intro", count=t.number(len(found))))
    verdicts = [one.verdict for one in found.values()]
    parts = [
        f"{ICONS[verdict]} **{t.number(verdicts.count(verdict))}** {t(f'nation.verdict.{verdict}').lower()}"
        for verdict in get_args(Verdict)
    ]
    # Each stays on its line, so that no sign is parted from its word.
    st.markdown("\N{EM SPACE}".join(part.replace(" ", "\N{NO-BREAK SPACE}") for part in parts))
    for number, (code, thesis) in enumerate(found.items(), start=1):
        _thesis(code, thesis, number, t)
    small_print(t("nation.theses.method"))


def _thesis(code: str, thesis: Thesis, number: int, t: Translator) -> None:
    with st.container(border=True, gap="xsmall", width=CARD):
        st.markdown(f"{ICONS[thesis.verdict]} **{t(f'nation.verdict.{thesis.verdict}')}**")
        st.subheader(f"{number}. {t.pick(thesis.claim)}", anchor=False)
        st.markdown(with_facts(thesis.says, thesis.facts, resources.model(), resources.figures(), t))
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.caption(t("nation.source", place=place_text(thesis.place, t)), width="content")
            evidence([fact.item for fact in thesis.facts.values()], f"thesis_{code}", t)


def with_facts(texts: Texts, facts: Mapping[str, Fact], model: Model, figures: Figures, t: Translator) -> str:
    """A text with each ``{fact}`` as counted from the figures: "38 of 149 offices (26%)"."""

    def fill(name: str) -> str:
        found = tally(facts[name], model, figures)
        if found is None:
            return t("nation.not_printed")
        values = {"count": t.number(found.count), "n": t.number(found.n), "share": t.percent(found.share)}
        return t(f"nation.fact.{found.unit}", **values)

    return NAMED.sub(lambda match: fill(match[1]), t.pick(texts))
