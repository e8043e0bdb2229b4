"""The form as a spreadsheet: what it offers is what is read, in every language and in LibreOffice."""

from __future__ import annotations

import html
import io
import re
import zipfile
from typing import TYPE_CHECKING, Final

import pandas as pd
import pytest
from python_calamine import CalamineWorkbook, SheetVisibleEnum

from i18n import LANGUAGES, Translator
from report.answer_form import FIRST, HELP_LINES, ROWS, answer_form, form_columns
from scoring import encode, load_model, rate
from scoring.answers import NUMERIC
from scoring.counties import counties
from scoring.encode import OFFICE, SEPARATOR, all_columns
from scoring.facts import COUNTY, INHABITANTS, TAGS
from scoring.labels import ANSWER_SHEET, answer_texts
from scoring.paths import DATA
from scoring.sheet import letters
from scoring.tables import read_table
from tests.office_program import converted
from tests.workbooks import SHEET, workbook

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from i18n import Language

MODEL: Final = load_model()
EXAMPLES: Final = pd.read_csv(DATA / "example_offices.csv", dtype=str, keep_default_na=False)
LONGEST_TEXT: Final = 255
"""What a spreadsheet takes in a message or a rule. Source: ECMA-376 part 1, 18.3.1.32."""

_RULE: Final = re.compile(
    r'<dataValidation [^>]*?type="(\w+)"[^>]*?sqref="([A-Z]+)\d+:[^"]*"[^>]*>\s*<formula1>(.*?)</formula1>',
    re.DOTALL,
)


@pytest.fixture(scope="module")
def forms() -> dict[Language, bytes]:
    return {language: answer_form(MODEL, Translator(language)) for language in LANGUAGES}


def part(content: bytes, name: str = SHEET) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return package.read(name).decode()


def rules(content: bytes) -> dict[str, tuple[str, str]]:
    """Column -> kind of rule and its formula."""
    found = _RULE.findall(part(content))
    places = {letters(place): column for place, column in enumerate(form_columns(MODEL))}
    return {places[letter]: (kind, html.unescape(formula)) for kind, letter, formula in found}


