"""Worked offices: answers in, the rating that a person calculated by hand out.

Adding a case needs no Python: see ``tests/cases/README.md``.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from report.scorecard import Score, Scorecard, build_scorecard
from scoring import Assessment, Model, Nation, Outcome, build_nation, load_figures, load_model

CASES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))


@pytest.fixture(scope="module")
def model() -> Model:
    return load_model()


@pytest.fixture(scope="module")
def nation(model: Model) -> Nation:
    return build_nation(model, load_figures())


def _scorecard(case: dict[str, Any], model: Model, nation: Nation) -> Scorecard:
    answers = {column: str(text) for column, text in case["answers"].items() if column != "ladder_rest"}
    if "ladder_rest" in case["answers"]:
        rest = {f"ladder.{field}": str(case["answers"]["ladder_rest"]) for field in model.fields}
        answers = rest | answers
    return build_scorecard(Assessment(case["office"], answers), model=model, nation=nation)


def _matches(score: Score, expected: dict[str, Any]) -> None:
    for name, value in expected.items():
        found = getattr(score, name)
        if name == "outcome":
            assert found.code == value
        elif name == "band":
            assert [round(found.low * 100), round(found.high * 100)] == value
        elif isinstance(value, int | float):
            assert found == pytest.approx(value, abs=0.06), name
        else:
            assert found == value, name


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_worked_office(path: Path, model: Model, nation: Nation) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    scorecard = _scorecard(case, model, nation)
    expected = case["expected"]
    _matches(scorecard.total, expected.get("total", {}))
    criteria = {one.code: one for one in scorecard.criteria}
    for code, wanted in expected.get("criteria", {}).items():
        _matches(criteria[code].score, wanted)
    indicators = {each.code: each for one in scorecard.criteria for each in one.indicators}
    for code, points in expected.get("points", {}).items():
        assert indicators[code].points == (None if points is None else pytest.approx(points)), code
    for code, outcome in expected.get("outcomes", {}).items():
        assert indicators[code].outcome is Outcome[outcome.upper()], code
    measures = {one.code: one for one in scorecard.measures}
    for code, gain in expected.get("gains", {}).items():
        assert measures[code].gain == pytest.approx(gain, abs=0.06), code
    if "first_measure" in expected:
        assert scorecard.measures[0].code == expected["first_measure"]


def test_cases_cover_every_indicator(model: Model) -> None:
    """Every indicator has points worked out by hand in at least one case."""
    worked: set[str] = set()
    for path in CASES:
        worked |= yaml.safe_load(path.read_text(encoding="utf-8"))["expected"].get("points", {}).keys()
    assert worked >= model.indicators.keys(), sorted(model.indicators.keys() - worked)
