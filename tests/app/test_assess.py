"""The form: every kind of item, the score that moves along."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from i18n import LANGUAGES, Language, Translator
from scoring import Assessment, Model
from ui import form, numbers, resources
from ui.components.score_strip import standing

if TYPE_CHECKING:
    from tests.app.conftest import Person

NB, NN, EN = (Translator(language) for language in LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_section_opens_empty_and_filled(person: Person, model: Model, language: Language) -> None:
    t = Translator(language)
    for assessment in (Assessment("", {}), resources.examples()[0]):
        person.at.session_state["assessment"] = assessment
        person.open("assess", lang=language)
        assert person.at.title[0].value == t("assess.title")
        for section in form.sections(model):
            person.open("assess", lang=language, section=section)
            assert person.at.title[0].value == form.title(model, section, t)
        assert person.held.answers == assessment.answers


def test_every_asked_item_has_its_question_help_and_place(person: Person, model: Model) -> None:
    for section in form.sections(model):
        person.open("assess", lang="nb", section=section)
        for code in form.items(model, section):
            assert model.items[code].text.nb in person.texts
            assert model.items[code].help.nb in person.texts
    assert "Kilde: punkt 7.2, spørsmål 28, tabell 4." in person.texts


def test_an_item_of_our_own_says_so(person: Person) -> None:
    person.open("assess", lang="nb", section="user_surveys")
    assert "Ikke i undersøkelsen fra 2003; bygger på punkt 10.3." in person.texts


def test_an_unknown_section_is_the_overview(person: Person) -> None:
    person.open("assess", lang="nb", section="nowhere")
    assert person.at.title[0].value == "Vurder kontoret"


def test_the_way_through_the_form(person: Person, model: Model) -> None:
    person.open("assess", lang="nb").press("go_on")
    for section in list(form.sections(model))[1:]:
        person.press("next")
        assert person.at.query_params["section"] == section
    person.press("previous").choose("section.focus", "ladder")
    assert person.at.query_params["section"] == "ladder"
    person.press("all_parts")
    assert "section" not in person.at.query_params


def test_the_overview_leads_to_the_result(person: Person) -> None:
    person.open("assess", lang="nb").press("to_scorecard")
    assert person.at.title[0].value != "Vurder kontoret"


def test_the_office_gets_a_name(person: Person) -> None:
    person.open("assess", lang="nb").write("office", "  Sørnes servicetorg ")
    assert person.held.office == "Sørnes servicetorg"
    assert person.open("method", lang="nb").open("assess", lang="nb").held.office == "Sørnes servicetorg"


def test_progress_counts_every_answer_and_only_answers(model: Model) -> None:
    answers = {"gains": "do_not_know", "gains_amount": "does_not_apply", "setup_cost": "", "fte": "4"}
    assert form.progress(model, Assessment("x", answers), "economy") == form.Progress(2, 5)
    assert form.progress(model, Assessment("x", answers)) == form.Progress(3, 72)


# ------------------------------------------------------------------ numbers
def test_a_number_and_a_special_answer_take_each_other_away(person: Person) -> None:
    person.open("assess", lang="nb", section="economy").write("setup_cost", "1 250 000")
    assert person.held.answers["setup_cost"] == "1250000"
    assert "= 1\xa0250\xa0000 kroner" in person.texts
    person.choose("setup_cost.special", "do_not_know")
    assert person.held.answers["setup_cost"] == "do_not_know"
    assert person.widget("setup_cost", ("text_input",)).value == ""
    person.write("setup_cost", "900000")
    assert person.held.answers["setup_cost"] == "900000"
    assert person.widget("setup_cost.special").value is None


def test_a_number_that_does_not_fit_is_named_and_not_kept(person: Person) -> None:
    person.open("assess", lang="nb", section="profile").write("opened", "1998").write("opened", "19x8")
    assert [one.value for one in person.at.error] == [
        "«19x8» kan ikke brukes. Skriv et helt tall fra 1980 til 2100. Svaret er ikke tatt vare på."
    ]
    assert "opened" not in person.held.answers


def test_an_emptied_field_is_not_answered(person: Person) -> None:
    person.open("assess", lang="nb", section="profile").write("fte", "0,5")
    assert person.held.answers == {"fte": "0.5"}
    assert person.write("fte", "").held.answers == {}


@pytest.mark.parametrize(
    ("written", "language", "kept"),
    [
        ("1 250 000", NB, "1250000"),
        ("1.250.000", NB, "1250000"),
        ("1,250,000", EN, "1250000"),
        ("1,250", EN, "1250"),
        ("0,5", NN, "0.5"),
        ("0.5", EN, "0.5"),
        ("0,125", NB, "0.125"),
        ("45 %", NB, "45"),
        (" ", NB, ""),
        ("mange", NB, "mange"),
    ],
)
def test_numbers_are_kept_as_the_engine_reads_them(written: str, language: Translator, kept: str) -> None:
    assert numbers.plain(written, language) == kept


# ------------------------------------------------------------------ ladder and marks
def test_the_rest_of_the_ladder_in_one_go_and_back(person: Person, model: Model) -> None:
    person.open("assess", lang="nb", section="ladder").choose("ladder.tax", "4").press("ladder_fill")
    assert len(person.held.answers) == len(model.fields)
    assert person.widget("ladder.culture").value == "not_offered"
    assert person.widget("ladder.tax").value == "4"
    person.choose("ladder.culture", "2").press("ladder_undo")
    assert person.held.answers == {"ladder.tax": "4", "ladder.culture": "2"}


def test_the_stand_in_fields_are_named_until_the_office_marks_its_own(person: Person) -> None:
    person.open("assess", lang="en", section="ladder")
    assert "Until then these five count as the most demanded: Administration" in person.texts
    person.choose("demanded", ["tax", "culture"])
    assert person.held.answers == {"demanded": "culture|tax"}
    assert "count as the most demanded" not in person.texts


def test_a_sixth_demanded_field_is_refused_and_the_five_are_kept(person: Person) -> None:
    five = ["administration", "technical", "childhood", "culture", "tax"]
    person.open("assess", lang="nb", section="ladder").choose("demanded", five)
    person.choose("demanded", [*five, "police"])
    assert person.held.answers["demanded"] == "|".join(five)
    assert "6 er valgt, men høyst 5 kan telle." in person.at.error[0].value


# ------------------------------------------------------------------ notes
def test_an_exception_is_asked_for_its_reason(person: Person) -> None:
    person.open("assess", lang="nb", section="contact").choose("joint_follow_up", "does_not_apply")
    person.write("reason.joint_follow_up", "Ingen felles brukere")
    assert person.held.notes == {"joint_follow_up": "Ingen felles brukere"}
    person.choose("joint_follow_up", "yes")
    assert person.widget("note.joint_follow_up", ("text_input",)).value == "Ingen felles brukere"


# ------------------------------------------------------------------ score
def test_the_score_moves_with_each_answer(person: Person) -> None:
    person.open("assess", lang="nb", section="contact")
    assert "Ikke vurdert ennå" in person.texts
    assert "0 av 10 kriterier er vurdert" in person.texts
    person.choose("contact_person", "yes")
    assert "1 av 10 kriterier er vurdert" in person.texts


def test_a_total_shows_with_its_level_in_words(person: Person, model: Model) -> None:
    office = next(one for one in resources.examples() if standing(one, model=model).score is not None)
    person.at.session_state["assessment"] = office
    person.open("assess", lang="en")
    score = standing(office, model=model).score
    assert score is not None
    assert f"**{EN('strip.score', score=EN.number(score))}**" in person.texts
