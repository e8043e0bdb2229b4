"""Headings and answers may be written as they read in any of the three languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring import Assessment, columns_of, encode, load_model, rate
from scoring.labels import (
    LANGUAGES,
    REASONS,
    answer_texts,
    choice_columns,
    column_texts,
    label_key,
    meanings,
)
from scoring.paths import DATA
from scoring.tables import read_table
from tests.in_words import in_words
from tests.strategies import offices

if TYPE_CHECKING:
    from scoring.model_types import Language

MODEL: Final = load_model()
SURVEY, SERVICE = MODEL.survey, MODEL.service
EXAMPLES: Final = pd.read_csv(DATA / "example_offices.csv", dtype=str, keep_default_na=False)


def read(text: str) -> pd.DataFrame:
    return read_table(text.encode(), name="a.csv", model=MODEL).cells


def test_every_heading_means_one_column_in_all_languages_together() -> None:
    texts = column_texts(SURVEY, SERVICE)
    pairs = {(label_key(getattr(text, one)), column) for column, text in texts.items() for one in LANGUAGES}
    assert len({label for label, _ in pairs}) == len(pairs)
    assert set(columns_of(MODEL)) <= texts.keys()
    assert not {label_key(getattr(REASONS, one)) for one in LANGUAGES} & {label for label, _ in pairs}


@pytest.mark.parametrize("code", MODEL.asked)
def test_every_answer_means_one_code_in_all_languages_together(code: str) -> None:
    texts = answer_texts(code, SURVEY, SERVICE)
    found = meanings(texts)
    for word, text in texts.items():
        assert found[label_key(word)] == word
        assert {found[label_key(getattr(text, one))] for one in LANGUAGES} == {word}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_examples_in_words_are_the_examples(language: Language) -> None:
    told = in_words(EXAMPLES, model=MODEL, language=language)
    assert not set(told.columns) & set(EXAMPLES.columns)
    answers = read_table(told.to_csv(index=False, sep=";").encode(), name="a.csv", model=MODEL).answers()
    expected = rate(encode(EXAMPLES, model=MODEL), model=MODEL)
    pd.testing.assert_frame_equal(rate(answers, model=MODEL).points, expected.points)


@settings(max_examples=25, deadline=None)
@given(office=offices(MODEL), language=st.sampled_from(LANGUAGES))
def test_any_answers_in_words_are_the_same_answers(office: dict[str, str], language: Language) -> None:
    """A law: said in words and read back, an office has the answers that it had."""
    table = pd.DataFrame([{"office": "Eksempelvik", **office}], dtype="string")
    told = in_words(table, model=MODEL, language=language)
    one = read_table(told.to_csv(index=False).encode(), name="a.csv", model=MODEL).assessments()[2]
    assert one.answers == {column: text for column, text in office.items() if text}


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        ("contact_person", "PARTLY"),
        ("Contact_Person", " delvis "),
        ("  får hver BRUKER én fast person å forholde seg til helt til saken er avgjort?", "Delvis"),
        (SURVEY.items["contact_person"].text.nn, "Partly"),
    ],
)
def test_case_and_space_do_not_matter(heading: str, cell: str) -> None:
    assert read(f"KONTOR;{heading}\nA;{cell}\n").iloc[0].to_dict() == {
        "office": "A",
        "contact_person": "partly",
    }


def test_numbers_and_names_stay_as_they_are() -> None:
    table = read("Office;fte;pay\nJa;3,5;Veit ikkje\nNo;1 250;500000\n")
    assert table["office"].tolist() == ["Ja", "No"]
    assert table["fte"].tolist() == ["3,5", "1 250"]
    assert table["pay"].tolist() == ["do_not_know", "500000"]


def test_a_word_that_a_question_does_not_take_is_left_for_the_fault() -> None:
    assert read("office;fte\nA;Vet ikke\n")["fte"].tolist() == ["Vet ikke"]


def test_several_choices_may_stand_in_one_cell_or_in_several() -> None:
    first, second, *_ = choice_columns("demanded", SURVEY, SERVICE)
    titles = column_texts(SURVEY, SERVICE)
    assert len(choice_columns("demanded", SURVEY, SERVICE)) == SURVEY.items["demanded"].at_most
    one = read("office;demanded\nA;Skatt | tax|Police\n")["demanded"].tolist()
    many = read(f"office;{titles[first].nb};{second};fte\nA;Skatt;Police;3\nB;;;2\nC;tax;Tax;1\n")
    assert one == ["tax|police"]
    assert many["demanded"].tolist() == ["tax|police", "", "tax"]
    assert many["fte"].tolist() == ["3", "2", "1"]


def test_a_row_of_codes_beneath_the_headings_is_no_office() -> None:
    table = read("Kontor;Hvor mange årsverk har kontoret i alt?\noffice;fte\nA;3\n")
    assert table.index.tolist() == [3]
    assert read("office;fte\noffice;3\n")["office"].tolist() == ["office"]


def test_a_column_of_reasons_is_passed_over_and_its_marks_with_it() -> None:
    texts = [getattr(REASONS, one) for one in LANGUAGES]
    for text in texts:
        table = read(f"{text};office;note.fte\nkolonne A: noe;'=1+1;'-\n")
        assert table.iloc[0].to_dict() == {"office": "=1+1", "note.fte": "-"}
    assert read("office;fte\n'=1+1;3\n")["office"].tolist() == ["'=1+1"]


def test_json_holds_codes_and_nothing_else() -> None:
    one = Assessment("A", {"contact_person": "Ja"}).to_json(model_version=MODEL.version)
    table = read_table(one.encode(), name="a.json", model=MODEL)
    assert [fault.code for fault in table.encoded(table.cells)[1]] == ["unknown_answer"]
