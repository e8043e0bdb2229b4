"""Each derived count is the only one that what is printed allows."""

from itertools import product
from math import prod
from pathlib import Path

import pandas as pd
import pytest

DATA = Path(__file__).parents[1] / "data"
Row = dict[str, str]
Key = tuple[str, str, str]


def table(name: str) -> dict[Key, Row]:
    """Read a csv file as rows of text, by question, population and alternative, without the ladder."""
    frame = pd.read_csv(DATA / f"{name}.csv", dtype=str, keep_default_na=False)
    rows = [{str(k): str(v) for k, v in row.items()} for row in frame.to_dict("records")]
    return {(r["question"], r["population"], r["alternative"]): r for r in rows if not r["part"]}


NATIONAL = table("national")
DERIVED = table("derived")
COUNTS = {key: int(row["count"]) for key, row in (NATIONAL | DERIVED).items() if row["count"]}
SIZE = {(row["question"], row["population"]): int(row["n"]) for row in NATIONAL.values() if row["n"]}

# All alternatives of a question, each office in one of them.
YES_NO = ["yes", "no"]
PARTS = {
    ("14", "all"): YES_NO,
    ("16", "all"): YES_NO,
    ("16", "osk"): YES_NO,
    ("16", "ksk"): YES_NO,
    ("17", "all"): YES_NO,
    ("23", "all"): ["town_hall", "district_hall", "library", "shopping_centre", "state_building", "other"],
    ("45", "all"): YES_NO,
    ("46", "all"): ["20_80", "150_500", "over_500"],
    ("47", "all"): ["10_30", "50_125", "150_500", "over_500"],
    ("48", "all"): ["0_10", "10_80", "over_90"],
    ("93", "no_plans"): YES_NO,
    ("95", "planning"): YES_NO,
}
OPEN = {
    ("13", "all"): ["before_1999", "1999_2000", "from_2001"],
    ("20", "all"): ["yes", "no", "do_not_know"],
    ("22", "all"): ["staff", "own_unit", "other"],
    ("51", "all"): ["up_to_10", "10_30", "30_50", "50_70"],
    ("52", "all"): ["up_to_20", "20_60", "60_90"],
    ("55", "all"): ["both", "internet", "intranet", "none"],
}
FOUR = ["all", "some", "none", "other"]


