"""The pictures: what they say in words, what their tables hold, and that they agree with the figures."""

from __future__ import annotations

import tomllib
from pathlib import Path

import altair as alt
import pytest

from i18n import LANGUAGES, Translator
from report.scorecard import Scorecard, build_scorecard
from scoring import Assessment, Figures, Model, Nation, build_nation, load_figures, load_model
from ui.charts import (
    DARK,
    LIGHT,
    Palette,
    criteria_picture,
    distribution_picture,
    indicator_spread,
    item_spread,
    populations,
    reason_without_mean,
)
from ui.charts.spread import bin_of

CONFIG = Path(__file__).parent.parent / ".streamlit" / "config.toml"


@pytest.fixture(scope="module")
def model() -> Model:
    return load_model()


@pytest.fixture(scope="module")
def figures() -> Figures:
    return load_figures()


@pytest.fixture(scope="module")
def nation(model: Model, figures: Figures) -> Nation:
    return build_nation(model, figures)


@pytest.fixture(params=LANGUAGES)
def t(request: pytest.FixtureRequest) -> Translator:
    return Translator(request.param)


def _card(answers: dict[str, str], model: Model, nation: Nation) -> Scorecard:
    return build_scorecard(Assessment("Åsnes servicetorg", answers), model=model, nation=nation)


# ------------------------------------------------------------------ the main picture
def test_the_criteria_picture_has_a_row_for_the_total_and_each_criterion(
    model: Model, nation: Nation, t: Translator
) -> None:
    picture = criteria_picture(_card({}, model, nation), model=model, palette=LIGHT, t=t)
    assert len(picture.table) == 1 + len(model.criteria)
    assert isinstance(picture.chart, alt.LayerChart)


def test_an_unrated_criterion_is_said_in_words_and_never_drawn_as_nought(
    model: Model, nation: Nation
) -> None:
    t = Translator("en")
    picture = criteria_picture(_card({}, model, nation), model=model, palette=LIGHT, t=t)
    assert set(picture.table.iloc[:, 0]) == {"not rated"}
    assert "10 criteria have too few answers" in picture.alt


def test_the_alternative_text_tells_total_ends_and_the_nation(model: Model, nation: Nation) -> None:
    answers = {
        "contact_person": "no",
        "joint_follow_up": "no",
        "user_survey": "yes",
        "user_survey_regular": "yes",
    }
    picture = criteria_picture(_card(answers, model, nation), model=model, palette=LIGHT, t=Translator("en"))
    assert "Highest: User surveys 100. Lowest: Contact person 0." in picture.alt
    assert "above the nation on 1 of 2 criteria" in picture.alt


def test_the_nation_of_the_contact_criterion_is_the_exact_mean(model: Model, nation: Nation) -> None:
    answers = {"contact_person": "no"}
    picture = criteria_picture(_card(answers, model, nation), model=model, palette=LIGHT, t=Translator("en"))
    row = picture.table.loc[[name for name in picture.table.index if name.startswith("4 ")]].iloc[0]
    counted = (100 * 27.5168 + 50 * (74 + 56 / 2) / 146 * 100) / 150
    assert row["Nation 2003"] == f"{counted:.0f}"


def test_the_field_holds_at_least_half_of_the_offices(model: Model, nation: Nation) -> None:
    picture = criteria_picture(_card({}, model, nation), model=model, palette=LIGHT, t=Translator("en"))
    row = picture.table.loc[[name for name in picture.table.index if name.startswith("8 ")]].iloc[0]
    assert 38 / 149 > 0.25  # more than a quarter said yes, and more than a quarter said no
    assert row["At least half of the offices 2003"] == "0–100"


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_every_chart_is_transparent_speaks_inter_and_leaves_the_words_to_us(
    model: Model, nation: Nation, palette: Palette
) -> None:
    picture = criteria_picture(_card({}, model, nation), model=model, palette=palette, t=Translator("nb"))
    config = picture.chart.to_dict()["config"]
    assert config["font"].startswith("Inter")
    assert config["aria"] is False
    assert config["locale"]["number"]["decimal"] == ","
    assert picture.chart.to_dict()["background"] == "transparent"


def test_english_charts_have_a_decimal_point(model: Model, nation: Nation) -> None:
    picture = criteria_picture(_card({}, model, nation), model=model, palette=LIGHT, t=Translator("en"))
    assert picture.chart.to_dict()["config"]["locale"]["number"]["decimal"] == "."


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_the_palettes_are_those_of_the_theme(palette: Palette) -> None:
    theme = tomllib.loads(CONFIG.read_text(encoding="utf-8"))["theme"][palette.scheme]
    assert [palette.office, palette.nation] == theme["chartCategoricalColors"][:2]
    assert palette.background == theme["backgroundColor"]
    assert palette.text == theme["textColor"]


