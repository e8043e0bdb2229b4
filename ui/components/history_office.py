"""What belongs to the office as a whole: everything as a file, deleted things, the office itself."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from i18n.alphabet import name_key
from report.file_names import file_name
from storage import Action, BadFile, NotFound, Unavailable, assessments, export, offices
from storage.offices import RETENTION
from ui import history_steps, resources, state
from ui.components.history_view import line_name
from ui.components.prose import boxed_line, prose
from ui.components.steps import take_step
from ui.markdown import as_written
from ui.who import actor, hosted

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from i18n import Translator
    from storage import OfficeInfo
    from ui.components.history_view import HistoryView

SHARING = "ui/pages/sharing.py"
MEGABYTES = 20
SHOWN = 10
"""Faults of a file that are shown; a file of another kind can have hundreds."""


def own_data(view: HistoryView) -> None:
    """Draws what can be done with all that is kept of the office."""
    t = view.t
    st.header(t("history.own_data"), anchor=False)
    prose(t("history.own_data_text"))
    with st.container(horizontal=True, gap="small"):
        if hosted() and view.may(Action.SHARE):
            st.page_link(SHARING, label=t("sharing.to"), icon=":material/group:", query_params=state.links())
        if view.may(Action.EXPORT):
            _export(view.office, t)
        import_office(t)
        if view.may(Action.DELETE):
            with st.popover(
                t("history.delete_office"), icon=":material/delete:", key=state.key("history_delete_office")
            ):
                _delete(view.office, t)


def deleted_assessments(view: HistoryView) -> None:
    """Draws what can be got back of the office; nothing where nothing is deleted."""
    t = view.t
    if not view.may(Action.DELETE):
        return
    found = assessments.deleted(resources.store(), actor(), office_id=view.office.id)
    if found:
        with st.expander(t.plural("history.deleted", len(found)), type="compact"):
            for info in found:
                _get_back(
                    line_name(info, t),
                    info.deleted_at,
                    partial(assessments.restore, resources.store(), actor(), assessment_id=info.id),
                    key=info.id,
                    t=t,
                )


def deleted_offices(t: Translator) -> None:
    """Draws the offices that can be got back; nothing where there is none."""
    found = sorted(offices.deleted(resources.store(), actor()), key=lambda one: name_key(one.name))
    if found:
        st.header(t("history.deleted_offices"), anchor=False)
    for one in found:
        name = as_written(one.name) or t("store.unnamed")
        _get_back(name, one.deleted_at, partial(history_steps.restore_office, one.id), key=one.id, t=t)


def import_office(t: Translator) -> None:
    """Draws the way in for an office's file."""
    with st.popover(
        t("history.import"), icon=":material/upload_file:", key=state.key("history_import_popover")
    ):
        st.markdown(t("history.import_text"))
        upload = st.file_uploader(
            t("history.import_label"),
            ["json"],
            key=state.key("history_upload"),
            max_upload_size=MEGABYTES,
            label_visibility="collapsed",
        )
        if upload and st.button(t("history.import_do"), key="history_import", type="primary"):
            _import(upload.getvalue(), t)


def _import(text: bytes, t: Translator) -> None:
    try:
        take_step(lambda: history_steps.import_office(text), t)
    except BadFile as error:
        faults = [f"- {as_written(fault)}" for fault in error.faults[:SHOWN]]
        st.error("\n".join([t("history.import_bad"), "", *faults]))


def _export(office: OfficeInfo, t: Translator) -> None:
    """In two steps: the file is made when it is asked for, since the log tells who took one."""
    if not st.button(t("history.export"), key="history_export", icon=":material/download:"):
        return
    try:
        text = export.export_office(resources.store(), actor(), office_id=office.id)
    except (NotFound, Unavailable) as error:
        reason = error.reason if isinstance(error, Unavailable) else "not_found"
        st.error(t(f"history.trouble.{reason}"), icon=":material/error:")
        return
    st.download_button(
        t("history.export_take"),
        text,
        file_name(f"{office.name[:60]}-{state.today().isoformat()}", "json", prefix=t("history.export_file")),
        "application/json",
        key="history_export_take",
        type="primary",
        on_click="ignore",
    )


def _delete(office: OfficeInfo, t: Translator) -> None:
    name = as_written(office.name) or t("store.unnamed")
    st.markdown(t("history.delete_office_text", days=RETENTION.days))
    sure = st.checkbox(t("history.delete_office_sure", office=name), key=state.key("history_sure"))
    if st.button(t("history.delete_office_do"), key="history_delete_office_do", disabled=not sure):
        take_step(lambda: history_steps.delete_office(office.id), t)


def _get_back(
    name: str, since: dt.datetime | None, step: Callable[[], object], *, key: str, t: Translator
) -> None:
    with boxed_line():
        with st.container(gap=None, width="content"):
            st.markdown(f"**{name}**")
            if since:
                st.caption(t("history.until", date=t.date((since + RETENTION).astimezone().date())))
        if st.button(t("history.get_back"), key=f"history_back_{key}"):
            take_step(step, t)
