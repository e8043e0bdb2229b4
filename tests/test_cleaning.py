"""Text for the PDF: whatever comes in, only characters that the fonts have go out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.cleaning import REPLACEMENT, characters, clean, clean_text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Åsnes servicetorg", "Åsnes servicetorg"),
        (
            "Kárášjoga gielda, Guovdageaidnu, Unjárgga: ŋ ŧ đ š č ž",
            "Kárášjoga gielda, Guovdageaidnu, Unjárgga: ŋ ŧ đ š č ž",
        ),
        ("A\u030asnes", "Åsnes"),
        ("Servicetorget 😀", "Servicetorget"),
        ("a\0b\x07c", "abc"),
        ("to\nlinjer\r\n og\ttabulator", "to linjer og tabulator"),
        ("snu\u202e tekst\u200f", "snu tekst"),
        ("ﬁn ½ dag", "fin ½ dag"),
        ("北京", REPLACEMENT * 2),
        ("\ud800halv", "halv"),
        ("  ", ""),
        ("", ""),
    ],
)
def test_what_becomes_of_a_text(text: str, expected: str) -> None:
    assert clean_text(text) == expected


@given(st.text(st.characters(exclude_categories=[])))
def test_every_character_left_is_in_the_fonts(text: str) -> None:
    cleaned = clean_text(text)
    assert set(cleaned) <= characters()
    assert cleaned == cleaned.strip()
    assert "  " not in cleaned


def test_the_fonts_have_what_norwegian_sami_and_english_need() -> None:
    needed = set(
        "abcdefghijklmnopqrstuvwxyzæøåáčđŋšŧžéèêòôóüöäïABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅÁČĐŊŠŦŽ0123456789"
    )
    assert needed | set(" \N{NO-BREAK SPACE}.,:;!?%&()[]/«»“”‘’–−·+=…□") <= characters()


def test_plain_data_is_cleaned_to_the_bottom() -> None:
    data = {"a": ["x\0", {"b": ("y😀", 1.5, None, True)}]}
    assert clean(data) == {"a": ["x", {"b": ["y", 1.5, None, True]}]}
