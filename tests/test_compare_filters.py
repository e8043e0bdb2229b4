"""Which offices stand beside each other, and what they are called: laws of the filters and the names."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring import Assessment
from scoring.facts import Facts
from ui import resources
from ui.compare_facts import NOT_TOLD, class_choices, county_choices, tag_choices, told_facts
from ui.compare_filters import LIMITS, NOT_RATED, Filters, levels, like, sizes, through, variables
from ui.compare_names import aliases, letters, names
from ui.comparing import Group, Office, rated

TOLD = (
    Facts("03", 709_000, ("by", "Vekst")),
    Facts("46", 4_999, ("KYST",)),
    Facts(),
    Facts("46", 5_000, ("kyst", "a.b")),
    Facts(None, 0, ("-",)),
)
EXAMPLES = {
    one.code: one
    for one in (
        Office(e.office, "example", replace(e, facts=TOLD[place % len(TOLD)]))
        for place, e in enumerate(resources.examples())
    )
}
GROUP = rated(EXAMPLES, "examples")
CALLED = names(EXAMPLES, "-")
CODES = list(EXAMPLES)

FILTERS = st.builds(
    Filters,
    search=st.sampled_from(["", "servicekontor", "LIKSOM", "finnes ikke"]),
    types=st.sets(st.sampled_from(["osk", "ksk"])).map(tuple),
    sizes=st.sets(st.sampled_from(sizes())).map(tuple),
    levels=st.sets(st.sampled_from(levels(resources.model()))).map(tuple),
    counties=st.sets(st.sampled_from(county_choices(GROUP))).map(tuple),
    people=st.sets(st.sampled_from(class_choices(GROUP))).map(tuple),
    tags=st.sets(st.sampled_from([*tag_choices(GROUP)])).map(tuple),
    chosen=st.sets(st.sampled_from(CODES), max_size=5).map(tuple),
    near=st.none() | st.sampled_from(CODES),
)


@settings(deadline=None)  # fourteen filterings of forty offices
@given(FILTERS, FILTERS)
def test_another_filter_never_lets_an_office_in(one: Filters, other: Filters) -> None:
    for field in fields(Filters):
        empty = replace(one, **{field.name: getattr(Filters(), field.name)})
        more = replace(empty, **{field.name: getattr(other, field.name)})
        assert set(through(GROUP, more, CALLED)) <= set(through(GROUP, empty, CALLED))


def test_without_a_filter_all_are_there_in_their_order() -> None:
    assert through(GROUP, Filters(), CALLED) == CODES
    assert not Filters().narrow


@given(st.sampled_from([*sizes()]))
def test_every_office_with_a_size_is_in_one_class(place: str) -> None:
    every = [through(GROUP, Filters(sizes=(one,)), CALLED) for one in sizes()]
    inside = every[int(place)]
    assert all(not set(inside) & set(other) for at, other in enumerate(every) if at != int(place))
    known = {code for code, one in EXAMPLES.items() if _number(one.assessment.answers.get("fte", ""))}
    assert {code for some in every for code in some} == known


def _number(text: str) -> bool:
    return text.replace(".", "").isdigit()


def test_a_size_at_a_limit_is_in_the_upper_class() -> None:
    offices = {size: Office(size, "file", Assessment(size, {"fte": size})) for size in ("2.9", "3", "20")}
    by_code = {one.code: one for one in offices.values()}
    group = rated(by_code, "sizes")
    labels = dict.fromkeys(by_code, "")
    codes = [through(group, Filters(sizes=(one,)), labels) for one in sizes()]
    found = [[by_code[code].name for code in some] for some in codes]
    assert found == [["2.9"], ["3"], [], [], ["20"]]
    assert LIMITS == (3.0, 6.0, 10.0, 20.0)


# ------------------------------------------------------------------ facts
def facts_of(
    counties: tuple[str, ...] = (), people: tuple[str, ...] = (), tags: tuple[str, ...] = ()
) -> set[Facts]:
    wanted = Filters(counties=counties, people=people, tags=tags)
    return {EXAMPLES[code].assessment.facts for code in through(GROUP, wanted, CALLED)}


def test_the_choices_are_those_that_offices_tell_and_not_told() -> None:
    assert county_choices(GROUP) == ["03", "46", NOT_TOLD]
    assert class_choices(GROUP) == ["0", "1", "2", "5", NOT_TOLD]
    assert tag_choices(GROUP) == {
        "- ": "-", "a b": "a.b", "by": "by", "kyst": "KYST", "vekst": "Vekst", NOT_TOLD: NOT_TOLD
    }  # fmt: skip
    assert told_facts(GROUP) == ["county", "inhabitants", "tags"]


def test_nothing_is_offered_of_what_no_office_tells() -> None:
    silent = rated({one.code: one for one in (Office("A", "file", Assessment("A", {})),)}, "silent")
    assert county_choices(silent) == class_choices(silent) == told_facts(silent) == []
    assert tag_choices(silent) == {}
    assert not {"county", "inhabitants"} & set(variables(silent))
    assert {"county", "inhabitants"} < set(variables(GROUP))


def test_offices_are_found_by_what_they_tell_and_by_what_they_do_not() -> None:
    assert facts_of(counties=("46",)) == {TOLD[1], TOLD[3]}
    assert facts_of(counties=("03", NOT_TOLD)) == {TOLD[0], TOLD[2], TOLD[4]}
    assert facts_of(people=("1",)) == {TOLD[1]}
    assert facts_of(people=("2",)) == {TOLD[3]}
    assert facts_of(people=("0", NOT_TOLD)) == {TOLD[2], TOLD[4]}
    assert facts_of(tags=("kyst",)) == {TOLD[1], TOLD[3]}
    assert facts_of(tags=(NOT_TOLD,)) == {TOLD[2]}
    assert facts_of(tags=("a b", "- ")) == {TOLD[3], TOLD[4]}
    assert facts_of(counties=("46",), tags=("vekst",)) == set()


def test_offices_can_be_alike_in_county_and_inhabitants() -> None:
    first = CODES[1]
    found = like(GROUP, Filters(near=first, by=("county", "inhabitants")))
    assert {EXAMPLES[str(code)].assessment.facts for code in found.index} == {TOLD[1]}
    assert (found["distance"] == 0).all()


def test_offices_without_a_total_are_found_by_that() -> None:
    found = through(GROUP, Filters(levels=(NOT_RATED,)), CALLED)
    without = GROUP.rating.total["score"].isna()
    assert found == [str(code) for code in GROUP.rating.total.index[without]]
    assert found


def test_the_nearest_stand_beside_the_one_that_they_are_like() -> None:
    filters = Filters(near=CODES[0])
    assert set(through(GROUP, filters, CALLED)) == {CODES[0], *like(GROUP, filters).index}


def test_a_hidden_name_is_not_found_by_searching() -> None:
    hidden = aliases(CODES, "Kontor {}".format)
    assert through(GROUP, Filters(search="liksom"), CALLED)
    assert through(GROUP, Filters(search="liksom"), hidden) == []


# ------------------------------------------------------------------ groups
def test_a_part_is_rated_as_the_whole_is() -> None:
    part: Group = GROUP.part(CODES[5:9])
    assert part.codes == CODES[5:9]
    assert part.rating.total.equals(GROUP.rating.total.iloc[5:9])


# ------------------------------------------------------------------ what they are called
@given(st.lists(st.sampled_from(["Moss", "Moss (2)", "", "Bergen"]), max_size=8))
def test_no_two_offices_are_called_the_same(called: list[str]) -> None:
    offices = {str(place): Office(name, "file", Assessment(name, {})) for place, name in enumerate(called)}
    labels = names(offices, "Kontor uten navn")
    assert len(set(labels.values())) == len(called)
    assert all(labels[str(place)].startswith(name or "Kontor uten navn") for place, name in enumerate(called))


LETTERS = {0: "A", 25: "Z", 26: "AA", 51: "AZ", 52: "BA", 701: "ZZ", 702: "AAA"}


@pytest.mark.parametrize(("place", "expected"), LETTERS.items())
def test_letters_go_on_after_z(place: int, expected: str) -> None:
    assert letters(place) == expected


@given(st.permutations(CODES))
def test_an_alias_does_not_depend_on_the_order_of_the_offices(codes: list[str]) -> None:
    assert aliases(codes, str) == aliases(CODES, str)


def test_a_code_tells_no_name_and_stays_the_same() -> None:
    one = Office("Moss", "file", Assessment("Moss", {}))
    assert one.code == replace(one, assessment=Assessment("Moss", {"fte": "3"})).code
    assert one.code != replace(one, source="store", place="x").code
    assert "moss" not in one.code
    assert len(EXAMPLES) == len(resources.examples())
