"""The example offices are synthetic, consistent, and drawn from the national figures."""

from __future__ import annotations

import csv
import io
import json
from typing import Final

import numpy as np
import pandas as pd
import pytest

from scoring import Figures, Model, encode, load_figures, load_model, rate
from scoring.encode import SEPARATOR, all_columns
from scoring.paths import DATA
from tools.draw import Draw, pick, pick_numbers
from tools.example_answers import ASSUMED, KNOWN, SIZED, TYPES, draw_answers
from tools.make_examples import GAPS, INVENTED, NAME, SEED, SIZE, example_files, make_examples

MANY: Final = 6000
SPREAD: Final = 5.0
"""How many standard errors a pooled share may lie from the national one."""
STRAIGHT: Final = ("three_point", "choice")
OTHER_BASE: Final = {"user_survey_regular", "services_counted", "published_online"}


@pytest.fixture(scope="module")
def model() -> Model:
    return load_model()


@pytest.fixture(scope="module")
def figures() -> Figures:
    return load_figures()


@pytest.fixture(scope="module")
def shipped() -> pd.DataFrame:
    return pd.read_csv(DATA / f"{NAME}.csv", dtype=str, keep_default_na=False)


@pytest.fixture(scope="module")
def pooled(model: Model, figures: Figures) -> pd.DataFrame:
    return draw_answers(MANY, model=model, figures=figures, rng=np.random.default_rng(1))


def assert_near(found: float, expected: float, n: int) -> None:
    error = np.sqrt(expected * (1 - expected) / n)
    assert abs(found - expected) <= SPREAD * error + 1e-9, (found, expected, n)


def test_the_shipped_files_are_made_again_byte_for_byte() -> None:
    for path, text in example_files().items():
        assert path.read_bytes() == text.encode(), f"{path.name} is out of date: make bless"


def test_another_seed_gives_other_offices(model: Model, figures: Figures, shipped: pd.DataFrame) -> None:
    assert not make_examples(model, figures, seed=SEED + 1).equals(shipped)


def test_the_file_has_the_columns_of_the_form(shipped: pd.DataFrame, model: Model) -> None:
    assert list(shipped.columns) == all_columns(model)
    assert len(shipped) == SIZE
    assert len(encode(shipped, model=model)) == SIZE


def test_the_names_are_invented_and_differ(shipped: pd.DataFrame) -> None:
    assert shipped["office"].str.startswith(INVENTED).all()
    assert shipped["office"].is_unique


def test_the_data_package_says_that_they_are_synthetic(model: Model) -> None:
    package = json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))
    resource = next(one for one in package["resources"] if one["name"] == NAME)
    assert resource["synthetic"] is True
    assert "Synthetic" in resource["title"]
    assert [field["name"] for field in resource["schema"]["fields"]] == all_columns(model)
    assert "synthetic" in (DATA / "README.md").read_text(encoding="utf-8")


def test_the_file_keeps_to_its_description(shipped: pd.DataFrame) -> None:
    package = json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))
    resource = next(one for one in package["resources"] if one["name"] == NAME)
    for field in resource["schema"]["fields"]:
        cells = shipped[field["name"]][shipped[field["name"]] != ""]
        limits = field.get("constraints", {})
        if "enum" in limits:
            assert set(cells) <= set(limits["enum"]), field["name"]
        if "pattern" in limits:
            assert cells.str.fullmatch(limits["pattern"].strip("^$")).all(), field["name"]


def test_both_types_come_in_the_surveys_proportion(shipped: pd.DataFrame) -> None:
    assert shipped["office_type"].value_counts().to_dict() == {"ksk": 25, "osk": 15}


def test_about_a_third_have_gaps_and_a_few_are_mostly_empty(shipped: pd.DataFrame, model: Model) -> None:
    answers = encode(shipped, model=model)
    coverage = rate(answers, model=model).total["coverage"]
    assert len(GAPS) == 13
    assert 2 <= (coverage < 0.2).sum() <= 6
    assert (coverage == 1).sum() >= 10


def test_some_offices_are_strong_and_some_are_weak(shipped: pd.DataFrame, model: Model) -> None:
    score = rate(encode(shipped, model=model), model=model).total["score"].dropna()
    assert score.min() < 30
    assert score.max() > 70
    assert 35 < score.mean() < 65


def test_demanded_fields_are_marked_by_some(shipped: pd.DataFrame) -> None:
    sizes = shipped["demanded"][shipped["demanded"] != ""].str.split(SEPARATOR, regex=False).map(len)
    assert 5 <= len(sizes) <= 25
    assert sizes.between(3, 5).all()


def test_pooled_words_follow_the_national_counts(
    pooled: pd.DataFrame, model: Model, figures: Figures
) -> None:
    """Every question with words and counts, split by type of office where the report splits it."""
    tested = 0
    for code, item in model.asked.items():
        if item.kind not in STRAIGHT or item.place.question is None or code in {*OTHER_BASE, *ASSUMED}:
            continue
        for population in ("osk", "ksk"):
            figure = figures.get(item.place.question, population=population) or figures.get(
                item.place.question
            )
            counts = figure.whole(list(model.alternatives(code))) if figure else None
            if counts is None or code == "office_type":
                continue
            cells = pooled[code][pooled["office_type"] == population]
            for name, count in counts.items():
                assert_near(float((cells == name).mean()), count / sum(counts.values()), len(cells))
            tested += 1
    assert tested > 40