# ------------------------------------------------------------------ distributions
def test_the_bars_are_the_report_s_counts_with_the_office_marked(
    model: Model, figures: Figures, t: Translator
) -> None:
    spread = indicator_spread(
        "contact_person", {"contact_person": "partly"}, model=model, figures=figures, t=t
    )
    assert spread is not None
    assert [bar.count for bar in spread.bars] == [19, 44, 86]
    assert [bar.own for bar in spread.bars] == [False, True, False]
    picture = distribution_picture(spread, title="?", palette=LIGHT, t=t)
    assert "149" in picture.alt
    assert t.percent(44 / 149) in picture.alt
    assert len(picture.table) == 3


def test_a_blank_answer_marks_no_bar_and_says_so(model: Model, figures: Figures) -> None:
    t = Translator("en")
    spread = indicator_spread("contact_person", {}, model=model, figures=figures, t=t)
    assert spread is not None
    assert not any(bar.own for bar in spread.bars)
    assert "not among the bars" in distribution_picture(spread, title="?", palette=LIGHT, t=t).alt


def test_what_the_report_does_not_print_is_said_and_not_drawn(model: Model, figures: Figures) -> None:
    t = Translator("en")
    spread = indicator_spread("gains_assessed", {"gains": "no"}, model=model, figures=figures, t=t)
    assert spread is not None
    picture = distribution_picture(spread, title="?", palette=LIGHT, t=t)
    assert "No: not printed" in picture.alt
    assert "Yes: 54 (36%)" in picture.alt


@pytest.mark.parametrize(
    ("code", "known"), [("written_agreements", ["all", "osk", "ksk"]), ("relief", ["all"])]
)
def test_populations_are_those_that_the_report_splits(
    model: Model, figures: Figures, code: str, known: list[str]
) -> None:
    assert populations(code, model=model, figures=figures) == known


def test_osk_and_ksk_add_to_all(model: Model, figures: Figures) -> None:
    t = Translator("nb")
    counts = [
        [bar.count or 0 for bar in spread.bars]
        for population in ("all", "osk", "ksk")
        if (
            spread := indicator_spread(
                "written_agreements", {}, model=model, figures=figures, t=t, population=population
            )
        )
    ]
    assert counts[0] == [osk + ksk for osk, ksk in zip(*counts[1:], strict=True)]


def test_every_indicator_has_a_picture_or_a_reason(
    model: Model, figures: Figures, nation: Nation, t: Translator
) -> None:
    for code, indicator in model.indicators.items():
        spread = indicator_spread(code, {}, model=model, figures=figures, t=t)
        if spread is not None:
            assert distribution_picture(spread, title=code, palette=DARK, t=t).alt
        if code not in nation.indicators:
            assert t.has(f"scorecard.reason.{reason_without_mean(indicator)}")


def test_every_context_item_has_national_answers(model: Model, figures: Figures, t: Translator) -> None:
    items = [code for code, item in model.asked.items() if item.context]
    assert all(item_spread(code, {}, model=model, figures=figures, t=t) for code in items)


def test_known_figures_are_counted_of_all_offices(model: Model, figures: Figures) -> None:
    spread = indicator_spread(
        "gains_quantified", {"gains_amount": "120000"}, model=model, figures=figures, t=Translator("en")
    )
    assert spread is not None
    assert (spread.bars[0].count, spread.n, spread.bars[0].own) == (30, 151, True)


def test_demanded_fields_are_counted_at_the_rule_s_step(model: Model, figures: Figures) -> None:
    answers = {"ladder.administration": "4", "ladder.technical": "3"}
    spread = indicator_spread("demand_casework", answers, model=model, figures=figures, t=Translator("nb"))
    assert spread is not None
    assert [bar.own for bar in spread.bars] == [True, False, False, False, False]
    assert spread.bars[0].count == 19 + 60 + 9


@pytest.mark.parametrize(
    ("number", "name"),
    [("5", "up_to_10"), ("10", "up_to_10"), ("10,5", "10_20"), ("100", "90_100"), ("", None)],
)
def test_a_number_falls_in_the_lower_of_two_classes_that_meet(
    model: Model, number: str, name: str | None
) -> None:
    assert bin_of(number, model.items["completed_share"].bins or {}) == name


def test_a_number_in_a_gap_of_the_report_s_classes_falls_in_none(model: Model) -> None:
    assert bin_of("100", model.items["weekly_telephone"].bins or {}) is None
