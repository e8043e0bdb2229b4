"""The ratings as a spreadsheet: it reckons as the engine does, others read it, and no cell does harm."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest
from python_calamine import CalamineWorkbook

import cli.deliver
import report.sheets
from cli.office_report import example_names
from i18n import LANGUAGES, Language, Translator
from report.code_book import code_book
from report.ratings_table import table_bytes
from report.workbook import CRITERIA, HEADER, LOW, TOTAL, ratings_workbook
from scoring import Answers, Model, Rating, encode, load_model, rate
from scoring.decode import decode
from scoring.encode import all_columns
from scoring.paths import DATA
from scoring.tables import read_answers
from tests.command_line import EXAMPLES, run, write
from tests.office_program import converted
from tests.report_cards import NASTY

if TYPE_CHECKING:
    from pathlib import Path

RISKY = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    '=HYPERLINK("x")',
    "http://example.org",
    NASTY.replace("\ud800", ""),
)
RESULTS, ANSWERS, CODE_BOOK = range(3)


@pytest.fixture(scope="module")
def model() -> Model:
    return load_model()


@pytest.fixture(scope="module")
def answers(model: Model) -> Answers:
    """The forty examples, an office without any answer and one with a single answer."""
    table = decode(read_answers(DATA / "example_offices.csv", model=model), model=model)
    more = pd.DataFrame([{"office": "Tomt"}, {"office": "Ett svar", "contact_person": "yes"}])
    return encode(pd.concat([table, more], ignore_index=True), model=model)


@pytest.fixture(scope="module")
def rating(answers: Answers, model: Model) -> Rating:
    return rate(answers, model=model)


@pytest.fixture(scope="module")
def workbook(rating: Rating, answers: Answers) -> bytes:
    return ratings_workbook(rating, answers, translator=Translator("nb"))


def _rows(book: bytes, sheet: int) -> list[list[object]]:
    opened = CalamineWorkbook.from_filelike(io.BytesIO(book))
    return [list(row) for row in opened.get_sheet_by_index(sheet).to_python(skip_empty_area=False)]


def _parts(book: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(book)) as parts:
        return {name: parts.read(name).decode() for name in parts.namelist()}


def _without_values(book: bytes) -> bytes:
    """The same file with no value beside any formula: who shows one has worked it out."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as out:
        for name, text in _parts(book).items():
            out.writestr(name, re.sub(r"(</f>)<v>[^<]*</v>", r"\1", text))
    return buffer.getvalue()


def _column(rows: list[list[object]], place: int) -> list[float]:
    """Numbers of the results; NaN where a cell is empty."""
    return [float(str(row[place])) if row[place] != "" else np.nan for row in rows]


def _agree(rows: list[list[object]], rating: Rating) -> None:
    """Every number and word of the results is the engine's."""
    levels = [Translator("nb").pick(level.title) for level in rating.model.method.levels.values()]
    body, foot = rows[HEADER + 1 : HEADER + 1 + len(rating.total)], rows[HEADER + 1 + len(rating.total)]
    assert [row[0] for row in body] == list(rating.total.index)
    for place, name in ((TOTAL, "score"), (3, "rated"), (LOW, "low"), (5, "high"), (6, "coverage")):
        assert _column(body, place) == pytest.approx(rating.total[name].to_numpy(), nan_ok=True, abs=1e-9)
    assert [row[2] for row in body] == [levels[at] if at >= 0 else "" for at in rating.total["level"]]
    for place, code in enumerate(rating.model.criteria, start=CRITERIA):
        assert _column(body, place) == pytest.approx(rating.score[code].to_numpy(), nan_ok=True, abs=1e-9)
        assert float(str(foot[place])) == pytest.approx(rating.score[code].mean())
    assert foot[0] == "Gjennomsnitt"
    assert float(str(foot[TOTAL])) == pytest.approx(rating.total["score"].mean())


def test_who_does_not_calculate_reads_the_engines_numbers(workbook: bytes, rating: Rating) -> None:
    assert rating.total["score"].isna().any()
    _agree(_rows(workbook, RESULTS), rating)


def test_libreoffice_works_out_the_engines_numbers(workbook: bytes, rating: Rating, tmp_path: Path) -> None:
    bare = _without_values(workbook)
    assert all(cell == "" for cell in _column_of_texts(_rows(bare, RESULTS), TOTAL))
    _agree(_rows(converted({"bare.xlsx": bare}, "ods", tmp_path)["bare"], RESULTS), rating)


def _column_of_texts(rows: list[list[object]], place: int) -> list[object]:
    return [row[place] for row in rows[HEADER + 1 :]]


def test_libreoffice_follows_a_criterion_that_is_changed(
    rating: Rating, answers: Answers, tmp_path: Path
) -> None:
    """An interval from 0 to 100 leaves the mean of any criteria alone."""
    free = rating.total.assign(low=0.0, high=100.0)
    changed = replace(rating, score=rating.score.fillna(40.0) / 2, total=free)
    book = ratings_workbook(changed, answers, translator=Translator("nb"))
    opened = converted({"bare.xlsx": _without_values(book)}, "ods", tmp_path)["bare"]
    rows = _rows(opened, RESULTS)
    means = changed.score.mean(axis=1).to_numpy()
    assert _column(rows[HEADER + 1 :], TOTAL)[: len(means)] == pytest.approx(means)