def lists(content: bytes) -> dict[str, list[str]]:
    """Column -> what its list offers."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    cells = book.get_sheet_by_index(2).to_python(skip_empty_area=False)
    found = {}
    for column, (kind, formula) in rules(content).items():
        if kind == "list":
            letter, last = re.fullmatch(r"\W*\w+\W*?\$([A-Z]+)\$1:\$\1\$(\d+)", formula).groups()  # type: ignore[union-attr]
            place = [letters(number) for number in range(len(cells[0]))].index(letter)
            found[column] = [str(row[place]) for row in cells[: int(last)]]
    return found


def headings(content: bytes) -> list[list[str]]:
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0)
    return [[str(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]


def filled(content: bytes, language: Language) -> bytes:
    """The form with the answers of the examples, each as its list or its question puts it."""
    rows: list[list[object]] = [list(row) for row in headings(content)]
    offered = lists(content)
    for _, office in EXAMPLES.iterrows():
        rows.append([_cell(column, dict(office), offered, language) for column in form_columns(MODEL)])
    return workbook(**{getattr(ANSWER_SHEET, language): rows})


def _cell(column: str, office: dict[str, str], offered: dict[str, list[str]], language: Language) -> object:
    code, _, place = column.partition(".")
    if column == COUNTY:
        return counties()[office[COUNTY]].name if office[COUNTY] else ""
    if column == TAGS:
        return office[TAGS]
    if column in office:
        text = office[column]
    else:
        text = dict(enumerate(office[code].split(SEPARATOR), start=1)).get(int(place), "")
    texts = answer_texts(column, MODEL.survey, MODEL.service)
    if text in texts:
        word = str(getattr(texts[text], language))
        assert column not in offered or word in offered[column]
        return word
    return float(text) if text and column != OFFICE else text


def test_the_blank_form_is_understood_and_holds_no_offices(forms: dict[Language, bytes]) -> None:
    for form in forms.values():
        table = read_table(form, name="form.xlsx", model=MODEL)
        assert set(table.cells.columns) == set(all_columns(MODEL))
        assert [fault.code for fault in table.encoded(table.cells)[1]] == ["no_offices"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_filled_form_is_rated_as_the_csv(language: Language, forms: dict[Language, bytes]) -> None:
    answers = read_table(filled(forms[language], language), name="form.xlsx", model=MODEL).answers()
    expected = rate(encode(EXAMPLES, model=MODEL), model=MODEL)
    found = rate(answers, model=MODEL)
    pd.testing.assert_frame_equal(found.points, expected.points)
    pd.testing.assert_frame_equal(found.total, expected.total)
    told = encode(EXAMPLES, model=MODEL).facts
    assert answers.facts is not None
    assert told is not None
    places = range(len(EXAMPLES))
    assert [answers.facts.of(place) for place in places] == [told.of(place) for place in places]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_closed_question_offers_all_its_answers(
    language: Language, forms: dict[Language, bytes]
) -> None:
    offered = lists(forms[language])
    for column in form_columns(MODEL):
        code = column.partition(".")[0]
        if column == COUNTY:
            assert offered[column] == [one.name for one in counties().values()]
        elif column in {OFFICE, INHABITANTS, TAGS} or MODEL.items[code].kind in NUMERIC:
            assert column not in offered
        else:
            texts = answer_texts(column, MODEL.survey, MODEL.service)
            assert offered[column] == [getattr(text, language) for text in texts.values()]


def test_each_number_has_its_limits(forms: dict[Language, bytes]) -> None:
    found = rules(forms["nb"])
    assert found.keys() == set(form_columns(MODEL))
    places = dict(zip(form_columns(MODEL), map(letters, range(200)), strict=False))
    fte, persons, cost = (f"{places[column]}3" for column in ("fte", "persons", "setup_cost"))
    assert found["fte"][1] == f"IF(ISNUMBER({fte}),AND({fte}>=0.1,{fte}<=200),OR(FALSE))"
    assert f"{persons}<=500,{persons}=INT({persons})" in found["persons"][1]
    people = f"{places[INHABITANTS]}3"
    assert f"{people}>=0,{people}<=10000000,{people}=INT({people})" in found[INHABITANTS][1]
    assert found["setup_cost"][1].endswith(f'OR({cost}="Vet ikke",{cost}="Gjelder ikke"))')


def _messages(content: bytes) -> Iterator[str]:
    for text in re.findall(r'(?:error|prompt)="([^"]*)"', part(content)):
        yield html.unescape(text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_rule_or_message_is_longer_than_a_spreadsheet_takes(
    language: Language, forms: dict[Language, bytes]
) -> None:
    messages = list(_messages(forms[language]))
    assert len(messages) == 2 * len(form_columns(MODEL))
    assert max(map(len, messages)) <= LONGEST_TEXT
    assert max(len(formula) for _, formula in rules(forms[language]).values()) <= LONGEST_TEXT


def test_the_headings_are_locked_and_the_rest_is_open(forms: dict[Language, bytes]) -> None:
    sheet = part(forms["nb"])
    assert "<sheetProtection " in sheet
    assert 'ySplit="2"' in sheet
    formats = re.findall(
        r"<xf [^>]*?(?:/>|>.*?</xf>)", part(forms["nb"], "xl/styles.xml").split("<cellXfs")[1]
    )
    unlocked = {str(place) for place, one in enumerate(formats) if 'locked="0"' in one}
    columns = re.findall(r'<col [^>]*style="(\d+)"', sheet)
    cells = re.findall(r'<c r="[A-Z]+[12]" s="(\d+)"', sheet)
    assert set(columns) <= unlocked
    assert len(cells) == 2 * len(form_columns(MODEL))
    assert not set(cells) & unlocked


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_instructions_are_in_three_languages_with_ones_own_first(
    language: Language, forms: dict[Language, bytes]
) -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(forms[language]))
    texts = [str(row[0]) for row in book.get_sheet_by_index(1).to_python() if row[0]]
    titles = [Translator(one)("form.help_title") for one in LANGUAGES]
    assert [text for text in texts if text in titles] == sorted(
        titles, key=lambda title: title != Translator(language)("form.help_title")
    )
    assert len(texts) == len(LANGUAGES) * (len(HELP_LINES) + 1)
    assert [one.visible for one in book.sheets_metadata][2] == SheetVisibleEnum.Hidden


def test_libreoffice_opens_the_form_and_keeps_its_rules(forms: dict[Language, bytes], tmp_path: Path) -> None:
    again = converted({"form.xlsx": forms["nn"]}, "xlsx", tmp_path)["form"]
    assert headings(again)[:2] == headings(forms["nn"])
    kept = part(again)
    assert "<sheetProtection " in kept
    ranges = re.findall(r'sqref="([^"]*)"', kept.split("<dataValidations")[1])
    covered = {letter for one in ranges for letter in re.findall(rf"([A-Z]+){FIRST + 1}:", one)}
    assert covered == {letters(place) for place in range(len(form_columns(MODEL)))}
    assert all(f"{FIRST + ROWS}" in one for one in ranges)
    table = read_table(again, name="form.xlsx", model=MODEL)
    assert [fault.code for fault in table.encoded(table.cells)[1]] == ["no_offices"]


def test_libreoffice_saves_the_filled_form_as_it_is_read(
    forms: dict[Language, bytes], tmp_path: Path
) -> None:
    again = converted({"form.xlsx": filled(forms["en"], "en")}, "xlsx", tmp_path)["form"]
    answers = read_table(again, name="form.xlsx", model=MODEL).answers()
    expected = rate(encode(EXAMPLES, model=MODEL), model=MODEL)
    pd.testing.assert_frame_equal(rate(answers, model=MODEL).total, expected.total)
