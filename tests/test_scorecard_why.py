"""Each score has a plain sentence and a sum that tell how it came about."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest

from i18n import LANGUAGES, Language, Translator
from report.scorecard import Band, build_scorecard
from scoring import Assessment, Model, Nation, build_nation, load_figures, load_model
from ui.charts import LIGHT
from ui.charts.band import band_picture
from ui.components.scorecard_why import criterion_why, total_why

if TYPE_CHECKING:
    from ui.components.scorecard_view import View


@pytest.fixture(scope="module")
def model() -> Model:
    return load_model()


@pytest.fixture(scope="module")
def nation(model: Model) -> Nation:
    return build_nation(model, load_figures())


def _view(answers: dict[str, str], model: Model, nation: Nation, language: Language = "en") -> View:
    card = build_scorecard(Assessment("o", answers), model=model, nation=nation)
    return cast("View", SimpleNamespace(card=card, model=model, nation=nation, t=Translator(language)))


def _why(code: str, view: View) -> str:
    return criterion_why(next(one for one in view.card.criteria if one.code == code), view)


def test_the_sentence_of_the_issue(model: Model, nation: Nation) -> None:
    """Three of four answered, weight 3 of 3.5, the open answer still to come."""
    answers = {"agency_meetings": "yes", "agency_dialogue": "partly", "written_agreements": "no"}
    words = _why("specialists", _view(answers, model, nation))
    assert "3 of 4 indicators are answered, with a weight of 3 of 3.5" in words
    assert "50 points of 100" in words
    assert "from 43 to 57" in words
    assert "(100 + 50 + 0) / 3 = 50" in words


def test_weights_stand_in_the_sum(model: Model, nation: Nation) -> None:
    view = _view({"contact_person": "yes", "joint_follow_up": "no"}, model, nation)
    words = _why("contact", view)
    assert "(1 × 100 + 0.5 × 0) / 1.5 = 67" in words
    assert "No answers are open" in words


def test_an_unrated_criterion_says_what_is_missing(model: Model, nation: Nation) -> None:
    words = _why("competence", _view({"relief": "yes"}, model, nation))
    assert "Why there is no number" in words
    assert "At least 50% is needed" in words
    assert "from 10 to 100" in words


def test_a_score_that_was_kept_inside_its_interval_says_so(model: Model, nation: Nation) -> None:
    answers = {"enquiries_registered": "yes", "services_counted": "yes", "passed_on_share": "do_not_know"}
    words = _why("enquiries", _view(answers, model, nation))
    assert "moved to the nearest" in words


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_total_is_the_mean_of_its_criteria(language: Language, model: Model, nation: Nation) -> None:
    partly = {code: "partly" for code, item in model.asked.items() if item.kind == "three_point"}
    partly |= {"written_agreements": "yes", "enquiries_registered": "no"}
    view = _view(partly, model, nation, language)
    words = total_why(view)
    rated = [one.score.score for one in view.card.criteria if one.score.score is not None]
    assert f") / {len(rated)} = " in words
    assert words.count(" + ") == len(rated) - 1
    assert total_why(_view({}, model, nation, language)) == ""


@pytest.mark.parametrize("band", [Band(0, 0), Band(0.23, 0.41), Band(0.98, 1), Band(0.5, 0.5)])
def test_the_band_is_drawn_told_and_listed(band: Band) -> None:
    picture = band_picture(band, palette=LIGHT, t=Translator("nb"))
    assert f"mellom {round(100 * band.low)} og {round(100 * band.high)}" in picture.alt
    assert len(picture.table) == 3
    assert sum(int(cell) for cell in picture.table.iloc[:, 0]) == 100
    picture.chart.to_dict()
