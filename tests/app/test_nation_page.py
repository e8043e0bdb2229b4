"""The national picture: every figure can be found, opened and taken away, and none is made up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from i18n import LANGUAGES, Language, Translator
from ui import resources
from ui.components.nation_figures import entries, search

if TYPE_CHECKING:
    from scoring import Model
    from tests.app.conftest import Person
    from ui.components.nation_figures import Entry

KEYS = re.compile(r"\b(scorecard|charts|places|nation|pool|app)\.[a-z_]+\.?[a-z_]*\b|\{\w+\}")
VIEWS = ("ladder", "challenges", "theses", "outside", "errata", "today")


def known(language: Language) -> dict[str, Entry]:
    return entries(resources.model(), resources.figures(), Translator(language))


def shown(person: Person) -> str:
    tables = "\n".join(one.value.reset_index().to_string() for one in person.at.table)
    alts = "\n".join(one.proto.alt for one in person.at.get("vega_lite_chart"))
    subheaders = "\n".join(one.value for one in person.at.subheader)
    labels = "\n".join(one.label for one in person.at.button)
    return f"{person.texts}\n{tables}\n{alts}\n{subheaders}\n{labels}"


def listed(person: Person) -> list[str]:
    keys = [str(one.key) for one in person.at.button]
    return [key.removeprefix("figure_") for key in keys if key.startswith("figure_")]


# ------------------------------------------------------------------ every figure
def test_every_question_of_the_figures_is_in_the_list(person: Person) -> None:
    person.open("nation", lang="nb")
    printed = set(resources.table("national.csv")["question"])
    assert set(listed(person)) == printed == set(known("nb"))


def test_search_is_in_the_language(person: Person) -> None:
    person.open("nation", lang="nn").write("nation.search", "førespurnader")
    assert "45" in listed(person)
    assert "13" not in listed(person)
    person.write("nation.search", "xyz")
    assert Translator("nn")("nation.list.nothing") in person.texts


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_figure_is_found_by_its_number_and_by_every_word_of_its_question(language: Language) -> None:
    everything = known(language)
    for one in everything.values():
        for text in (str(one.numbers()[0]), one.title, one.title.upper()):
            assert one in search(everything.values(), text, None), (one.question, text)


def test_the_search_is_still_there_on_the_way_back(person: Person) -> None:
    person.open("nation", lang="nb").write("nation.search", "38").press("figure_38")
    assert person.at.query_params["figure"] == "38"
    person.press("nation_back")
    assert "figure" not in person.at.query_params
    assert listed(person) == ["38"]


# ------------------------------------------------------------------ one figure
def test_a_link_opens_the_figure(person: Person) -> None:
    person.open("nation", lang="en", figure="38")
    assert person.at.header[0].value == Translator("en").pick(resources.model().items["contact_person"].text)
    assert "149 offices answered." in person.texts
    assert "section 7.6, question 38, table 4" in person.texts
    table = person.at.table[0].value
    assert list(table.iloc[:, 0]) == ["19", "44", "86"]


def test_every_figure_stands_with_its_table_who_answered_its_place_and_its_numbers(person: Person) -> None:
    t = Translator("nb")
    for question in known("nb"):
        person.open("nation", lang="nb", figure=question)
        assert len(person.at.get("vega_lite_chart")) == 1, question
        assert len(person.at.table) == 1, question
        assert "svarte" in person.texts, question
        assert t("nation.source", place="punkt").removesuffix(".") in person.texts, question
        assert f"nation_csv_{question}" in {one.key for one in person.at.get("download_button")}


@pytest.mark.parametrize("view", ["challenges", "outside"])
def test_a_figure_can_be_taken_away_wherever_it_stands(person: Person, view: str) -> None:
    person.open("nation", lang="nb", view=view)
    keys = [str(one.key) for one in person.at.get("download_button")]
    assert any(key.startswith("nation_csv_") for key in keys)


def test_an_unknown_figure_in_a_link_opens_the_list(person: Person) -> None:
    person.open("nation", lang="en", figure="49")
    assert "38" in listed(person)


def test_the_population_can_be_switched_where_the_report_splits(person: Person) -> None:
    person.open("nation", lang="en", figure="16")
    assert "Together" not in person.texts
    person.choose("nation.population.16", "ksk")
    assert "93 municipal offices (KSK) answered." in person.texts
    person.open("nation", lang="en", figure="17")
    assert "OSK and KSK together" in person.texts


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_printed_average_is_shown_and_explained(person: Person, language: Language) -> None:
    means = resources.table("national_means.csv")
    t = Translator(language)
    for question in dict.fromkeys(means["question"]):
        person.open("nation", lang=language, figure=question)
        assert t("nation.means") in person.texts
        assert not KEYS.search(person.texts)


def test_an_average_of_numbers_is_not_taken_for_kroner(person: Person) -> None:
    person.open("nation", lang="en", figure="18")
    assert "About NOK 1,000,000 (138 answers)" in person.texts
    assert "It is neither kroner nor a count" in person.texts


def test_a_known_misprint_stands_beside_its_figure(person: Person, model: Model) -> None:
    person.open("nation", lang="en", figure="42")
    assert model.errata["top_pay"].holds.en in person.texts


def test_one_chart_at_a_time(person: Person) -> None:
    person.open("nation", lang="nb")
    assert len(person.at.get("vega_lite_chart")) == 0
    person.open("nation", lang="nb", figure="18")
    assert len(person.at.get("vega_lite_chart")) == 1


def test_everything_can_be_taken_away(person: Person) -> None:
    person.open("nation", lang="nb")
    names = {one.key for one in person.at.get("download_button")}
    assert {f"nation_{name}" for name in ("national.csv", "derived.csv", "datapackage.json")} <= names
    assert resources.data_file("national.csv").startswith(b"question,part,population")


# ------------------------------------------------------------------ the other views
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("view", VIEWS)
def test_every_view_opens_by_its_address_without_a_bare_key(
    person: Person, language: Language, view: str
) -> None:
    person.open("nation", lang=language, view=view)
    assert person.at.query_params["view"] in (view, [view])
    assert person.at.title[0].value == Translator(language)("nation.title")
    assert not KEYS.search(shown(person))


def test_the_theses_stand_with_numbers_from_the_figures(person: Person) -> None:
    person.open("nation", lang="en", view="theses")
    assert len(person.at.subheader) == 9
    assert "7 of 87 offices (8%) finish more than 80 percent" in person.texts
    assert "0**\N{NO-BREAK SPACE}supported" in person.texts


def test_a_thesis_leads_to_its_figure(person: Person) -> None:
    person.open("nation", lang="en", view="theses").press("thesis_good_experience_39")
    assert person.at.query_params["figure"] in ("39", ["39"])
    assert "view" not in person.at.query_params
    assert person.at.header[0].value == Translator("en").pick(resources.model().items["user_survey"].text)


# ------------------------------------------------------------------ the checklist
def test_the_checklist_answers_in_words_and_keeps_what_is_answered(person: Person) -> None:
    person.open("nation", lang="en", view="outside")
    assert "No point is answered yet." in person.texts
    assert "38 of 145 municipalities (26%)" in person.texts
    assert "16 of 44 municipalities (36%)" in person.texts
    person.choose("check.users_first", "no").choose("check.costs", "yes").choose("check.support", "partly")
    assert "1 of 8 points is in place." in person.texts
    assert "1 point is under way." in person.texts
    assert "1 point is not in place." in person.texts
    assert "5 points are not answered." in person.texts
    first = person.texts.index("Ask the inhabitants before")
    assert first < person.texts.index("Get a yes from each agency")
    assert "Keep a separate account" not in person.texts
    person.open("method", lang="en").open("nation", lang="nb", view="outside")
    assert person.widget("check.users_first").value == "no"
    assert person.at.session_state["memory.checklist"] == {
        "users_first": "no",
        "costs": "yes",
        "support": "partly",
    }


def test_an_answer_on_the_checklist_can_be_taken_back(person: Person) -> None:
    person.open("nation", lang="en", view="outside")
    person.choose("check.costs", "yes").choose("check.costs", None)
    assert person.at.session_state["memory.checklist"] == {}


def test_a_complete_checklist_says_so(person: Person, model: Model) -> None:
    person.open("nation", lang="en", view="outside")
    for code in model.planning:
        person.choose(f"check.{code}", "yes")
    assert "Everything on the list is in place." in person.texts
    assert "Take these in order" not in person.texts


def test_the_checklist_is_no_part_of_the_assessment(person: Person) -> None:
    person.open("nation", lang="en", view="outside").choose("check.costs", "yes")
    assert person.held.answers == {}
