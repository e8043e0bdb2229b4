"""The method page: in three languages, with numbers from the model and an office worked by hand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from i18n import LANGUAGES, Language, Translator
from report.scorecard import build_scorecard
from ui import resources

if TYPE_CHECKING:
    from scoring import Model
    from tests.app.conftest import Person

KEYS = re.compile(r"\b(scorecard|charts|places|method|report)\.[a-z_]+\.?[a-z_]*\b|\{\w+\}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_opens_in_every_language_without_a_bare_key(person: Person, language: Language) -> None:
    person.open("method", lang=language)
    tables = "\n".join(one.value.reset_index().to_string() for one in person.at.table)
    assert person.at.title[0].value == Translator(language)("method.title")
    assert not KEYS.search(person.texts + tables)


def test_every_indicator_has_its_row_with_weight_strength_and_source(person: Person, model: Model) -> None:
    person.open("method", lang="nb")
    rows = {
        title: row
        for table in (one.value for one in person.at.table)
        if "Styrke" in table.columns
        for title, row in table.to_dict("index").items()
    }
    t = Translator("nb")
    assert set(rows) == {t.pick(one.title) for one in model.indicators.values()}
    contact = rows[t.pick(model.indicators["contact_person"].title)]
    assert contact["Landet 2003"] == "27,5"
    assert contact["Kilde"] == "punkt 7.6, spørsmål 38, tabell 4"
    assert all(row["Kilde"] and row["Vekt"] for row in rows.values())


def test_the_numbers_of_the_method_are_the_model_s(person: Person, model: Model) -> None:
    person.open("method", lang="en")
    method = model.method
    assert f"at least {100 * method.criterion_coverage:.0f}% of its weight" in person.texts
    assert f"at least {method.rated_criteria} of the {len(model.criteria)} criteria" in person.texts
    assert f"{method.respondents} of {method.population} offices answered" in person.texts


def test_the_office_worked_by_hand_ends_at_the_engine_s_total(person: Person, model: Model) -> None:
    person.open("method", lang="en")
    office = next(one for one in resources.examples() if f"**{one.office}**" in person.texts)
    card = build_scorecard(office, model=model, nation=resources.nation())
    assert f"divided by {len(model.criteria)} is **{card.total.score:.1f}**" in person.texts


def test_the_sum_by_hand_is_the_criterion_s_score(person: Person) -> None:
    person.open("method", lang="en")
    found = re.search(r"([\d.]+) divided by ([\d.]+) is \*\*([\d.]+)\*\*", person.texts)
    assert found is not None
    earned, weights, score = (float(number) for number in found.groups())
    assert earned / weights == pytest.approx(score, abs=0.1)


def test_the_national_mean_is_worked_from_its_counts(person: Person) -> None:
    person.open("method", lang="en")
    assert "(19 × 100 + 44 × 50 + 86 × 0) divided by 149 offices is 27.5" in person.texts


def test_the_versions_are_told(person: Person, model: Model) -> None:
    person.open("method", lang="nb")
    cells = [cell for table in person.at.table for cell in table.value.iloc[:, 0]]
    assert model.version in cells
    assert model.fingerprint in cells
    assert resources.figures().version in cells
