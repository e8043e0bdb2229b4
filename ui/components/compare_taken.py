"""The comparison to take along: on paper, as a spreadsheet, as tables, and every office's scorecard."""

from __future__ import annotations

from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING, Final, cast

import streamlit as st

from report.many import scorecard_pdfs
from report.ratings_writer import STREAMED
from report.side_by_side import About
from ui import compare_weights, state
from ui.components.compare_filter_words import filter_words
from ui.components.compare_view import names_hidden
from ui.components.plan_downloads import SHEET
from ui.components.prose import prose, small_print
from ui.components.under_way import begin, end, under_way, wanted
from ui.taking import MOST, Taken, taken, zipped

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from i18n import Translator
    from report.ratings_table import Format
    from ui.components.compare_view import CompareView
    from ui.taking import Sheet

ZIP: Final = "compare_zip"
"""The name of the work."""

_MADE: Final = "compare.scorecards"

TABLES: Final[tuple[Format, ...]] = (*STREAMED, "json")
MEDIA: Final = {
    "csv": "text/csv",
    "json": "application/json",
    "parquet": "application/vnd.apache.parquet",
    "xlsx": SHEET,
    "pdf": "application/pdf",
    "zip": "application/zip",
}
FORM: Final = 160
"""Pixels: the name of a format."""


def take_along(view: CompareView) -> None:
    """Draws what can be taken away of the offices that are shown; each file is made when it is asked for."""
    t, everything = view.t, of_view(view)
    st.divider()
    st.header(t("taken.title"), anchor=False)
    hidden = [t("taken.hidden")] if everything.about.hidden else []
    prose(" ".join([t.plural("taken.text", len(everything.offices)), *hidden]))
    with st.container(horizontal=True, gap="small"):
        _file("report", everything.report, "pdf", t)
        _file("workbook", everything.workbook, "xlsx", t)
        _scorecards_button(everything)
    _scorecards_under_way(everything)
    small_print(t("taken.files_text"))
    with st.container(horizontal=True, gap="small", vertical_alignment="bottom"):
        form = _form(t)
        _file("comparison", partial(everything.comparison, form), form, t)
        _file("ratings", partial(everything.ratings, form), form, t)
    small_print(t("taken.tables_text"))


def of_view(view: CompareView) -> Taken:
    """The offices that are shown, as they go out."""
    about = About(
        state.today(),
        tuple(filter_words(view.filters, view)),
        compare_weights.used(compare_weights.in_address(view.model)),
        hidden=names_hidden(),
    )
    return taken(view.group, view.compared.offices, view.labels, t=view.t, about=about)


def _form(t: Translator) -> Format:
    return st.selectbox(
        t("taken.form"),
        TABLES,
        format_func=lambda form: t(f"taken.form_{form}"),
        key=state.key("taken.form"),
        width=FORM,
    )


def _file(name: str, make: Callable[[], bytes], ending: str, t: Translator) -> None:
    st.download_button(
        t(f"taken.{name}"),
        make,
        f"{t(f'taken.file_{name}')}.{ending}",
        MEDIA[ending],
        key=f"taken_{name}",
        icon=_ICONS[name],
        on_click="ignore",
    )


_ICONS: Final = {
    "report": ":material/picture_as_pdf:",
    "workbook": ":material/table:",
    "zip": ":material/folder_zip:",
    "comparison": ":material/leaderboard:",
    "ratings": ":material/grid_on:",
}


# ------------------------------------------------------------------ every office's scorecard
def _scorecards_button(everything: Taken) -> None:
    """The file where all are made, else the way to have them made."""
    t, sheets, made = everything.t, everything.sheets, _made()
    if all(one.key in made for one in sheets):
        scorecards = [(one.assessment.office, made[one.key]) for one in sheets if made[one.key]]
        _file("zip", partial(zipped, scorecards), "zip", t)
        return
    st.button(
        t.plural("taken.make", len(sheets)),
        key="taken_make",
        icon=_ICONS["zip"],
        on_click=begin,
        args=(ZIP,),
        disabled=len(sheets) > MOST or wanted(ZIP),
        help=t("taken.too_many", most=t.number(MOST)) if len(sheets) > MOST else None,
    )


def _scorecards_under_way(everything: Taken) -> None:
    """Makes those that are not made yet, each kept as it comes; then the page offers the file."""
    if not wanted(ZIP):
        return
    t, sheets, made = everything.t, everything.sheets[:MOST], _made()
    _forget_others(sheets)
    left = [one for one in sheets if one.key not in made]
    making = scorecard_pdfs(
        [one.assessment for one in left],
        model=everything.model,
        nation=everything.nation,
        figures=everything.figures,
        translator=t,
        examples=everything.about.examples,
    )
    count = t.number(len(sheets))
    with under_way(ZIP, t("taken.making", done=t.number(len(made)), count=count), t) as told, closing(making):
        for sheet, one in zip(left, making, strict=True):
            made[sheet.key] = one.pdf or b""  # one that cannot be made is not tried again and again
            told(len(made) / len(sheets), t("taken.making", done=t.number(len(made)), count=count))
    end(ZIP)
    st.rerun()


def _made() -> dict[Hashable, bytes]:
    """The scorecards that this session has made, by what each is made of."""
    if state.recall(_MADE) is None:
        state.remember(_MADE, {})
    return cast("dict[Hashable, bytes]", state.recall(_MADE))


def _forget_others(sheets: Sequence[Sheet]) -> None:
    """Keeps no more than is asked for now: a session holds some megabytes, not all that it ever made."""
    made, asked = _made(), {one.key for one in sheets}
    for key in [key for key in made if key not in asked]:
        del made[key]
