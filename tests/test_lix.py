"""LIX: counted by hand, and its laws."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.lix import lix, plain, words_of

WORDS = st.lists(st.text("aeiloste", min_size=1, max_size=12), min_size=1, max_size=30)
SENTENCES = st.lists(WORDS.map(lambda words: " ".join(words) + "."), min_size=1, max_size=6)


@pytest.mark.parametrize(
    ("text", "index"),
    [
        ("", 0.0),
        ("Svar ja.", 2.0),  # two words, one sentence, none long
        ("Kontoret svarer ja. Det er nok.", 6 / 2 + 100 / 6),  # only kontoret has more than six letters
        ("Kontoret er åpent: kom inn!", 5 / 2 + 100 / 5),  # a colon ends a sentence
        ("Er det slik? Ja", 4 / 2),  # so does a question mark; what comes after it is one too
        ("Overskrift\nTekst her.", 3 / 2 + 100 / 3),  # and a new line
        ("Kl. 12.30 er 1 234 567 igjen.", 7 / 2),  # figures are short words, a stop inside one ends nothing
        ("Servicekontor-ansatte får hjelp.", 3 + 100 / 3),  # a compound with a hyphen is one word
    ],
)
def test_counted_by_hand(text: str, index: float) -> None:
    assert lix(text) == pytest.approx(index)


def test_a_placeholder_is_a_short_word() -> None:
    assert words_of("{respondents} av {population} kontorer") == ["99", "av", "99", "kontorer"]


def test_markdown_is_not_read() -> None:
    text = "**Likt mot likt.** Les `koden` og [siden om metoden](https://example.org/a_b) _nøye_."
    assert plain(text) == "Likt mot likt. Les koden og siden om metoden nøye."


def test_a_star_at_the_end_of_a_sentence_hides_no_stop() -> None:
    assert lix("**Likt.** Ja.") == pytest.approx(lix("Likt. Ja."))


@given(SENTENCES)
def test_a_text_twice_is_as_hard_as_once(sentences: list[str]) -> None:
    text = " ".join(sentences)
    assert lix(f"{text} {text}") == pytest.approx(lix(text))


@given(SENTENCES)
def test_the_order_of_the_sentences_changes_nothing(sentences: list[str]) -> None:
    assert lix(" ".join(reversed(sentences))) == pytest.approx(lix(" ".join(sentences)))


@given(WORDS, st.data())
def test_a_longer_word_never_makes_it_easier(words: list[str], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(words) - 1))
    longer = [word + "e" if number == place else word for number, word in enumerate(words)]
    assert lix(" ".join(longer)) >= lix(" ".join(words))
