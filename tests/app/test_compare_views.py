"""What the views of the comparison tell, under own weights and with hidden names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.app.compared import TABS, T, with_examples
from tests.app.sent import sent
from ui import comparing, resources

if TYPE_CHECKING:
    from tests.app.conftest import Person

pytestmark = pytest.mark.usefixtures("empty_store")


# ------------------------------------------------------------------ own weights
def test_own_weights_change_the_ranks_and_stand_in_the_address(person: Person) -> None:
    with_examples(person, view="ranks")
    before = person.at.table[0].value
    person.widget("compare.weight.user_surveys", kinds=("number_input",)).set_value(9)
    person.run()
    assert person.at.query_params["w"] == "1111111911"
    assert "50 %" in person.texts.replace("\N{NO-BREAK SPACE}", " ")
    assert not person.at.table[0].value.equals(before)
    person.press("compare_weights_reset")
    assert "w" not in person.at.query_params
    assert person.at.table[0].value.equals(before)


def test_weights_that_are_all_nought_count_alike(person: Person) -> None:
    usual = with_examples(person, view="ranks").at.table[0].value
    with_examples(person, view="ranks", w="0" * 10)
    assert T("compare.weights_none") in person.texts
    assert person.at.table[0].value.equals(usual)


# ------------------------------------------------------------------ hidden names
@pytest.mark.parametrize("tab", TABS)
def test_hidden_names_are_nowhere_in_what_is_sent(person: Person, tab: str) -> None:
    first = resources.examples()[0]
    code = comparing.Office(first.office, "example", first).code
    with_examples(person, view=tab, names="hidden", near=code, office=code, one=code)
    everything = sent(person)
    assert "Kontor A" in everything
    assert [one.office for one in resources.examples() if one.office in everything] == []


def test_an_alias_stays_the_same_under_a_filter(person: Person) -> None:
    def called(kind: str) -> dict[str, Any]:
        table = with_examples(person, names="hidden", type=kind).at.dataframe[0].value
        return dict(zip(table.index, table["office"], strict=True))

    every = called("")
    some = called("osk")
    assert some == {code: every[code] for code in some}


def test_the_aliases_of_a_files_offices_are_this_sessions_alone(person: Person, another: Person) -> None:
    """Their codes are made of their names: who knows all the names could work the order out."""

    def called(someone: Person) -> dict[str, str]:
        files = [comparing.Office(one.office, "file", one) for one in resources.examples()]
        someone.at.session_state["memory.compare.files"] = files
        table = someone.open("compare", lang="nb", names="hidden").at.dataframe[0].value
        return dict(zip(table.index, table["office"], strict=True))

    one = called(person)
    assert called(person) == one
    assert called(another) != one
    assert set(called(another).values()) == set(one.values())


# ------------------------------------------------------------------ what is told
def test_offices_without_a_total_have_no_rank_and_are_named(person: Person) -> None:
    with_examples(person, view="ranks")
    without = [one for one in resources.examples() if len(one.answers) < 12]
    assert all(one.office in person.texts for one in without)
    assert T.plural("compare.without_total", 6) in person.texts


def test_the_pair_shows_only_what_differs_unless_all_is_asked_for(person: Person) -> None:
    def rows() -> int:
        return sum(len(one.value) for one in person.at.table)

    with_examples(person, view="pair")
    few = rows()
    assert all((one.value.iloc[:, 0] != one.value.iloc[:, 1]).all() for one in person.at.table[1:])
    with_examples(person, view="pair", all="yes")
    assert rows() > few


def test_the_nation_stands_beside_the_offices_only_on_the_same_questions(person: Person) -> None:
    with_examples(person, view="spread")
    table = person.at.table[0].value
    nation = table[T("compare.spread_nation")]
    own = nation.index[nation == "–"]
    assert list(own) == ["9 Tjenestespekter"]
    alt = person.at.get("vega_lite_chart")[0].proto.alt
    assert T("compare.spread_alt") in alt
    assert T("compare.spread_alt_nation", mean=nation.iloc[0]) in alt
