"""The scorecard page: empty, part-filled, full and example offices, in three languages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from i18n import LANGUAGES, Language, Translator
from scoring import Assessment
from tests.app.scorecard_steps import (
    EXAMPLE,
    KEYS,
    alternative_texts,
    everything,
    open_tab,
    own_office,
)
from ui import resources

if TYPE_CHECKING:
    from scoring import Model
    from tests.app.conftest import Person


# ------------------------------------------------------------------ empty
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_office_is_shown_the_two_doors(person: Person, language: Language) -> None:
    person.open("scorecard", lang=language)
    t = Translator(language)
    assert person.at.title[0].value == t("scorecard.empty.title")
    assert [button.label for button in person.at.button] == [
        t("scorecard.empty.assess"),
        t("scorecard.empty.example"),
    ]
    assert not alternative_texts(person)


def test_the_door_to_the_form_opens_it(person: Person) -> None:
    person.open("scorecard", lang="nb").press("scorecard.assess")
    assert person.at.title[0].value == Translator("nb")("assess.title")


def test_the_door_to_an_example_opens_it(person: Person) -> None:
    person.open("scorecard", lang="nb").press("scorecard.look")
    assert person.at.query_params["example"] == person.at.title[0].value


def test_from_an_example_back_to_the_own_result(person: Person) -> None:
    person.at.session_state["assessment"] = Assessment("Åsnes servicetorg", {"contact_person": "no"})
    person.open("scorecard", lang="nb", example=EXAMPLE).press("scorecard.own")
    assert person.at.title[0].value == "Åsnes servicetorg"
    assert "example" not in person.at.query_params


# ------------------------------------------------------------------ example
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("tab", ["measures", "criteria", "ladder", "context"])
def test_an_example_opens_in_every_language_and_tab(person: Person, language: Language, tab: str) -> None:
    person.open("scorecard", lang=language, example=EXAMPLE)
    open_tab(person, tab)
    assert person.at.title[0].value == EXAMPLE
    assert not KEYS.search(everything(person))


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_example_says_that_it_is_synthetic(person: Person, language: Language) -> None:
    person.open("scorecard", lang=language, example=EXAMPLE)
    assert Translator(language)("scorecard.head.synthetic") in person.texts


def test_three_numbers_tell_how_against_whom_and_what_first(person: Person) -> None:
    person.open("scorecard", lang="nb", example=EXAMPLE)
    labels = [metric.label for metric in person.at.metric][:3]
    assert labels == ["Slik står det til", "Mot landet i 2003", "Begynn her"]
    assert person.at.metric[0].value.endswith("av 100")
    assert re.fullmatch(r"\d+ (over|under)|Likt", person.at.metric[1].value)
    assert re.fullmatch(r"\+\d+,\d poeng", person.at.metric[2].value)


def test_the_main_picture_has_its_message_and_its_table(person: Person, model: Model) -> None:
    person.open("scorecard", lang="nb", example=EXAMPLE)
    assert alternative_texts(person)[0].startswith("Kontorets poeng fra 0 til 100")
    assert len(person.at.table[0].value) == 1 + len(model.criteria)
    assert person.at.table[0].proto.alt


def test_another_example_can_be_chosen(person: Person) -> None:
    person.open("scorecard", lang="nb", example=EXAMPLE)
    other = next(one.office for one in resources.examples() if one.office != EXAMPLE)
    person.choose("scorecard.example", other)
    assert person.at.title[0].value == other
    assert person.at.query_params["example"] == other


# ------------------------------------------------------------------ part-filled and full
def test_one_answer_rates_no_total_and_shows_no_nought(person: Person) -> None:
    own_office(person, contact_person="no")
    assert person.at.metric[0].value == "Ikke vurdert"
    assert person.at.metric[1].value == "Ikke klart ennå"
    assert "1 av 10 kriterier har nok svar. Det trengs 6" in person.texts
    assert person.at.metric[2].value == "+100 poeng"
    assert "Gir mest på kriterium 4" in person.texts
    assert person.at.table[0].value.iloc[1:, 0].str.startswith("ikke vurdert").sum() == 9


def test_a_blank_do_not_know_does_not_apply_and_no_are_told_apart(person: Person) -> None:
    own_office(person, specialist_systems_training="does_not_apply", relief="no", gains="do_not_know")
    person.open("scorecard", lang="nb", criterion="competence", indicator="relief")
    assert "Gjelder ikke: teller ikke med" in person.texts
    assert "Ikke besvart: ingen poeng regnet ut" in person.texts
    assert "Svar: Nei" in person.texts


def test_an_office_of_one_own_answer_is_not_called_an_example(person: Person) -> None:
    own_office(person, contact_person="no")
    assert "Syntetisk" not in person.texts
    assert person.at.title[0].value == "Åsnes servicetorg"


def test_full_points_need_no_measure(person: Person, model: Model) -> None:
    full = {f"ladder.{field}": "not_offered" for field in model.fields}
    full |= {f"ladder.{field}": "6" for field in model.method.stand_in_fields}
    best = {
        "gains": "yes",
        "working_model": "mixed",
        "service_descriptions": "all",
        "published_online": "both",
    }
    best |= {"placement": "staff", "location": "library", "fte": "20"}
    for code, item in model.asked.items():
        if item.kind != "ladder":
            best.setdefault(code, "100" if item.kind in {"share", "amount", "count"} else "yes")
    plain = {code: text for code, text in best.items() if model.items[code].kind != "multi"}
    dropped = {"office_type", "organisation", "employer", "opened"}
    own_office(person, **full, **{code: text for code, text in plain.items() if code not in dropped})
    assert person.at.metric[0].value == "100 av 100"
    assert person.at.metric[2].value == "Ingen tiltak"


def test_a_long_name_and_signs_of_markup_are_shown_as_they_are(person: Person) -> None:
    name = "Å*snes* [servicetorg](x) " + "æ" * 170
    person.at.session_state["assessment"] = Assessment(name, {"contact_person": "no"})
    person.open("scorecard", lang="nb")
    assert "servicetorg" in person.at.title[0].value


# ------------------------------------------------------------------ the other tabs
def test_the_ladder_shows_every_field_with_its_base(person: Person, model: Model) -> None:
    person.open("scorecard", lang="nb", example=EXAMPLE)
    open_tab(person, "ladder")
    tables = [one.value for one in person.at.table if "trinn 6" in one.value.columns]
    assert sum(len(table) for table in tables) == len(model.fields)
    assert tables[0].loc["Administrasjon", "Svar"] == "148"


def test_context_items_are_compared_and_never_scored(person: Person, model: Model) -> None:
    own_office(person, employer="office", persons="12")
    open_tab(person, "context")
    same = person.at.table[1].value
    assert len(same) == sum(item.context for item in model.asked.values())
    assert "102 (68\N{NO-BREAK SPACE}%)" in same.iloc[:, 1].tolist()
    assert "Utenfor klassene i rapporten" in same.iloc[:, 1].tolist()


# ------------------------------------------------------------------ a link opens the same place
def test_a_link_opens_the_same_criterion_and_indicator(person: Person) -> None:
    link = {"lang": "nb", "example": EXAMPLE, "criterion": "contact", "indicator": "joint_follow_up"}
    person.open("scorecard", **link)
    assert person.at.query_params["tab"] == ["criteria"] or person.at.query_params["tab"] == "criteria"
    chosen = next(one for one in person.at.radio if "scorecard.indicator.contact" in str(one.key))
    assert chosen.value == "joint_follow_up"
    assert "Slik ble det" in person.texts


def test_the_nation_can_be_public_or_municipal_offices(person: Person) -> None:
    person.open("scorecard", lang="nb", example=EXAMPLE)
    before = person.at.table[0].value
    person.choose("scorecard.compare", "osk")
    assert person.at.query_params["compare"] in ("osk", ["osk"])
    after = person.at.table[0].value
    changed = [name for name in before.index if list(before.loc[name]) != list(after.loc[name])]
    assert [name.split()[0] for name in changed if name[0].isdigit()] == ["5", "10"]
    assert "Bare disse tallene er delt på type kontor" in person.texts


def test_the_result_can_be_taken_away_as_pdf(person: Person) -> None:
    person.open("scorecard", lang="nb", example=EXAMPLE)
    assert "Last ned som PDF" in [one.proto.label for one in person.at.get("download_button")]
