"""The keyed figures agree with themselves, with the report's text and with their description."""

import json
import re
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

DATA = Path(__file__).parents[1] / "data"
Row = dict[str, str]


def table(name: str) -> list[Row]:
    """Read a csv file as rows of text, the empty cell as the empty text."""
    frame = pd.read_csv(DATA / f"{name}.csv", dtype=str, keep_default_na=False)
    return [{str(key): str(cell) for key, cell in row.items()} for row in frame.to_dict("records")]


def share(count: int, n: int, digits: int) -> str:
    """Give the percentage as the report rounds it: half up, at so many decimals."""
    unit = Decimal(1).scaleb(-digits)
    return str((Decimal(100 * count) / n).quantize(unit, ROUND_HALF_UP))


NATIONAL = table("national")
MEANS = table("national_means")
TABLES = {"national": NATIONAL, "national_means": MEANS, "derived": table("derived")}
PACKAGE = json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))
SCHEMAS = {r["name"]: r["schema"] for r in PACKAGE["resources"] if r["name"] in TABLES}
THREE_POINT = [str(question) for question in range(24, 40)]
LADDER_FIELDS = sorted({row["part"] for row in NATIONAL if row["question"] == "58-79"})
COMPLETE = [
    *[(question, "all", "") for question in ("6", "15", "18", "19", "21", *THREE_POINT, "42", "50")],
    *[(question, population, "") for question in ("43", "44") for population in ("all", "osk", "ksk")],
    *[("91", "without_office", ""), ("92", "no_plans", ""), ("94", "planning", "")],
]


def group(question: str, population: str = "all", part: str = "") -> dict[str, Row]:
    """Give the rows of one question, by alternative."""
    key = (question, population, part)
    return {r["alternative"]: r for r in NATIONAL if (r["question"], r["population"], r["part"]) == key}


def ladder(part: str) -> dict[str, Row]:
    """Give the six steps of a service field, whatever its population."""
    return group("58-79", "all", part) or group("58-79", "not_stated", part)


def cells(question: str, alternative: str, population: str = "all") -> tuple[str, str, str]:
    """Give count, n and percentage of one alternative as printed."""
    row = group(question, population)[alternative]
    return row["count"], row["n"], row["printed_percent"]


@pytest.mark.parametrize(("question", "population", "part"), COMPLETE)
def test_counts_of_a_complete_question_add_to_n(question: str, population: str, part: str) -> None:
    """A question printed in full has as many answers as its n says, numbered from 1."""
    rows = group(question, population, part).values()
    assert [row["order"] for row in rows] == [str(place) for place in range(1, len(rows) + 1)]
    assert {row["n"] for row in rows} == {str(sum(int(row["count"]) for row in rows))}


@pytest.mark.parametrize("part", LADDER_FIELDS)
def test_six_steps_of_the_ladder_add_to_n(part: str) -> None:
    """Each field has steps 1 to 6, which add to its number of answers."""
    rows = ladder(part)
    assert list(rows) == [row["order"] for row in rows.values()] == ["1", "2", "3", "4", "5", "6"]
    assert {row["n"] for row in rows.values()} == {str(sum(int(row["count"]) for row in rows.values()))}


def test_ladder_has_22_fields() -> None:
    """Eleven municipal fields were asked of all offices, eleven state fields of nobody knows whom."""
    populations = [ladder(part)["1"]["population"] for part in LADDER_FIELDS]
    assert (populations.count("all"), populations.count("not_stated")) == (11, 11)


def test_every_printed_percent_reproduces_from_its_count() -> None:
    """A percentage is 100*count/n, rounded half up at the digits printed."""
    rows = [row for row in NATIONAL if row["printed_percent"] and row["count"]]
    assert len(rows) == 327
    for row in rows:
        digits = len(row["printed_percent"].partition(".")[2])
        assert share(int(row["count"]), int(row["n"]), digits) == row["printed_percent"], row


def test_figures_print_two_decimals_and_drop_closing_zeros() -> None:
    """The numbered figures are more exact than the tables, and are kept so."""
    rows = [row for row in NATIONAL if "figure" in row["source"]]
    exact = [f"{float(share(int(row['count']), int(row['n']), 2)):g}" for row in rows]
    assert [row["printed_percent"] for row in rows] == exact
    assert len(rows) == 61


