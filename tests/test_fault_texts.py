"""Faults and the command line speak three languages, and say the same in each."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING, Final, get_args

import pytest

from i18n import LANGUAGES, Translator
from i18n.catalogue import entries
from report.faults import fault_text
from scoring import Fault
from scoring.faults import FaultCode
from scoring.model_faults import _TYPES as TYPES

if TYPE_CHECKING:
    from i18n import Language

CODES: Final = get_args(FaultCode)
FULL: Final = {
    "found": "xx1",
    "expected": "xx2, xx3",
    "suggestion": "xx4",
    "first": "5",
    "low": "0.5",
    "high": "7.5",
    "problem": "xx8",
}


def names_in(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", CODES)
def test_every_fault_has_a_text(code: FaultCode, language: Language) -> None:
    for values in (FULL, {}):
        text = fault_text(Fault(code, "a.csv", 3, "fte", values), Translator(language))
        assert text.startswith("a.csv")
        assert len(text) > 30
        assert not names_in(text)


@pytest.mark.parametrize("prefix", ["fault.", "cli."])
def test_the_three_languages_have_the_same_texts_and_placeholders(prefix: str) -> None:
    shapes = [
        {
            key: [names_in(text) for text in texts]
            for key, texts in entries(language).items()
            if key.startswith(prefix)
        }
        for language in LANGUAGES
    ]
    assert shapes[0] == shapes[1] == shapes[2]
    assert all(
        all(texts)
        for language in LANGUAGES
        for key, texts in entries(language).items()
        if key.startswith(prefix)
    )


def test_no_text_is_left_over() -> None:
    """A text for a fault that nothing finds any more would be translated in vain."""
    known = {f"fault.{code}" for code in CODES}
    helpers = {key for key in entries("en") if key.startswith("fault.")} - known
    assert {key.split(".")[1] for key in helpers} == {
        *("text", "at", "place", "in_key", "in_column", "quoted", "did_you_mean", "allowed", "also_allowed"),
        *("range", "type", "column"),
    }


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", sorted(set(TYPES.values())))
def test_types_are_put_into_words(key: str, language: Language) -> None:
    text = fault_text(
        Fault("wrong_type", "a.yaml", 3, "x", {"found": "a", "expected": key}), Translator(language)
    )
    assert "type." not in text
    assert Translator(language)(f"fault.{key}") in text


def test_the_place_counts_what_the_file_has() -> None:
    t = Translator("nb")
    assert fault_text(Fault("empty_text", "a.yaml", 3, "x.y"), t).startswith("a.yaml:3, x.y: ")
    assert fault_text(Fault("unknown_answer", "a.csv", 3, "fte"), t).startswith("a.csv, rad 3, kolonne fte: ")
    assert fault_text(Fault("bad_date", "a.json", 3, "date"), t).startswith(
        "a.json, kontor nr. 3, kolonne date: "
    )
    assert fault_text(Fault("not_json", "a.json", 3), t).startswith("a.json:3: ")
    assert fault_text(Fault("missing_file", "a.yaml"), t).startswith("a.yaml: ")
    assert fault_text(Fault("no_offices"), t)[0].isupper()


def test_a_long_list_gives_way_to_a_good_guess() -> None:
    words = ", ".join(f"code_{number}" for number in range(50))
    values = {"found": "code_x", "expected": words, "suggestion": "code_1"}
    assert len(fault_text(Fault("unknown_code", "a.yaml", 3, "x", values), Translator("en"))) < 100
    assert "code_49" in fault_text(
        Fault("unknown_code", "a.yaml", 3, "x", {**values, "suggestion": ""}), Translator("en")
    )


def test_decimals_are_written_as_the_language_writes_them() -> None:
    fault = Fault("number_expected", "a.csv", 2, "fte", {"found": "0", "low": "0.1", "high": "2100"})
    assert "fra 0,1 til 2100" in fault_text(fault, Translator("nb"))
    assert "from 0.1 to 2100" in fault_text(fault, Translator("en"))