def candidates(question: str, population: str, alternative: str) -> list[int]:
    """List the whole numbers that the printed count, or the printed percentage, allows."""
    n = SIZE[question, population]
    row = NATIONAL.get((question, population, alternative), {"count": "", "printed_percent": ""})
    if row["count"]:
        return [int(row["count"])]
    if not row["printed_percent"]:
        return list(range(n + 1))
    return [k for k in range(n + 1) if (200 * k + n) // (2 * n) == int(row["printed_percent"])]


def solutions(question: str, population: str, parts: list[str]) -> list[dict[str, int]]:
    """List every way to fill a question so that its alternatives add to n."""
    ranges = [candidates(question, population, part) for part in parts]
    assert prod(map(len, ranges)) < 10**6
    n = SIZE[question, population]
    return [dict(zip(parts, way, strict=True)) for way in product(*ranges) if sum(way) == n]


@pytest.mark.parametrize(("asked", "parts"), PARTS.items(), ids=str)
def test_a_derived_question_has_one_solution_and_it_is_ours(asked: tuple[str, str], parts: list[str]) -> None:
    """Enumerate all fillings: exactly one is left, and our counts are it."""
    ours = {part: COUNTS[(*asked, part)] for part in parts}
    assert solutions(*asked, parts) == [ours]


@pytest.mark.parametrize(("asked", "parts"), OPEN.items(), ids=str)
def test_an_open_alternative_is_left_open(asked: tuple[str, str], parts: list[str]) -> None:
    """Where a count could be another one, none is given; where it could not, one is."""
    found = solutions(*asked, parts)
    assert len(found) > 1
    for part in parts:
        possible = {way[part] for way in found}
        ours = {COUNTS.get((*asked, part))}
        assert ours == (possible if len(possible) == 1 else {None}), part


SHARES = [key for key, row in DERIVED.items() if row["rule"] == "share"]


@pytest.mark.parametrize("key", SHARES, ids="-".join)
def test_share_fits_one_whole_number(key: Key) -> None:
    """Exactly one whole number rounds to the printed percentage."""
    assert NATIONAL[key]["printed_percent"]
    assert candidates(*key) == [COUNTS[key]]


def test_13_percent_of_151_fits_two_whole_numbers() -> None:
    """The proof by enumeration can fail: question 22's "other" is 19 or 20."""
    assert candidates("22", "all", "other") == [19, 20]


# What each sum or rest is made of, where it is not simply n less all the others.
MADE_OF: dict[Key, tuple[int, list[Key]]] = {
    ("54", "all", "all"): (1, [("54", "osk", "all"), ("54", "ksk", "all")]),
    ("54", "all", "some"): (-1, [("54", "all", "all_or_some"), ("54", "all", "all")]),
    ("54", "osk", "some"): (1, [("54", "osk", "municipal_only"), ("54", "osk", "state_only")]),
    ("54", "ksk", "some"): (-1, [("54", "all", "some"), ("54", "osk", "some")]),
    ("54", "ksk", "none"): (-1, [("54", "all", "none"), ("54", "osk", "none")]),
    ("96", "planning", "2004"): (-1, [("96", "planning", "date_set"), ("96", "planning", "2003")]),
}


@pytest.mark.parametrize(("key", "made_of"), MADE_OF.items())
def test_sum_or_rest_of_named_parts(key: Key, made_of: tuple[int, list[Key]]) -> None:
    """The first part plus, or less, the second."""
    sign, (first, second) = made_of
    assert COUNTS[key] == COUNTS[first] + sign * COUNTS[second]


RESTS = [key for key, row in DERIVED.items() if row["rule"] == "rest" and key not in MADE_OF]


@pytest.mark.parametrize("key", RESTS, ids="-".join)
def test_rest_is_n_less_all_the_others(key: Key) -> None:
    """Nothing else is taken away than the question's other alternatives."""
    others = {"54": FOUR, "96": ["2003", "2004", "none"]}.get(key[0]) or PARTS[key[:2]]
    if key[2] == "municipal_only":
        others = ["all", "municipal_only", "state_only", "none", "other"]
    rest = int(DERIVED[key]["n"]) - sum(COUNTS[(*key[:2], other)] for other in others if other != key[2])
    assert COUNTS[key] == rest


def test_every_derived_row_is_proved() -> None:
    """Each row is a share, a named sum or a rest; none escapes the tests above."""
    assert {*SHARES, *RESTS, *MADE_OF} == set(DERIVED)
    assert len(SHARES) + len(RESTS) + len(MADE_OF) == len(DERIVED)


def osk_54() -> list[tuple[int, int, int, int]]:
    """List all fillings of question 54 for osk, the two parts of "some" taken together."""
    parts = ["all", "municipal_only", "state_only", "none", "other"]
    found = solutions("54", "osk", parts)
    return [(w["all"], w["municipal_only"] + w["state_only"], w["none"], w["other"]) for w in found]


def test_question_54_has_one_solution_for_all_osk_and_ksk_together() -> None:
    """Enumerate the three populations jointly; "some" is not ruled out for ksk beforehand."""
    ksk = [tuple(way[part] for part in FOUR) for way in solutions("54", "ksk", FOUR)]
    allowed = [set(candidates("54", "all", part)) for part in FOUR]
    found = []
    for one, other in product(osk_54(), ksk):
        both = [a + b for a, b in zip(one, other, strict=True)]
        fits = all(k in ks for k, ks in zip(both, allowed, strict=True))
        if fits and both[0] + both[1] == COUNTS["54", "all", "all_or_some"]:
            found.append((one, other))
    assert found == [((14, 19, 10, 15), (53, 0, 23, 17))]


def test_question_54_is_filled_as_enumerated() -> None:
    """All, some, none and other, for the three populations."""
    rows = {p: [COUNTS["54", p, part] for part in FOUR] for p in ("all", "osk", "ksk")}
    assert rows == {"all": [67, 19, 33, 32], "osk": [14, 19, 10, 15], "ksk": [53, 0, 23, 17]}
    assert (COUNTS["54", "osk", "municipal_only"], COUNTS["54", "osk", "state_only"]) == (14, 5)


def test_question_96_has_one_solution() -> None:
    """Two years make those with a date, and with those without one all answers."""
    first, dated = COUNTS["96", "planning", "2003"], COUNTS["96", "planning", "date_set"]
    n = SIZE["96", "planning"]
    found = [(k, m) for k, m in product(range(n + 1), repeat=2) if first + k == dated and dated + m == n]
    assert found == [(COUNTS["96", "planning", "2004"], COUNTS["96", "planning", "none"])]


@pytest.mark.parametrize("question", ["16", "43", "44", "54"])
def test_osk_and_ksk_make_all(question: str) -> None:
    """Each alternative of a split question adds up over the two kinds of office."""
    parts = FOUR if question == "54" else [key[2] for key in COUNTS if key[:2] == (question, "all")]
    assert len(parts) >= 2
    for part in parts:
        osk, ksk = COUNTS[question, "osk", part], COUNTS[question, "ksk", part]
        assert COUNTS[question, "all", part] == osk + ksk, part


def test_nothing_derived_is_printed_and_n_agrees() -> None:
    """A printed count is never derived again, and n and order are those of the question."""
    for key, row in DERIVED.items():
        printed = NATIONAL.get(key, {"count": "", "order": row["order"]})
        assert (printed["count"], printed["order"]) == ("", row["order"]), key
        assert int(row["n"]) == SIZE[key[0], key[1]], key


def test_order_is_one_to_one_with_the_alternatives() -> None:
    """Printed and derived rows of a question share one order."""
    merged = [(key[:2], row["order"]) for key, row in (NATIONAL | DERIVED).items()]
    assert len(merged) == len(set(merged))