def test_rows_without_count_say_why() -> None:
    """A row without a count has a note, and one without any figure says that it is a phrase."""
    for row in NATIONAL:
        if not row["count"]:
            assert "printed" in row["note"] or row["note"].startswith("phrase only: "), row
            assert bool(row["printed_percent"]) != row["note"].startswith("phrase only: "), row


CODED = [row for row in MEANS if row["statistic"] == "mean_code" and row["question"] != "40"]


@pytest.mark.parametrize("mean", CODED, ids=lambda row: row["question"])
def test_printed_average_of_codes_reproduces(mean: Row) -> None:
    """A figure's average is that of the alternatives' numbers; only figure 3 counts "do not know"."""
    rows = group(mean["question"], mean["population"])
    kept = [r for code, r in rows.items() if code != "do_not_know" or mean["question"] == "21"]
    total = sum(int(row["order"]) * int(row["count"]) for row in kept)
    exact = Decimal(total) / sum(int(row["count"]) for row in kept)
    assert Decimal(mean["value"]) == exact.quantize(Decimal("0.01"), ROUND_HALF_UP)
    assert {row["n"] for row in rows.values()} == {mean["n"]}


def test_all_averages_of_codes_are_keyed() -> None:
    """Nine figures print an average of codes; that of question 40 lost its bars."""
    questions = " ".join(row["question"] for row in MEANS if row["statistic"] == "mean_code")
    assert questions == "18 19 21 40 42 50 91 92 94"


def test_averages_that_nothing_else_proves_are_as_printed() -> None:
    """The lone numbers of questions 19, 40, 41 and 42."""
    lone = {(r["question"], r["unit"]): r["value"] for r in MEANS if r["statistic"] == "mean"}
    assert (lone["40", "fte"], lone["41", "persons"], lone["41", "persons per fte"]) == ("6", "7", "1.2")
    assert lone["19", "kroner per fte"] == "330000"
    assert [r["value"] for r in MEANS if r["statistic"] == "index"] == ["55"]


# Middles of the classes in thousand kroner, the open class as the report's footnotes set it.
MIDDLES = [
    ("18", [150, 400, 600, 800, 1000, 1300, 1550, 1800, 3000, 5000], 138, -6),
    ("19", [250, 600, 800, 1000, 1300, 1550, 1800, 3000, 5000], 122, -6),
    ("42", [80, 185, 235, 280, 325, 375], 148, -4),
]


@pytest.mark.parametrize(("question", "middles", "n", "digits"), MIDDLES)
def test_printed_average_in_kroner_reproduces(question: str, middles: list[int], n: int, digits: int) -> None:
    """The report's round averages follow from the class middles, do not know left out."""
    counts = [int(r["count"]) for code, r in group(question).items() if code != "do_not_know"]
    assert sum(counts) == n
    mean = 1000 * sum(a * b for a, b in zip(middles, counts, strict=True)) / n
    printed = [r["value"] for r in MEANS if r["question"] == question and r["unit"] == "kroner"]
    assert printed == [str(int(round(mean, digits)))]


# "Yes" and "partly" together, wherever the text of chapter 7 counts them.
IN_THE_TEXT = """24 116 150, 25 147 149, 26 129 150, 27 145 150, 29 115 150, 31 117 151, 32 107 148,
33 127 151, 34 130 146, 35 137 149, 36 124 149, 37 127 148, 38 63 149"""


@pytest.mark.parametrize("line", [line.strip() for line in IN_THE_TEXT.split(",")])
def test_table_4_agrees_with_the_text(line: str) -> None:
    """The text's "wholly or partly" is the table's yes and partly."""
    question, both, n = line.split()
    rows = group(question)
    assert [rows[code]["n"] for code in ("yes", "partly", "no")] == [n, n, n]
    assert int(rows["yes"]["count"]) + int(rows["partly"]["count"]) == int(both)


def test_plain_answers_in_the_text_of_chapter_7_agree_with_table_4() -> None:
    """The three single answers that the text counts."""
    assert cells("28", "yes") == ("34", "149", "23")
    assert cells("30", "no") == ("62", "151", "41")
    assert cells("39", "yes") == ("38", "149", "26")


def test_table_3_repeats_table_6() -> None:
    """Steps 6, 5 and 4 of the five large state fields, as table 3 prints them."""
    fields = ("tax", "social_insurance", "employment", "church_office", "police")
    steps = [[ladder(field)[step]["count"] for field in fields] for step in ("6", "5", "4")]
    assert [" ".join(step) for step in steps] == ["1 6 2 0 0", "4 10 7 1 1", "11 2 1 1 3"]


