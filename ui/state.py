"""What one person's session holds; nothing else touches Streamlit's state or the address.

What a widget says is compared with what the session holds, and the difference is written here. That
is done twice: where the widget is drawn, for Streamlit calls no callback for the first answer after
a lost connection; and as its callback, for a run that another click cuts short never draws it.
``key`` gives widgets names that change when
something else than the widget changes its answer, so that no widget can write an old one back.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar, cast

import streamlit as st

from i18n import LANGUAGES, Language, Translator, language_of
from scoring import Assessment
from scoring.encode import NOTE
from storage.column_types import new_id
from ui.coming_back import numbers_on_the_page

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

T = TypeVar("T")

ASSESSMENT = "a"
LANG, SECTION = "lang", "section"
VIEW, FIGURE = "view", "figure"
"""The names in the address."""


# ------------------------------------------------------------------ language
def translator() -> Translator:
    """The translator for this person's language."""
    return Translator(cast("Language", _session().get(LANG) or arriving_language()))


def arriving_language() -> Language:
    """The language at the start of a run: the address's, else the session's, else the browser's."""
    found = st.query_params.get(LANG)
    if found not in LANGUAGES:
        found = _session().get(LANG) or language_of(st.context.locale)
    choose_language(cast("Language", found))
    return cast("Language", found)


def settle_address(*, stored: bool) -> None:
    """Says in one step which language this is, and which assessment where a link to it leads somewhere."""
    wanted = {LANG: translator().language} | ({ASSESSMENT: place()} if stored else {})
    if any(st.query_params.get(name) != value for name, value in wanted.items()):
        st.query_params.update(wanted)


def choose_language(language: Language) -> None:
    """Switches the language; ``settle_address`` says so."""
    _session()[LANG] = language


def links(**more: str) -> dict[str, str]:
    """The query that a link to another page carries: the language, the assessment, and ``more``."""
    held = {ASSESSMENT: place()} if ASSESSMENT in st.query_params else {}
    return {LANG: translator().language, **held, **more}


# ------------------------------------------------------------------ the person's own answers
def assessment() -> Assessment:
    """The person's own assessment; without a name and answers at first."""
    return cast("Assessment", _session().setdefault("assessment", blank()))


def blank() -> Assessment:
    """An assessment without answers."""
    return Assessment(office="", answers={}, date=today())


def hold(**changes: Any) -> None:  # noqa: ANN401 - fields of Assessment
    """Changes the session's copy of the assessment, which is of today then; ``own`` stores it as well."""
    _session()["assessment"] = dataclasses.replace(assessment(), **{"date": today(), **changes})


def put_assessment(new: Assessment, place: str | None = None) -> None:
    """Puts another assessment in the place of this one; its widgets are drawn anew.

    Args:
        new: The assessment.
        place: What it is called in the address and in the store; a new name if left out.
    """
    _session()["assessment"] = new
    _session()["place"] = place or new_id()
    _address(ASSESSMENT, _session()["place"])


def place() -> str:
    """What the assessment is called in the address and in the store, even before it is stored.

    The keys of its widgets hold it: after a restart of the server, the page that is still open finds
    its answers again by the address, and its widgets by this name.
    """
    return cast("str", _session().setdefault("place", new_id()))


def hold_texts(texts: Mapping[str, str], **changes: Any) -> None:  # noqa: ANN401 - as above
    """Changes answers and notes, column -> text; see ``hold``, and ``Assessment.with_texts``."""
    new = assessment().with_texts(texts)
    hold(**{"answers": new.answers, "notes": new.notes, **changes})


def renew_column(column: str) -> None:
    """Lets the widgets of an answer or a note be drawn anew."""
    renew(column, f"{column}.special", f"reason.{column.removeprefix(NOTE)}")


def named(one: Assessment) -> Assessment:
    """The assessment with a name to show where none is given, so that it can always be rated."""
    return one if one.office else dataclasses.replace(one, office=translator()("app.unnamed"))


# ------------------------------------------------------------------ where in the form
def section(known: Collection[str]) -> str | None:
    """The section of the form that the address names, or None."""
    name = st.query_params.get(SECTION)
    return name if name in known else None


def open_section(code: str | None) -> NoReturn:
    """Opens a section of the form, or the list of them, and starts the page again."""
    _address(SECTION, code)
    st.rerun()


# ------------------------------------------------------------------ where on the scorecard
def in_address(name: str, known: Collection[str]) -> str | None:
    """What the address says under ``name``, or None where it says nothing known."""
    value = st.query_params.get(name)
    return value if value in known else None


def said_in_address(name: str) -> str | None:
    """What the address says under ``name``, known or not."""
    return st.query_params.get(name)


def put_in_address(name: str, value: str | None) -> None:
    """Says in the address where the person is, so that a link opens the same place."""
    _address(name, value)


def drop_from_address(names: Collection[str]) -> None:
    """Takes several names out of the address in one step of the browser's history."""
    st.query_params.from_dict({name: said for name, said in st.query_params.items() if name not in names})


# ------------------------------------------------------------------ where in the national picture
def open_figure(question: str | None) -> NoReturn:
    """Opens one figure, or the list of them, and starts the page again."""
    _address(VIEW, None)
    _address(FIGURE, question)
    st.rerun()


# ------------------------------------------------------------------ widgets
def given(key: str) -> Any:  # noqa: ANN401 - each kind of widget has its own type
    """What the widget of that key says now; None before it is drawn."""
    return _session().get(key)


def key(name: str) -> str:
    """The key of a widget: new after ``renew``, for another assessment, and in another language."""
    return f"{name}#{place()}.{_versions().get(name, 0)}.{translator().language}"


def renew(*names: str) -> None:
    """Lets widgets be drawn anew from what the session holds."""
    for name in names:
        _versions()[name] = _versions().get(name, 0) + 1


def steady(name: str, wanted: T) -> T:
    """What a widget of that name begins with: ``wanted``, and the same for as long as it stands.

    Streamlit takes tabs or an expander with another default for another widget, and forgets what was
    clicked. Remember under ``name`` what is open: where the address says another thing (a link, the
    browser's way back), the widget is drawn anew.
    """
    if recall(name) != wanted:
        renew(name)
    if key(name) not in _session():
        remember(key(name), wanted)
    return cast("T", recall(key(name)))


def clear() -> None:
    """Forgets all that the session holds."""
    _session().clear()


def remember(name: str, value: object) -> None:
    """Keeps something small for this session, such as what an undo brings back."""
    _session()[f"memory.{name}"] = value


def recall(name: str) -> Any:  # noqa: ANN401 - whatever was remembered
    """What ``remember`` kept, or None."""
    return _session().get(f"memory.{name}")


def _address(name: str, value: str | None) -> None:
    """Writes only differences: each write is a step in the browser's history."""
    if value is None:
        st.query_params.pop(name, None)
    elif st.query_params.get(name) != value:
        st.query_params[name] = value


def _versions() -> dict[str, int]:
    """How often widgets were drawn anew, by name."""
    if "versions" not in _session():
        _session()["versions"] = numbers_on_the_page()
    return cast("dict[str, int]", _session()["versions"])


def _session() -> Any:  # noqa: ANN401 - Streamlit's own mapping
    return st.session_state


def today() -> dt.date:
    """The day as it is where the server stands."""
    return dt.datetime.now(tz=dt.UTC).astimezone().date()
