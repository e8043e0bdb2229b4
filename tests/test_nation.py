"""The nation's means against sums that are written out here from the report's tables."""

from __future__ import annotations

import math

import pytest

from scoring import Model, Nation, build_nation, load_figures, load_model


@pytest.fixture(scope="module")
def model() -> Model:
    return load_model()


@pytest.fixture(scope="module")
def nation(model: Model) -> Nation:
    return build_nation(model, load_figures())


MEANS = {
    "contact_person": (19 + 44 / 2) / 149,
    "user_survey": (38 + 17 / 2) / 149,
    "demand_offered": (141 + 135 + 128 + 128 + 102) / (5 * 151),
    "demand_casework": (19 + 60 + 9 + 49 + 32 + 7 + 31 + 14 + 7 + 20 + 29 + 7 + 18 + 24 + 25) / (5 * 151),
    "completed_share": (
        9 * 5 + 4 * 15 + 13 * 25 + 13 * 35 + 14 * 45 + 10 * 55 + 6 * 65 + 11 * 75 + 6 * 85 + 95
    )
    / 8700,
    "written_agreements": 75 / 151,
    "specialists_present": (91 + 49 / 2) / (91 + 49),
    "enquiries_registered": 55 / 151,
    "channels_counted": (54 + 53 + 36) / (3 * 151),
    "setup_cost_known": 138 / 151,
    "running_cost_known": 122 / 151,
    "gains_quantified": 30 / 151,
    "setup_report": 62 / 151,
    "service_descriptions": (67 + 19 / 2) / (67 + 19 + 33),
}


@pytest.mark.parametrize("code", MEANS)
def test_mean_points_are_exact(code: str, nation: Nation) -> None:
    assert nation.indicators[code].mean == pytest.approx(MEANS[code], abs=1e-12)


def test_criteria_that_the_issue_names(nation: Nation) -> None:
    assert round(nation.indicators["contact_person"].mean * 100, 1) == 27.5
    assert round(nation.criteria["user_surveys"].mean, 1) == 31.2


def test_no_figure_is_made_up(nation: Nation, model: Model) -> None:
    """Own indicators, ratios within an office and phrases give no exact mean."""
    without = model.indicators.keys() - nation.indicators.keys()
    own = {code for code, one in model.indicators.items() if one.own}
    assert without == own | {
        "information_only",
        "handling_recorded",
        "gains_assessed",
        "fields_per_fte",
        "published_online",
    }
    assert "focus" not in nation.criteria


def test_the_total_is_the_mean_of_the_criteria(nation: Nation) -> None:
    means = [one.mean for one in nation.criteria.values()]
    assert nation.total.mean == pytest.approx(sum(means) / len(means))
    assert nation.total.independent.mean == pytest.approx(nation.total.mean)
    assert nation.total.comonotone.mean == pytest.approx(nation.total.mean)


def test_the_band_of_criterion_three_at_fifty(nation: Nation) -> None:
    competence = nation.criteria["competence"]
    assert competence.independent.below(50) == pytest.approx(0.2293, abs=5e-5)
    assert competence.comonotone.below(50) == pytest.approx(62 / 151)


@pytest.mark.parametrize(("population", "no", "n"), [("osk", 11, 58), ("ksk", 65, 93)])
def test_populations_use_their_own_figures(population: str, no: int, n: int, model: Model) -> None:
    split = build_nation(model, load_figures(), population=population)
    assert split.indicators["written_agreements"].mean == pytest.approx(1 - no / n)
    assert split.indicators["contact_person"].n == 149


def test_standard_error_with_the_finite_population(nation: Nation) -> None:
    mean = 41 / 149
    variance = (19 + 44 / 4) / 149 - mean**2
    expected = math.sqrt(variance * 149 / 148 / 149 * (1 - 149 / 186))
    assert nation.indicators["contact_person"].standard_error(nation.population) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("percent", "below", "same"), [(52, 53, 10), (60, 53, 10), (61, 63, 6), (0, 0, 9), (100, 86, 1)]
)
def test_a_share_is_placed_in_its_class(percent: float, below: int, same: int, nation: Nation) -> None:
    """Figure 12 has classes of ten: 9, 4, 13, 13, 14, 10, 6, 11, 6 and 1 of 87."""
    found = nation.indicators["completed_share"].around(percent / 100)
    assert found == pytest.approx((below / 87, same / 87))
