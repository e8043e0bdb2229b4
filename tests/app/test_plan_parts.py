"""What the plan page is made of, part by part."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

import pytest

from i18n import LANGUAGES, Language, Translator
from scoring.plan import Milestone
from ui import plan_state
from ui.charts import LIGHT
from ui.charts.projection import projection_picture, projection_table

if TYPE_CHECKING:
    from scoring import Model

NB = Translator("nb")
DAY = dt.date(2026, 11, 23)


def test_a_single_indicator_is_called_as_the_recommendation_that_is_about_it_alone(model: Model) -> None:
    assert plan_state.code_of("relief", model) == "relief"
    assert plan_state.code_of("contact_person", model) == "indicator.contact_person"
    assert plan_state.code_of("agency_meetings", model) == "agency_meetings"


def test_the_stair_shows_the_first_and_the_last_date_however_many_there_are(model: Model) -> None:
    days = [DAY + dt.timedelta(days=7 * week) for week in range(40)]
    steps = [Milestone(day, (), 30.0 + place) for place, day in enumerate(days)]
    picture = projection_picture(30.0, steps, model=model, palette=LIGHT, t=NB)
    assert picture is not None
    text = picture.chart.to_json().replace("\N{NO-BREAK SPACE}", " ")
    assert NB.short_date(days[0]) in text
    assert NB.short_date(days[-1]) in text
    assert len(picture.table) == 40


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_date_in_the_table_begins_a_list(model: Model, language: Language) -> None:
    """Streamlit reads the cells of a table as Markdown, where "23. nov." is an item of a list."""
    steps = [Milestone(DAY, (), 30.0), Milestone(None, (), 40.0)]
    table = projection_table(steps, model=model, t=Translator(language))
    assert "23" in table.index[0]
    assert not [cell for cell in table.index if re.match(r"\d{1,9}[.)][ \t]", cell)]


def test_there_is_no_stair_without_a_total(model: Model) -> None:
    assert projection_picture(None, [Milestone(DAY, (), None)], model=model, palette=LIGHT, t=NB) is None
