"""County, inhabitants and tags: read as people write them, kept the same, and never scored."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring import FaultsError, encode, load_model, rate
from scoring.assessment import Assessment, from_json, to_rows
from scoring.counties import counties, county_number
from scoring.decode import decode
from scoring.facts import MOST_INHABITANTS, MOST_TAGS, TAG_LENGTH, Facts, tidy_tags
from scoring.paths import DATA
from scoring.several import joined
from scoring.tables import read_table
from tests.strategies import facts, offices

if TYPE_CHECKING:
    from scoring import Answers

MODEL = load_model()


def answers_of(text: str) -> Answers:
    return read_table(text.encode(), name="a.csv", model=MODEL).answers()


def facts_of(answers: Answers) -> list[Facts]:
    assert answers.facts is not None
    return [answers.facts.of(place) for place in range(len(answers))]


# ------------------------------------------------------------------ counties
def test_the_fifteen_counties_of_2024() -> None:
    assert len(counties()) == 15
    assert [*counties()] == sorted(counties())
    assert all(len(number) == 2 and number.isdigit() for number in counties())
    assert {one.name for one in counties().values()} >= {"Oslo", "Møre og Romsdal", "Finnmark"}


def test_the_description_of_the_data_tells_of_every_county() -> None:
    described = json.loads((DATA / "datapackage.json").read_text("utf-8"))["resources"]
    (resource,) = [one for one in described if one["path"] == "counties.csv"]
    with (DATA / "counties.csv").open(encoding="utf-8") as file:
        assert [field["name"] for field in resource["schema"]["fields"]] == next(csv.reader(file))
    assert resource["sources"]


WAYS = {
    "03": "03",
    "3": "03",
    "oslo": "03",
    "  MØRE OG  ROMSDAL ": "15",
    "Finnmárku": "56",
    "Troms - Romsa - Tromssa": "55",
    "Troms – Romsa – Tromssa": "55",
    "54": None,
    "Viken": None,
    "": None,
}


@pytest.mark.parametrize(("text", "number"), WAYS.items())
def test_a_county_is_known_by_its_number_and_by_its_names(text: str, number: str | None) -> None:
    assert county_number(text) == number


# ------------------------------------------------------------------ tags
@given(st.lists(st.text(max_size=5)), st.randoms())
def test_tags_are_the_same_in_any_order_and_each_is_there_once(tags: list[str], random: object) -> None:
    tidy = tidy_tags(tags)
    random.shuffle(tags)  # type: ignore[attr-defined]
    assert tidy_tags(tags) == tidy == tidy_tags(tidy)
    assert len({tag.casefold() for tag in tidy}) == len(tidy)
    assert all(tag == tag.strip() and tag and "|" not in tag for tag in tidy)


def test_what_cannot_be_is_named() -> None:
    assert Facts().faults() == []
    assert Facts("03", 0, ("x" * TAG_LENGTH,)).faults() == []
    wrong = Facts("3", -1, tuple(map(str, range(MOST_TAGS + 1))))
    assert wrong.faults() == ["county", "inhabitants", "tags"]
    assert Facts(None, MOST_INHABITANTS + 1, ("x" * (TAG_LENGTH + 1),)).faults() == ["inhabitants", "tags"]


# ------------------------------------------------------------------ files
def test_facts_are_read_as_people_write_them() -> None:
    found = answers_of(
        "kontor;FYLKE;Innbyggere;tags;tag.Kyst;tag.by\n"
        "A;Oslo;709 037;By | hovedstad;;x\nB;3;;;X;nei\nC;;0;kyst;ja;\n"
    )
    assert facts_of(found) == [
        Facts("03", 709_037, ("By", "hovedstad")),
        Facts("03", None, ("Kyst",)),
        Facts(None, 0, ("Kyst",)),
    ]


def test_a_table_without_such_columns_tells_no_facts() -> None:
    assert answers_of("office\nA\n").facts is None


def test_tags_of_several_columns_are_counted_together() -> None:
    heading = "office;tags;" + ";".join(f"tag.t{place}" for place in range(MOST_TAGS))
    with pytest.raises(FaultsError) as caught:
        answers_of(f"{heading}\nA;one more{';x' * MOST_TAGS}\n")
    assert [(one.code, one.line) for one in caught.value.faults] == [("bad_tags", 2)]


@pytest.mark.parametrize("heading", ["tag.", "tag. ", "tag.a|b", f"tag.{'x' * 101}", "county.x"])
def test_a_heading_that_holds_no_tag_is_unknown(heading: str) -> None:
    with pytest.raises(FaultsError) as caught:
        answers_of(f"office;{heading}\nA;x\n")
    assert [one.code for one in caught.value.faults] == ["unknown_column"]


@given(facts(), offices(MODEL))
@settings(max_examples=25, deadline=None)
def test_no_rating_changes_by_facts(told: Facts, answers: dict[str, str]) -> None:
    """A law: facts are not scored, and no interval or coverage knows of them."""
    without, with_them = (
        rate(encode(to_rows([Assessment("A", answers, facts=one)]), model=MODEL), model=MODEL)
        for one in (Facts(), told)
    )
    for table in ("points", "score", "total", "levels"):
        pd.testing.assert_frame_equal(getattr(with_them, table), getattr(without, table))
    assert Assessment("A", answers, facts=told).fingerprint == Assessment("A", answers).fingerprint


@given(st.lists(facts(), min_size=1, max_size=3))
def test_decoding_facts_is_the_way_back(several: list[Facts]) -> None:
    rows = to_rows([Assessment(str(place), {}, facts=one) for place, one in enumerate(several)])
    coded = encode(rows, model=MODEL)
    assert [Facts() if coded.facts is None else coded.facts.of(0)] == several[:1]
    again = encode(decode(coded, model=MODEL), model=MODEL)
    if coded.facts is not None:
        assert facts_of(again) == facts_of(coded) == several
        assert facts_of(coded.part(np.array([0]))) == several[:1]


def test_files_with_and_without_facts_are_joined() -> None:
    both = joined([answers_of("office;county\nA;Oslo\n"), answers_of("office\nB\n")])
    assert facts_of(both) == [Facts("03"), Facts()]


@given(facts())
def test_an_assessment_keeps_its_facts_in_a_file(told: Facts) -> None:
    one = Assessment("Eksempelvik", {"fte": "3"}, facts=told)
    text = one.to_json(model_version="1")
    assert from_json(text)[0].facts == told
    table = read_table(text.encode(), name="a.json", model=MODEL)
    assert facts_of(table.answers()) == [told] if told != Facts() else table.answers().facts is None


def test_a_file_without_facts_is_as_it_was_before_there_were_any() -> None:
    assert (
        not {"county", "inhabitants", "tags"}
        & json.loads(Assessment("A", {}).to_json(model_version="1")).keys()
    )


def test_the_row_of_a_table_is_an_assessment_with_facts() -> None:
    table = read_table(b"office;county;tag.by;fte;note.fte\nA;Oslo;x;3;n\n", name="a.csv", model=MODEL)
    assert table.assessments()[2] == Assessment(
        "A", {"fte": "3"}, {"fte": "n"}, facts=Facts("03", None, ("by",))
    )


def test_what_is_no_fact_is_told_and_does_not_stop_the_reading_of_the_row() -> None:
    table = read_table(b"office;county;inhabitants\nA;Narnia;many\n", name="a.csv", model=MODEL)
    assert table.assessments()[2].facts == Facts()
    assert [one.code for one in table.encoded(table.cells)[1]] == ["unknown_county", "whole_number_expected"]
