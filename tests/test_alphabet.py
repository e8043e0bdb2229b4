"""Names in the order of the Norwegian alphabet."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n.alphabet import name_key

NAMES = st.text("aAbzæÆøØåÅäöáčđŋšŧžé -.1", max_size=8)


@pytest.mark.parametrize(
    "ordered",
    [
        ["Zakarias", "Ærfugl", "Østfold", "Ås"],
        ["ask", "Bø", "zoo", "Ærø", "Øye", "Åmot"],  # capitals change nothing
        ["Alta", "Årdal", "Aasen", "Åseral"],  # aa stands with å
        ["Haa", "Håbet"],
        ["Nord-Aurdal", "Nord Odal", "Nordre Land", "Nordøya"],  # word by word; a hyphen parts words
        ["Kárášjohka", "Karasjok", "Karlsøy"],  # á and š with a and s
        ["Dale", "Đáu", "Davvi", "Dønna"],  # đ with d
        ["Guovdageaidnu", "Ŋ-kontoret", "Oslo"],  # ŋ with n
        ["Šaldi", "Sand", "Sør"],  # š with s
        ["Ändring", "Ønske", "Öster", "Ås"],  # Swedish letters where Norwegian has them
        ["", "A", "Ä"],
    ],
)
def test_in_the_order_of_the_alphabet(ordered: list[str]) -> None:
    backwards = ordered[::-1]
    assert sorted(backwards, key=name_key) == ordered


def test_where_code_points_go_wrong() -> None:
    names = ["Åmli", "Ørsta", "Ærfuglen"]
    assert sorted(names, key=str.casefold) == ["Åmli", "Ærfuglen", "Ørsta"]
    assert sorted(names, key=name_key) == ["Ærfuglen", "Ørsta", "Åmli"]


@given(st.lists(NAMES))
def test_the_order_before_is_irrelevant(names: list[str]) -> None:
    backwards = names[::-1]
    assert sorted(backwards, key=name_key) == sorted(names, key=name_key)


@given(NAMES, NAMES)
def test_two_names_share_a_place_only_where_they_are_the_same(one: str, two: str) -> None:
    assert (name_key(one) == name_key(two)) == (one == two)


@given(NAMES)
def test_capitals_and_composed_accents_change_no_place(name: str) -> None:
    assert name_key(name.swapcase())[0] == name_key(name)[0]
    assert name_key(unicodedata.normalize("NFD", name)) == name_key(name)


@given(
    st.characters(exclude_categories=["Cs", "Cn"]).filter(
        lambda one: one.lower() in "abcdefghijklmnopqrstuvwxyzæø"
    )
)
def test_every_letter_comes_before_å(letter: str) -> None:  # noqa: PLC2401 - the letter is what it is about
    assert name_key(f"{letter}x") < name_key("å") < name_key("Åx")