def test_libreoffice_opens_every_sheet_without_an_error(workbook: bytes, tmp_path: Path) -> None:
    opened = converted({"book.xlsx": workbook}, "ods", tmp_path)["book"]
    for sheet in (RESULTS, ANSWERS, CODE_BOOK):
        rows, ours = _rows(opened, sheet), _rows(workbook, sheet)
        assert len(rows) == len(ours)
        assert [row[0] for row in rows] == [row[0] for row in ours]
        assert not any(str(cell).startswith(("#", "Err:")) for row in rows for cell in row)


def test_the_answers_are_read_in_again(workbook: bytes, answers: Answers, model: Model) -> None:
    heading, *body = _rows(workbook, ANSWERS)
    assert heading == all_columns(model)
    table = pd.DataFrame(body, columns=[str(title) for title in heading]).astype(object)
    whole = table.map(lambda cell: int(cell) if isinstance(cell, float) and cell.is_integer() else cell)
    again = decode(encode(whole.astype(str), model=model), model=model)
    pd.testing.assert_frame_equal(again, decode(answers, model=model))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_code_book_tells_of_every_column(
    rating: Rating, answers: Answers, language: Language, model: Model
) -> None:
    t = Translator(language)
    rows = _rows(ratings_workbook(rating, answers, translator=t), CODE_BOOK)
    table = code_book(model, t)
    assert rows[0] == list(table.columns)
    assert [row[0] for row in rows[1:]] == all_columns(model)
    told = {str(row[0]): row for row in rows[1:]}
    indicator, criterion = model.indicators["contact_person"], model.criteria["contact"]
    assert told["contact_person"][6] == t.pick(indicator.title)
    assert told["contact_person"][7] == f"{criterion.number} {t.pick(criterion.title)}"
    assert "38" in str(told["contact_person"][8])
    assert told["opened"][6:8] == ["", ""]
    assert all(row[8] for row in rows[5:])  # after the heading, the office and its facts


def test_they_are_real_tables_with_frozen_headings(workbook: bytes) -> None:
    parts = _parts(workbook)
    for number in (1, 2, 3):
        assert "<autoFilter" in parts[f"xl/tables/table{number}.xml"]
        assert 'headerRowCount="0"' not in parts[f"xl/tables/table{number}.xml"]
        assert 'state="frozen"' in parts[f"xl/worksheets/sheet{number}.xml"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_shares_and_amounts_are_written_as_the_language_does(
    rating: Rating, answers: Answers, language: Language
) -> None:
    styles = _parts(ratings_workbook(rating, answers, translator=Translator(language)))["xl/styles.xml"]
    forms = set(re.findall(r'formatCode="([^"]*)"', styles))
    forms |= {"0%"} if 'numFmtId="9"' in styles else set()  # a format that every spreadsheet knows
    assert {"0.0", "0%" if language == "en" else "0\N{NO-BREAK SPACE}%", "#,##0"} <= forms


@pytest.mark.parametrize("text", RISKY)
def test_no_name_is_ever_a_formula_or_a_link(text: str, answers: Answers, model: Model) -> None:
    one = replace(answers.part(slice(0, 1)), offices=np.array([text], dtype=object))
    parts = _parts(ratings_workbook(rate(one, model=model), one, translator=Translator("nb")))
    assert len(re.findall("<f[ >]", parts["xl/worksheets/sheet1.xml"])) == 3 + _means(parts)
    for number in (2, 3):
        assert not re.search("<f[ >]", parts[f"xl/worksheets/sheet{number}.xml"])
    assert not any("<hyperlink" in part for part in parts.values())
    assert ("quotePrefix" in parts["xl/styles.xml"]) is text.strip().startswith(("=", "+", "-", "@"))


def _means(parts: dict[str, str]) -> int:
    return parts["xl/worksheets/sheet1.xml"].count("SUBTOTAL(101,")


def test_any_table_can_be_a_sheet() -> None:
    table = pd.DataFrame({"office": ["=1+1", "Å"], "rank": [1, None], "level": [None, "good"]})
    assert _rows(table_bytes(table, "xlsx"), 0) == [
        ["office", "rank", "level"],
        ["=1+1", 1.0, ""],
        ["Å", "", "good"],
    ]


def test_a_sheet_never_drops_rows_in_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report.sheets, "MOST", 1)
    with pytest.raises(ValueError, match="takes 1 rows, and the table has 2"):
        table_bytes(pd.DataFrame({"office": ["A", "B"]}), "xlsx")


def test_score_writes_it(tmp_path: Path, model: Model) -> None:
    out = tmp_path / "ratings.xlsx"
    result = run("score", EXAMPLES, "--out", out, "--language", "en")
    assert result.exit_code == 0, result.output
    rows = _rows(out.read_bytes(), RESULTS)
    assert rows[HEADER][:2] == ["Office", "Total"]
    assert "40 of the offices are synthetic examples" in str(rows[1][0])
    assert len(example_names()) == 40
    assert _rows(out.read_bytes(), ANSWERS)[0] == all_columns(model)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_score_wrote_is_a_file_of_answers_too(language: Language, tmp_path: Path) -> None:
    out = tmp_path / "ratings.xlsx"
    assert run("score", EXAMPLES, "--out", out, "--language", language).exit_code == 0
    assert run("score", out).stdout == run("score", EXAMPLES).stdout


@pytest.mark.parametrize("command", ["score", "compare"])
def test_too_many_offices_for_a_sheet_are_refused(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cli.deliver, "MOST", 1)
    file = write(tmp_path / "two.csv", "office,fte\nA,3\nB,4\n")
    result = run(command, file, "--out", tmp_path / "two.xlsx")
    assert result.exit_code == 2
    assert "plass til 1 kontorer" in result.stderr
    assert not (tmp_path / "two.xlsx").exists()