def test_sums_in_the_text_agree_with_the_figures() -> None:
    """Offices completing over 70 percent, amounts of savings, municipalities without plans."""
    assert sum(int(group("50")[code]["count"]) for code in ("70_80", "80_90", "90_100")) == 18
    savings = [int(row["count"]) for row in group("21").values()][:10]
    assert (sum(savings), sum(savings[:6]), sum(savings[:3])) == (30, 29, 19)
    assert int(group("92", "no_plans")["not_considered"]["count"]) == 19
    assert cells("91", "no", "without_office")[0] == group("92", "no_plans")["other"]["n"] == "44"


MISPRINTS = [
    ("44", "ksk", "generalists", ("34", "93", "37"), "not 34 of 151"),
    ("42", "all", "300_350k", ("3", "151", "1.99"), "the text swaps them"),
    ("42", "all", "over_350k", ("2", "151", "1.32"), "the text swaps them"),
    ("98", "all", "agency_cooperation", ("88", "148", "59"), "not four in ten"),
    ("98", "all", "economy", ("41", "148", "28"), "not one in three"),
    ("44", "all", "mixed", ("91", "151", "60"), "not two in three"),
    ("20", "all", "yes", ("54", "151", ""), "so do not know cannot be two in three"),
    ("13", "all", "from_2001", ("86", "147", ""), "not after 2001"),
    ("23", "all", "town_hall", ("130", "151", ""), "not 88 percent"),
    ("54", "all", "all_or_some", ("86", "151", ""), "not 86 answers"),
    ("57", "osk", "tax", ("42", "57", "74"), "57 of the 58"),
    ("97", "planning", "culture", ("96", "133", "72"), "percentage out of place"),
    ("97", "planning", "childhood", ("95", "133", "71"), "percentage out of place"),
    ("97", "planning", "housing_bank", ("62", "133", "47"), "percentage out of place"),
]


@pytest.mark.parametrize(("question", "population", "alternative", "expected", "why"), MISPRINTS)
def test_misprints_are_read_as_the_tables_say(
    question: str, population: str, alternative: str, expected: tuple[str, str, str], why: str
) -> None:
    """Where text and table differ the table holds."""
    assert cells(question, alternative, population) == expected, why


@pytest.mark.parametrize("name", TABLES)
def test_primary_key_is_unique(name: str) -> None:
    """No cell is keyed twice, nor two alternatives of a question with the same order."""
    key = SCHEMAS[name]["primaryKey"]
    for columns in [key, [*key[:3], "order"]] if name != "national_means" else [key]:
        values = [tuple(row[column] for column in columns) for row in TABLES[name]]
        assert len(values) == len(set(values)), columns


def fits(cell: str, field: dict[str, Any]) -> bool:
    """Say whether a cell fits its field in the description."""
    limits = field.get("constraints", {})
    if not cell:
        return not limits.get("required", False)
    if field["type"] == "string":
        return cell in limits.get("enum", [cell]) and bool(re.search(limits.get("pattern", ""), cell))
    form = r"\d+" if field["type"] == "integer" else r"\d+(\.\d+)?"
    low, high = limits.get("minimum", 0), limits.get("maximum", 1e9)
    return bool(re.fullmatch(form, cell)) and low <= float(cell) <= high


@pytest.mark.parametrize("name", TABLES)
def test_description_agrees_with_the_table(name: str) -> None:
    """The same columns in the same order, and every cell within type and constraints."""
    fields = SCHEMAS[name]["fields"]
    assert all(list(row) == [field["name"] for field in fields] for row in TABLES[name])
    wrong = [(r, f["name"]) for r in TABLES[name] for f in fields if not fits(r[f["name"]], f)]
    assert not wrong


def test_codes_in_the_description_are_those_of_the_codebook() -> None:
    """The populations and rules are neither more nor fewer than agreed."""
    enums = {f["name"]: f["constraints"].get("enum") for f in SCHEMAS["derived"]["fields"]}
    populations = ["all", "osk", "ksk", "country", "without_office", "planning", "no_plans", "not_stated"]
    assert (enums["population"], enums["rule"]) == (populations, ["share", "rest", "sum"])
    assert {row["population"] for row in NATIONAL} == set(populations)
