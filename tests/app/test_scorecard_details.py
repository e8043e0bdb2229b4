"""Behind the scorecard: indicators with their national answers, and measures by gain."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from i18n import LANGUAGES, Language, Translator
from tests.app.scorecard_steps import EXAMPLE, KEYS, alternative_texts, everything, open_criterion, own_office

if TYPE_CHECKING:
    from scoring import Model
    from tests.app.conftest import Person


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_criterion_opens_to_its_indicators(person: Person, model: Model, language: Language) -> None:
    t = Translator(language)
    person.open("scorecard", lang=language, example=EXAMPLE)
    for code, criterion in model.criteria.items():
        open_criterion(person, code, list(criterion.indicators)[-1])
        choices = next(one for one in person.at.radio if f"scorecard.indicator.{code}#" in str(one.key))
        assert choices.options == [t.pick(one.title) for one in criterion.indicators.values()]
        assert choices.options[-1] in [heading.value for heading in person.at.subheader]
        assert not KEYS.search(everything(person))


def test_every_chart_says_what_it_shows(person: Person) -> None:
    person.open("scorecard", lang="nb", example=EXAMPLE)
    open_criterion(person, "competence")
    assert len(alternative_texts(person)) == 4  # the criteria, the total's band, this band, the answers
    assert all(len(alt) > 40 for alt in alternative_texts(person))


def test_an_indicator_has_place_mid_rank_and_base(person: Person) -> None:
    own_office(person, contact_person="partly", joint_follow_up="yes")
    open_criterion(person, "contact")
    assert "58 av 100 kontorer fikk lavere, 30 det samme." in person.texts
    assert "27,5 poeng (149 kontorer)" in person.texts
    assert "punkt 7.6, spørsmål 38, tabell 4" in person.texts


def test_a_standard_error_comes_only_when_asked_for(person: Person) -> None:
    own_office(person, contact_person="partly", joint_follow_up="yes")
    open_criterion(person, "contact")
    assert "Standardfeil:" not in person.texts
    person.at.toggle[0].set_value(True)
    assert "Standardfeil:" in person.run().texts


def test_osk_and_ksk_can_be_shown_where_the_report_splits(person: Person) -> None:
    own_office(person, written_agreements="yes")
    open_criterion(person, "specialists", "written_agreements")
    person.choose("scorecard.population.written_agreements", "osk")
    assert "Grunnlag: 58 kontorer." in person.texts
    open_criterion(person, "specialists", "agency_dialogue")
    assert "Tallene gjelder begge typer kontor samlet." in person.texts


@pytest.mark.parametrize(
    ("criterion", "indicator", "reason"),
    [
        ("focus", "range_reviewed", "Eget spørsmål, uten tall for landet."),
        ("demand", "information_only", "bare summen for hvert område"),
        ("economy", "gains_assessed", "bare i ord eller runde tall"),
        ("enquiries", "handling_recorded", "ikke hvor mange som svarte på alle"),
    ],
)
def test_a_missing_national_mean_has_its_reason(
    person: Person, criterion: str, indicator: str, reason: str
) -> None:
    person.open("scorecard", lang="nb", example=EXAMPLE)
    open_criterion(person, criterion, indicator)
    assert reason in person.texts


# ------------------------------------------------------------------ measures
def test_measures_stand_in_the_order_of_their_gain(person: Person) -> None:
    person.open("scorecard", lang="nb", example=EXAMPLE)
    gains = [float(one.value.split()[0].replace(",", ".")) for one in person.at.metric[3:]]
    assert gains == sorted(gains, reverse=True)


def test_a_measure_names_its_recommendation_and_advice_says_that_it_is_none(person: Person) -> None:
    person.open("scorecard", lang="nb", example=EXAMPLE)
    assert re.search(r"punkt 11\.1, anbefaling \d+", person.texts)
    assert "punkt 10.3, kriterium 9 (ikke blant de 15 anbefalingene i 11.1)" in person.texts


def test_recommendations_to_others_stand_apart(person: Person) -> None:
    person.open("scorecard", lang="nb", example=EXAMPLE)
    assert "3 anbefalinger til andre enn kontorene" in [one.label for one in person.at.expander]
    assert "(til regjeringen)" in person.texts


def test_a_recommendation_without_points_says_so(person: Person) -> None:
    own_office(person, location="town_hall")
    assert "Anbefalt, men uten poeng" in [one.value for one in person.at.header]
    assert "Bibliotek: 3 av 151 kontorer i 2003." in person.texts
