"""The method: how answers become a score, worked by hand, with what it does not know."""

import streamlit as st

from ui import resources, state
from ui.components.method_example import by_hand
from ui.components.method_tables import all_indicators, levels, points, rules, versions
from ui.components.method_words import values_of

t = state.translator()
model, nation, figures = resources.model(), resources.nation(), resources.figures()
values = values_of(model, nation, t)


def section(name: str, *paragraphs: str) -> None:
    """A heading with its paragraphs; every number in them comes from the model."""
    st.header(t(f"method.{name}.title"), anchor=False)
    for paragraph in paragraphs:
        st.markdown(t(f"method.{name}.{paragraph}", **values))


st.title(t("method.title"), anchor=False)
st.markdown(t("method.intro", **values))

section("points", "text")
points(model, t)
st.markdown(t("method.points.rules", **values))
rules(model, t)
st.markdown(t("method.points.open", **values))

section("criterion", "text", "coverage")
section("total", "text", "rated")
section("interval", "text", "kept")
section("levels", "text")
levels(model, t)
section("nation", "text", "like", "rank", "error")
section("band", "text", "independent", "together", "margin")
section("gains", "text", "unrated")

section("example", "text")
by_hand(model, nation, figures, t)

section("limits", "age", "response", "weak", "thresholds", "own", "strength", "shares")

section("all", "text")
all_indicators(model, nation, t)

section("versions", "text")
versions(model, figures, t)
