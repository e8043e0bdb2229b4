"""The national picture: every figure of 2003, what it says about the offices, and where it misleads."""

import streamlit as st

from ui import resources, state
from ui.components.nation_errata import errata
from ui.components.nation_figure import figure, open_figure
from ui.components.nation_figures import entries
from ui.components.nation_files import all_files
from ui.components.nation_ladder import ladder
from ui.components.nation_list import figure_list
from ui.components.nation_outside import outside
from ui.components.nation_theses import theses
from ui.components.nation_today import today_view
from ui.components.nation_words import challenges_words
from ui.components.prose import prose
from ui.components.tabs import tabs
from ui.components.top import to_the_top

WIDTH = 1120  # pixels, as on the scorecard
CHALLENGES = "98"


def figures_view() -> None:
    """The list, or the figure that the address names."""
    if chosen is None:
        figure_list()
    else:
        open_figure(chosen)


def ladder_view() -> None:
    """The ladder of every field."""
    st.header(t("nation.ladder.title"), anchor=False)
    ladder(t)


def challenges_view() -> None:
    """What the offices found hardest."""
    st.header(t("nation.challenges.title"), anchor=False)
    prose(challenges_words(t))
    figure(known[CHALLENGES], t)


VIEWS = {
    "figures": figures_view,
    "ladder": ladder_view,
    "challenges": challenges_view,
    "theses": theses,
    "outside": outside,
    "errata": errata,
    "today": today_view,
}

st.set_page_config(layout="wide")
t = state.translator()
known = entries(resources.model(), resources.figures(), t)
chosen = state.in_address(state.FIGURE, known)
with st.container(horizontal_alignment="center"), st.container(width=WIDTH):
    st.title(t("nation.title"), anchor=False)
    prose(
        t(
            "nation.intro",
            figures=t.number(len(known)),
            respondents=t.number(resources.model().method.respondents),
        )
    )
    tabs("nation.view", VIEWS, labels={name: t(f"nation.view.{name}") for name in VIEWS})
    st.divider()
    all_files(t)
to_the_top(f"nation-{chosen or 'list'}")
