"""Offices compared within a county, a size and a tag, and one office against such a group."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from scoring.facts import Facts
from scoring.groups import VARIABLES
from storage import LOCAL, facts, offices
from tests.app.compared import T, bring, example, listed, store, with_examples
from ui import resources

if TYPE_CHECKING:
    from tests.app.conftest import Person

pytestmark = pytest.mark.usefixtures("empty_store")


@pytest.fixture
def four(empty_store: None) -> None:  # noqa: ARG001 - the store
    store("Moss", example(0), told=Facts("31", 50_000, ("by",)))
    store("Bergen", example(3), told=Facts("46", 290_000, ("by", "kyst")))
    store("Bremanger", example(4), told=Facts("46", 3_500, ("Kyst",)))
    store("Fjell", example(5))


def chosen(person: Person, name: str) -> list[str]:
    return list(person.widget(f"compare.{name}", kinds=("multiselect",)).value)


@pytest.mark.usefixtures("four")
def test_a_link_opens_the_offices_of_a_county(person: Person) -> None:
    person.open("compare", lang="nb", county="46")
    assert sorted(listed(person)) == ["Bergen", "Bremanger"]
    assert chosen(person, "county") == ["46"]
    person.open("compare", lang="nb", tag="kyst", people="1")
    assert T("compare.too_narrow") in person.texts
    person.open("compare", lang="nb", county="46.-")
    assert sorted(listed(person)) == ["Bergen", "Bremanger", "Fjell"]
    person.press("compare_clear")
    assert len(listed(person)) == 4
    assert "county" not in person.at.query_params


@pytest.mark.usefixtures("four")
def test_a_filter_stands_in_the_address(person: Person) -> None:
    person.open("compare", lang="nb")
    person.widget("compare.tag", kinds=("multiselect",)).set_value(["kyst"])
    person.run()
    assert person.at.query_params["tag"] == "kyst"
    assert sorted(listed(person)) == ["Bergen", "Bremanger"]


@pytest.mark.usefixtures("four")
def test_a_changed_fact_is_seen_the_next_time(person: Person) -> None:
    person.open("compare", lang="nb", county="46")
    known = {one.name: one.id for one in offices.overview(resources.store(), LOCAL)}
    facts.describe(resources.store(), LOCAL, office_id=known["Fjell"], facts=Facts("46"))
    person.run()
    assert sorted(listed(person)) == ["Bergen", "Bremanger", "Fjell"]


@pytest.mark.usefixtures("four")
def test_the_table_shows_what_it_is_asked_to(person: Person) -> None:
    person.open("compare", lang="nb")
    assert not {"county", "inhabitants", "tags"} & set(person.at.dataframe[0].value)
    person.open("compare", lang="nb", also="county.tags.x")
    table = person.at.dataframe[0].value
    assert list(table.columns)[:4] == ["office", "county", "tags", "total"]
    rows = table.set_index("office")
    assert (rows["county"]["Bergen"], rows["tags"]["Bergen"]) == ("Vestland", "by, kyst")
    assert rows["county"].isna().tolist() == rows["tags"].isna().tolist() == (rows.index == "Fjell").tolist()


@pytest.mark.usefixtures("four")
def test_the_nearest_by_county_and_inhabitants(person: Person) -> None:
    person.open("compare", lang="nb")
    person.widget("compare.near").set_value(_code(person, "Bremanger"))
    person.run()
    person.widget("compare.by", kinds=("multiselect",)).set_value(["county", "inhabitants"])
    person.run()
    table = person.at.table[0].value
    assert list(table.columns) == ["Avstand", "Fylke", "Innbyggere"]
    assert table.iloc[0].tolist() == ["–", "Vestland", "3\N{NO-BREAK SPACE}500"]
    assert list(table.index)[1:] == ["Bergen", "Moss"]


def _code(person: Person, name: str) -> str:
    table = person.at.dataframe[0].value
    return str(table.index[table["office"] == name][0])


def test_without_facts_there_is_no_filter_for_them(person: Person) -> None:
    store("Moss", example(0))
    store("Bergen", example(3))
    person.open("compare", lang="nb", county="46", by="county", also="county")
    keys = {(one.key or "").split("#")[0] for one in person.at.multiselect}
    assert not {"compare.county", "compare.people", "compare.tag"} & keys
    assert len(listed(person)) == 2


def test_facts_come_with_files(person: Person) -> None:
    text = "office;county;tag.kyst;relief\nA;Oslo;;yes\nB;Troms;x;no\nC;55;x;\n"
    bring(person.open("compare", lang="nb"), ("to.csv", text.encode()))
    person.widget("compare.county", kinds=("multiselect",)).set_value(["55"])
    assert sorted(listed(person.run())) == ["B", "C"]


def test_a_link_with_a_variable_that_cannot_be_chosen_opens_with_the_usual_ones(person: Person) -> None:
    """It stands in the profile, but it tells nothing about the office itself."""
    asked = resources.model().items
    answered = next(code for code, one in asked.items() if one.context and one.section != "profile")
    with_examples(person, by=answered)
    assert chosen(person, "by") == list(VARIABLES)


# ------------------------------------------------------------------ one against a group
@pytest.mark.usefixtures("four")
def test_an_office_stands_against_a_group_that_it_is_not_in(person: Person) -> None:
    person.open("compare", lang="nb")
    moss = _code(person, "Moss")
    person.open("compare", lang="nb", view="spread", county="46", office=moss)
    assert T.plural("compare.spread_against", 2, office="**Moss**") in person.texts
    assert T("compare.spread_outside") in person.texts
    table = person.at.table[0].value
    assert table.columns[0] == "Moss"
    person.open("compare", lang="nb", view="spread", office=moss)
    assert T("compare.spread_outside") not in person.texts
    everyone = person.at.table[0].value
    assert everyone["Moss"].tolist() == table["Moss"].tolist()
    assert everyone["Midterste kontor"].tolist() != table["Midterste kontor"].tolist()


def test_where_the_office_is_above_and_below_the_middle_is_said(person: Person) -> None:
    with_examples(person, view="table")
    code = _code(person, listed(person)[0])
    with_examples(person, view="spread", office=code)
    assert "Over det midterste: " in person.texts
