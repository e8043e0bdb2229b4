"""The comparison to take along: on paper, as a spreadsheet, as tables, and every office's scorecard."""

from __future__ import annotations

from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING, Final, cast

import streamlit as st

from report.many import scorecard_pdfs
from report.ratings_writer import STREAMED
from report.side_by_side import MOST as ON_PAPER
from report.side_by_side import About
from ui import compare_weights, state
from ui.components.compare_filter_words import filter_words
from ui.components.compare_view import names_hidden
from ui.components.plan_downloads import SHEET
from ui.components.prose import prose, small_print
from ui.components.under_way import begin, end, under_way, wanted
from ui.taking import MOST, Taken, taken, zipped

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from i18n import Translator
    from report.ratings_table import Format
    from ui.components.compare_view import CompareView
    from ui.taking import Key

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
    _forget_all_but(view.compared.offices)
    st.divider()
    st.header(t("taken.title"), anchor=False)
    hidden = [t("taken.hidden")] if everything.side.about.hidden else []
    prose(" ".join([t.plural("taken.text", len(everything.offices)), *hidden]))
    with st.container(horizontal=True, gap="small"):
        _report(everything)
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


def _report(everything: Taken) -> None:
    """The report where it has room for so many, else why there is none."""
    t = everything.side.t
    if len(everything.offices) <= ON_PAPER:
        _file("report", everything.report, "pdf", t)
        return
    why = t("taken.no_room", most=t.number(ON_PAPER))
    st.button(t("taken.report"), key="taken_no_report", icon=_ICONS["report"], disabled=True, help=why)


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
    t, made, count = everything.side.t, _made(), len(everything.offices)
    too_many = count > MOST
    if not too_many and all(one.key in made for one in everything.sheets):
        scorecards = [(one.assessment.office, made[one.key]) for one in everything.sheets]
        _file("zip", partial(zipped, [one for one in scorecards if one[1]]), "zip", t)
        return
    st.button(
        t.plural("taken.make", count),
        key="taken_make",
        icon=_ICONS["zip"],
        on_click=begin,
        args=(ZIP,),
        disabled=too_many or wanted(ZIP),
        help=t("taken.too_many", most=t.number(MOST)) if too_many else None,
    )


def _scorecards_under_way(everything: Taken) -> None:
    """Makes those that are not made yet, each kept as it comes; then the page offers the file."""
    if not wanted(ZIP) or len(everything.offices) > MOST:
        return
    side, sheets, made = everything.side, everything.sheets, _made()
    t = side.t
    _forget_all_but({one.key[0] for one in sheets})
    left = [one for one in sheets if one.key not in made]
    making = scorecard_pdfs(
        [one.assessment for one in left],
        model=side.model,
        nation=side.nation,
        figures=side.figures,
        translator=t,
        examples=side.about.examples,
    )
    count = t.number(len(sheets))
    with under_way(ZIP, t("taken.making", done=t.number(len(made)), count=count), t) as told, closing(making):
        for sheet, one in zip(left, making, strict=True):
            made[sheet.key] = one.pdf or b""  # one that cannot be made is not tried again and again
            told(len(made) / len(sheets), t("taken.making", done=t.number(len(made)), count=count))
    end(ZIP)
    st.rerun()


def _made() -> dict[Key, bytes]:
    """The scorecards that this session has made, by what each is made of."""
    if state.recall(_MADE) is None:
        state.remember(_MADE, {})
    return cast("dict[Key, bytes]", state.recall(_MADE))


def _forget_all_but(codes: Collection[str]) -> None:
    """Keeps no scorecard of an office that is not asked for now, or that the person may not see any more."""
    made = _made()
    for key in [key for key in made if key[0] not in codes]:
        del made[key]