def test_pooled_numbers_follow_the_national_classes(
    pooled: pd.DataFrame, model: Model, figures: Figures
) -> None:
    for code in ("setup_cost", "running_cost", "pay", "completed_share"):
        item = model.items[code]
        figure = figures.get(item.place.question or "")
        assert figure is not None
        assert item.bins is not None
        known = pooled[code][pooled[code] != "do_not_know"].astype(float)
        unknown = figure.counts.get("do_not_know") or 0
        assert_near(len(known) / MANY, KNOWN.get(code, 1 - unknown / (figure.n or 1)), MANY)
        whole = sum(figure.counts[name] or 0 for name in item.bins)
        for name, one in item.bins.items():
            inside = known.between(one.low, one.high if one.high is not None else np.inf).mean()
            assert_near(float(inside), (figure.counts[name] or 0) / whole, len(known))


def test_the_national_means_of_posts_and_costs_come_out(pooled: pd.DataFrame) -> None:
    """The report's own averages: 6 full-time equivalents, 2 million a year, 1 million to set up."""
    means = {code: pd.to_numeric(pooled[code], errors="coerce").mean() for code in SIZED}
    assert means["fte"] == pytest.approx(6, abs=0.3)
    assert means["running_cost"] == pytest.approx(2_000_000, rel=0.1)
    assert means["setup_cost"] == pytest.approx(1_000_000, rel=0.1)


def test_pooled_participation_and_steps_follow_the_report(
    pooled: pd.DataFrame, model: Model, figures: Figures
) -> None:
    osk = pooled["office_type"] == "osk"
    for field, one in model.fields.items():
        state = one.level == "state"
        figure = figures.get("57" if state else "56", population="osk" if state else "all")
        assert figure is not None
        cells = pooled[f"ladder.{field}"][osk if state else osk | ~osk]
        offered = cells[cells != "not_offered"]
        assert_near(len(offered) / len(cells), (figure.counts[field] or 0) / (figure.n or 1), len(cells))
        ladder = figures.get("58-79", part=field)
        for step in range(1, 7) if ladder and ladder.n and len(offered) else ():
            assert ladder is not None
            assert_near(
                float((offered == str(step)).mean()),
                (ladder.counts[str(step)] or 0) / (ladder.n or 1),
                len(offered),
            )


def test_only_offices_with_state_services_have_state_fields(pooled: pd.DataFrame, model: Model) -> None:
    state = [f"ladder.{name}" for name, field in model.fields.items() if field.level == "state"]
    offered = (pooled[state] != "not_offered").sum(axis=1)
    assert (offered[pooled["office_type"] == "ksk"] == 0).all()
    assert (offered[pooled["office_type"] == "osk"] >= 1).all()


def test_answers_of_one_office_agree(pooled: pd.DataFrame) -> None:
    silent = pooled[pooled["enquiries_registered"] == "no"]
    assert (silent[["weekly_telephone", "weekly_visits", "weekly_email"]] == "do_not_know").all(axis=None)
    assert (silent["services_counted"] == "no").all()
    assert (pooled["gains_amount"][pooled["gains"] == "no"] == "").all()
    assert (pooled["gains_amount"][pooled["gains"] == "do_not_know"] == "do_not_know").all()
    assert (pooled["published_online"][pooled["service_descriptions"] == "none"] == "does_not_apply").all()
    assert (pooled["user_survey_regular"][pooled["user_survey"] == "no"] == "no").all()
    assert (pooled["persons"].astype(int) >= pooled["fte"].astype(float)).all()


def test_shares_of_enquiries_make_a_hundred(pooled: pd.DataFrame) -> None:
    shares = pooled[["completed_share", "partly_share", "passed_on_share"]].apply(
        pd.to_numeric, errors="coerce"
    )
    assert (shares.dropna().sum(axis=1) == 100).all()
    assert (shares.fillna(0).sum(axis=1) <= 100).all()
    assert shares.min(axis=None) >= 0


def test_a_good_office_is_good_at_several_things(pooled: pd.DataFrame) -> None:
    points = {"no": 0.0, "partly": 0.5, "yes": 1.0}
    one, other = (pooled[code].map(points) for code in ("user_survey", "relief"))
    assert 0.05 < np.corrcoef(one, other)[0, 1] < 0.3


def test_a_draw_stays_inside_its_classes() -> None:
    draw = Draw(2000, np.random.default_rng(3))
    counts = {"low": 1.0, "none": 0.0, "high": 3.0}
    numbers = pick_numbers(counts, {"low": (1, 4), "none": (50, 60), "high": (5, 9)}, draw.plain(), step=1)
    values = numbers.astype(int)
    assert set(values) == set(range(1, 10))
    assert_near(float((values >= 5).mean()), 0.75, 2000)
    assert set(pick({"a": 0.0, "b": 1.0, "c": 0.0}, draw.plain())) == {"b"}
    assert set(TYPES) == {"osk", "ksk"}


def test_the_shipped_file_is_plain_csv() -> None:
    raw = (DATA / f"{NAME}.csv").read_bytes()
    assert b"\r" not in raw
    assert not raw.startswith(b"\xef\xbb\xbf")
    assert len(list(csv.reader(io.StringIO(raw.decode("utf-8"))))) == SIZE + 1
