"""What every part of the history draws from: the office's assessments, each rated by its own model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from scoring import FaultsError
from scoring.change import fits, results
from storage import Action, allowed, assessments, offices
from ui import resources, state
from ui.charts import DARK, LIGHT
from ui.markdown import as_written
from ui.who import actor

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from i18n import Translator
    from scoring import Model
    from scoring.change import Result
    from storage import AssessmentInfo, Loaded, OfficeInfo
    from ui.charts import Palette


@dataclass(frozen=True)
class Line:
    """One assessment.

    Args:
        loaded: As it is stored.
        model: The model that it was made with, or None where that is not at hand.
        result: What that model makes of it; None without it, or where the answers are not its own.
    """

    loaded: Loaded
    model: Model | None
    result: Result | None

    @property
    def info(self) -> AssessmentInfo:
        """All but its answers."""
        return self.loaded.info

    @property
    def current(self) -> bool:
        """Whether the form and the other pages, which know the current model only, can show it."""
        return self.result is not None and self.info.model_version == resources.model().version


@dataclass(frozen=True)
class HistoryView:
    """An office with its assessments, newest first."""

    office: OfficeInfo
    lines: tuple[Line, ...]
    t: Translator
    palette: Palette

    @property
    def rated(self) -> list[Line]:
        """Those with a result, oldest first; their total can still be not rated."""
        return [one for one in reversed(self.lines) if one.result]

    def may(self, action: Action) -> bool:
        """Whether this person may do that with the office."""
        return allowed(self.office.role, action)


def history_view(office_id: str | None) -> HistoryView | None:
    """Reads an office and rates its assessments.

    Returns:
        None where there is no such office for this person.

    Raises:
        Unavailable: The store cannot be read.
    """
    store = resources.store()
    office = next((one for one in offices.overview(store, actor()) if one.id == office_id), None)
    if office is None:
        return None
    found = assessments.of_office(store, actor(), office_id=office.id)
    loaded = assessments.load_many(store, actor(), assessment_ids=[one.id for one in found])
    palette = DARK if st.context.theme.type == "dark" else LIGHT
    return HistoryView(office, tuple(_lines(loaded)), state.translator(), palette)


def line_name(info: AssessmentInfo, t: Translator) -> str:
    """The day of an assessment, and its title where it has one."""
    day = t.date(info.date)
    return t("history.name", date=day, title=as_written(info.title)) if info.title else day


def _lines(loaded: Iterable[Loaded]) -> Iterable[Line]:
    """Those of one model are rated in one go."""
    every = list(loaded)
    models = {version: resources.model_of(version) for version in {one.info.model_version for one in every}}
    rated: dict[str, Result] = {}
    for version, model in models.items():
        if model:
            rated |= _rated([one for one in every if one.info.model_version == version], model)
    return [Line(one, models[one.info.model_version], rated.get(one.info.id)) for one in every]


def _rated(loaded: Sequence[Loaded], model: Model) -> dict[str, Result]:
    """Results by id; what does not fit is looked for, one by one, only where something does not."""
    try:
        found = results([one.assessment for one in loaded], model=model)
    except FaultsError:
        loaded = [one for one in loaded if fits(one.assessment, model=model)]
        found = results([one.assessment for one in loaded], model=model)
    return {one.info.id: result for one, result in zip(loaded, found, strict=True)}
