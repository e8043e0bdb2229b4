"""The picture of tjenestetrappa: every field, every kind of answer, and the nation's steps."""

from __future__ import annotations

import pytest

from i18n import LANGUAGES, Translator
from scoring import Figures, Model, load_figures, load_model
from ui.charts import LIGHT, Rung, ladder_picture, rungs_of


@pytest.fixture(scope="module")
def model() -> Model:
    return load_model()


@pytest.fixture(scope="module")
def figures() -> Figures:
    return load_figures()


@pytest.fixture(params=LANGUAGES)
def t(request: pytest.FixtureRequest) -> Translator:
    return Translator(request.param)


def test_the_ladder_has_every_field_and_says_which_have_none(
    model: Model, figures: Figures, t: Translator
) -> None:
    rungs = rungs_of({}, ("municipal", "state", "other"), model=model, figures=figures, t=t)
    assert len(rungs) == len(model.fields)
    without = {rung.title for rung in rungs if rung.counts is None}
    assert without == {t.pick(field.title) for field in model.fields.values() if not field.ladder}
    picture = ladder_picture(rungs, title="?", model=model, palette=LIGHT, t=t)
    assert str(picture.chart.to_dict()["datasets"]).count(t("charts.ladder.none")) >= len(without)


def test_the_three_ways_of_having_no_step_are_told_apart(model: Model, figures: Figures) -> None:
    t = Translator("en")
    answers = {"ladder.administration": "5", "ladder.technical": "not_offered"}
    rungs = rungs_of(answers, ["municipal"], model=model, figures=figures, t=t)
    picture = ladder_picture(rungs, title="municipal", model=model, palette=LIGHT, t=t)
    assert list(picture.table["The office"][:3]) == ["step 5", "not offered", "not answered"]


def test_the_share_below_a_step_is_that_of_lower_steps() -> None:
    rung = Rung("Administration", "5", (1, 21, 38, 19, 60, 9))
    assert rung.lower == pytest.approx(79 / 148)
    assert Rung("Administration", "not_offered", (1, 21, 38, 19, 60, 9)).lower is None
