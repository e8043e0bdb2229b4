"""Offices compared: where they come from, and what a link opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from i18n import LANGUAGES, Language, Translator
from storage import LOCAL, Change, answers, assessments, offices
from tests.app.compared import TABS, T, as_file, bring, example, listed, store, with_examples
from tests.app.sent import sent
from ui import comparing, resources
from ui.components import compare_view

if TYPE_CHECKING:
    from tests.app.conftest import Person

pytestmark = pytest.mark.usefixtures("empty_store")


# ------------------------------------------------------------------ none, one, two
@pytest.mark.parametrize("language", LANGUAGES)
def test_opens_empty_in_every_language_with_the_ways_to_offices(person: Person, language: Language) -> None:
    t = Translator(language)
    person.open("compare", lang=language)
    assert person.at.title[0].value == t("compare.title")
    assert t("compare.way_file") in person.texts
    assert {"compare_assess", "compare_examples"} <= {one.key for one in person.at.button}


def test_one_office_is_named_and_not_compared(person: Person) -> None:
    store("Moss", example(0))
    assert "**Moss**" in person.open("compare", lang="nb").texts
    assert not person.at.dataframe


def test_the_offices_of_the_store_are_compared_and_open_their_scorecard(person: Person) -> None:
    weak, strong = store("Moss", example(0)), store("Bergen", example(3))
    person.open("compare", lang="nb")
    assert listed(person) == ["Bergen", "Moss"]
    assert strong != weak
    person.press("compare_open_do")
    assert person.at.title[0].value == "Bergen"
    assert person.at.query_params["a"] == strong


def test_a_changed_answer_is_seen_the_next_time(person: Person) -> None:
    place = store("Moss", example(0))
    store("Bergen", example(3))
    person.open("compare", lang="nb", view="pair")
    before = [one.value.to_string() for one in person.at.table]
    seen = assessments.load(resources.store(), LOCAL, assessment_id=place).entries["opened"].version
    answers.save(resources.store(), LOCAL, assessment_id=place, changes=[Change("opened", "1987", seen)])
    assert [one.value.to_string() for one in person.run().at.table] != before
    assert "1987" in "".join(one.value.to_string() for one in person.at.table)


def test_an_assessment_of_another_model_is_left_out_and_named(person: Person) -> None:
    store("Moss", example(0))
    store("Bergen", example(3))
    store("Fjell", {"contact_person": "yes"}, model="2019.1")
    person.open("compare", lang="nb")
    assert listed(person) == ["Bergen", "Moss"]
    assert r"Fjell (modell 2019\.1)" in person.texts
    person.open("compare", lang="nb", names="hidden")
    assert "Fjell" not in sent(person)
    assert T.plural("compare.left_out", 1, version=r"2026\.1") in person.texts


# ------------------------------------------------------------------ files
def test_offices_of_files_join_and_nothing_is_stored(person: Person) -> None:
    one, two = resources.examples()[:2]
    bring(person, ("mange.json", as_file(one, two)))
    assert set(listed(person)) == {one.office, two.office}
    assert offices.overview(resources.store(), LOCAL) == []


def test_offices_of_the_store_and_of_files_stand_beside_each_other(person: Person) -> None:
    store("Moss", example(0))
    bring(person, ("to.csv", b"office;fte;relief\nA;4,5;yes\nB;3;no\n"))
    assert sorted(listed(person)) == ["A", "B", "Moss"]


@pytest.mark.parametrize("stored", [0, 2])
def test_the_way_to_files_is_on_the_page_with_and_without_offices(person: Person, stored: int) -> None:
    for place in range(stored):
        store(f"Kontor {place}", example(place))
    person.open("compare", lang="nb").press("compare_files")
    assert person.at.title[0].value == T("files.title")


def test_an_office_of_a_file_is_opened_on_the_scorecard(person: Person) -> None:
    one, two = resources.examples()[:2]
    bring(person, ("a.json", as_file(one, two)))
    first = listed(person)[0]
    person.press("compare_open_do")
    office = next(office for office in (one, two) if office.office == first)
    assert person.at.title[0].value == first
    assert person.at.query_params["file"] == comparing.Office(first, "file", office).code


@pytest.mark.parametrize("tab", ["spread", "shared"])
def test_more_offices_than_a_picture_has_room_for_are_to_be_chosen_from(
    person: Person, tab: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compare_view, "ROOM", 3)
    with_examples(person, view=tab)
    assert T("compare.crowded", most="3", count="40") in person.texts
    with_examples(person, view=tab, of=".".join(_codes()[:3]))
    assert not [text for text in person.at.info if "plass til" in str(text.value)]


def _codes() -> list[str]:
    return [comparing.Office(one.office, "example", one).code for one in resources.examples()]


# ------------------------------------------------------------------ the address
def test_examples_are_said_to_be_none_and_lead_to_their_scorecard(person: Person) -> None:
    person.open("compare", lang="nb").press("compare_examples")
    assert T("compare.synthetic_text") in person.texts
    assert len(listed(person)) == len(resources.examples())
    first = listed(person)[0]
    person.press("compare_open_do")
    assert person.at.query_params["example"] == first


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("tab", TABS)
def test_every_tab_opens_by_its_link_in_every_language(person: Person, tab: str, language: Language) -> None:
    with_examples(person, language, view=tab)
    assert Translator(language)("compare.synthetic_text") in person.texts
    assert "compare." not in person.texts


@pytest.mark.parametrize("tab", TABS)
def test_every_tab_can_do_with_two_offices_without_a_total(person: Person, tab: str) -> None:
    store("Moss", {"relief": "yes"})
    store("Bergen", {})
    person.open("compare", lang="nb", view=tab)
    assert "2 av 2 kontorer" in person.texts


def test_a_link_opens_the_same_filters(person: Person) -> None:
    with_examples(person, type="osk", size="1.2", q="servicekontor")
    assert list(person.widget("compare.type", kinds=("multiselect",)).value) == ["osk"]
    assert list(person.widget("compare.size", kinds=("multiselect",)).value) == ["1", "2"]
    found = {one.office: one.answers for one in resources.examples()}
    assert listed(person)
    assert all(found[name]["office_type"] == "osk" for name in listed(person))
    assert all(3 <= float(found[name]["fte"]) < 10 for name in listed(person))
    person.press("compare_clear")
    assert len(listed(person)) == len(found)
    assert {"type", "size", "q"}.isdisjoint(person.at.query_params)


def test_a_filter_stands_in_the_address_and_the_ranks_are_among_those_left(person: Person) -> None:
    with_examples(person)
    person.widget("compare.type", kinds=("multiselect",)).set_value(["ksk"])
    person.run()
    assert person.at.query_params["type"] == "ksk"
    ranks = person.at.dataframe[0].value["rank"].dropna()
    assert ranks.iloc[0] == 1
    assert len(listed(person)) < len(resources.examples())


def test_what_a_link_says_that_is_not_known_is_passed_over(person: Person) -> None:
    with_examples(
        person, type="x", size="99.y", level="-", of="zzz", near="æ", by="no.such", w="12", sort="?"
    )
    assert len(listed(person)) == len(resources.examples())


def test_too_narrow_a_choice_says_so(person: Person) -> None:
    with_examples(person, q="liksomnes")
    assert T("compare.too_narrow") in person.texts
    assert not person.at.dataframe


def test_the_nearest_stand_beside_the_office_with_what_they_are_measured_by(person: Person) -> None:
    code = comparing.Office(resources.examples()[1].office, "example", resources.examples()[1]).code
    with_examples(person, near=code, by="fte.office_type")
    assert "6 av 40 kontorer" in person.texts
    table = person.at.table[0].value
    assert list(table.columns) == ["Avstand", "Årsverk", "Type"]
    assert len(table) == 6
