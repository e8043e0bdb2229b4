"""One file that was read: what can be taken in, what is to be mended, and what was understood."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, Literal, get_args

import streamlit as st

from report.faulty_rows import faulty_rows
from report.file_names import file_name
from ui import bringing, held_files, state
from ui.components.bring_faults import fault_table
from ui.components.bring_understood import understood_tabs
from ui.components.prose import small_print
from ui.markdown import as_written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from i18n import Translator
    from scoring.intake import Sorted
    from ui.brought import Brought, Taken

Form = Literal["xlsx", "csv"]

_NO_ROOM: Final = "bring.no_room"
"""Remembers the numbers of files that could not be taken in."""

MOST_NAMES: Final = 10
"""Names of replaced offices that a sentence lists; the table of all that is taken in tells the others."""


def card(one: Brought, t: Translator) -> None:
    """Draws a file; one that is taken in without a fault is a line."""
    if one.taken and not one.faulty:
        st.success(f"**{as_written(one.name)}**: {_taken_words(one.taken, t)}", icon=":material/check:")
        return
    with st.container(border=True, key=f"bring_card_{one.number}"):
        _head(one, t)
        if one.found is None:
            st.error(t("files.refused"), icon=":material/block:")
            fault_table(one, t)
            return
        _state(one, t)
        if one.waits and one.number in (state.recall(_NO_ROOM) or []):
            most, held = t.number(held_files.MOST), t.number(len(held_files.files()))
            st.error(t("files.too_many", most=most, held=held), icon=":material/block:")
        _ways(one, one.found, t)
        if one.faults:
            small_print(t("files.mend"))
            fault_table(one, t)
        if one.understood:
            with st.expander(t("files.understood"), expanded=one.waits, type="compact"):
                understood_tabs(one, one.understood, t)


def take_all(several: Sequence[Brought], t: Translator) -> None:
    """Takes in the good rows of several files with one click."""
    waiting = [one for one in several if one.waits]
    if len(waiting) < 2:  # noqa: PLR2004 - one has its own button
        return
    offices = t.number(sum(len(one.offices) for one in waiting))
    label = t("files.take_all", offices=offices, files=t.number(len(waiting)))
    if st.button(label, key="bring_take_all", type="primary", icon=":material/done_all:"):
        _take([one.number for one in waiting])


def _head(one: Brought, t: Translator) -> None:
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.subheader(as_written(one.name), anchor=False, width="content")
        st.button(
            t("files.put_away"),
            key=f"bring_away_{one.number}",
            type="tertiary",
            icon=":material/close:",
            help=t("files.put_away_of", file=as_written(one.name)),
            on_click=partial(bringing.put_away, one.number),
        )


def _state(one: Brought, t: Translator) -> None:
    """How many rows are good and how many are not; once taken in, what became of them."""
    if one.taken:
        st.success(_taken_words(one.taken, t), icon=":material/check:")
    elif one.offices:
        words = [t.plural("files.good", len(one.offices)), t.plural("files.rated", one.rated)]
        words += [] if one.faulty else [t("files.faultless")]
        st.markdown(f":material/check_circle: **{words[0]}** {' '.join(words[1:])}")
    if one.faulty:
        rest = "" if one.offices else f" {t('files.no_good')}"
        st.markdown(f":material/warning: **{t.plural('files.faulty', one.faulty)}**{rest}")


def _ways(one: Brought, found: Sorted, t: Translator) -> None:
    """Good rows in, faulty ones back."""
    with st.container(horizontal=True, gap="small"):
        if one.waits and st.button(
            t.plural("files.take", len(one.offices)), key=f"bring_take_{one.number}", type="primary"
        ):
            _take([one.number])
        for form in get_args(Form) if one.faulty else ():
            st.download_button(
                t.plural(f"files.faulty_{form}", one.faulty),
                partial(faulty_rows, found, t, form=form),
                file_name=file_name(t("files.faulty_name", file=one.name.rpartition(".")[0]), form),
                key=f"bring_faulty_{form}_{one.number}",
                on_click="ignore",
                icon=":material/download:",
            )


def _take(numbers: Sequence[int]) -> None:
    """Takes files in one after another; ``_NO_ROOM`` says for which there was none."""
    state.remember(_NO_ROOM, [number for number in numbers if not bringing.take_in(number)])
    st.rerun()


def _taken_words(taken: Taken, t: Translator) -> str:
    words = [t.plural("files.taken", len(taken.new) + len(taken.replaced))]
    if taken.replaced:
        words += [t.plural("files.taken_new", len(taken.new))] if taken.new else []
        named = [as_written(name or t("app.unnamed")) for name in taken.replaced[:MOST_NAMES]]
        rest = len(taken.replaced) - len(named)
        names = t.listing(named + ([t.plural("compare.more", rest)] if rest else []))
        words.append(t.plural("files.taken_replaced", len(taken.replaced), names=names))
    return " ".join(words)
