"""Workbooks are read as the texts that CSV would hold, whatever a spreadsheet makes of a cell."""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import subprocess
import sys
import time
import zipfile
from typing import Any, Final

import pytest

from scoring import FaultsError, load_model
from scoring.tables import read_table
from scoring.xlsx_reader import read_xlsx
from tests.workbooks import SHEET, changed, with_lie, with_part, workbook, written

MODEL: Final = load_model()
MEGABYTES: Final = 300
SECONDS: Final = 2.0
HEADING: Final = ["office", "fte"]

READ: Final = """
import contextlib, resource, sys
from scoring import FaultsError
from scoring.xlsx_reader import read_xlsx
content = sys.stdin.buffer.read()
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
with contextlib.suppress(FaultsError):
    read_xlsx(content, name="a.xlsx")
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""


def cell(value: object, form: str = "") -> list[str]:
    """What is read of a cell that a spreadsheet shows in a format."""

    def write(book: Any) -> None:  # noqa: ANN401 - has no types
        sheet = book.add_worksheet()
        sheet.write_string(0, 0, "office")
        sheet.write(1, 0, value, book.add_format({"num_format": form}) if form else None)

    return [cells[0] for _, cells in read_xlsx(written(write), name="a.xlsx").rows]


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        (3, "", "3"),
        (3.0, "0.00", "3"),
        (3.5, "", "3.5"),
        (0.1 + 0.2, "", "0.3"),
        (1250000, "#,##0", "1250000"),
        (-4, "", "-4"),
        (True, "", "TRUE"),
        ("  Bø \n Ås ", "", "Bø \n Ås"),
        ("0301", "", "0301"),
        ("=1+1", "", "=1+1"),
        (dt.date(2003, 6, 30), "yyyy-mm-dd", "2003-06-30"),
        (dt.datetime(2003, 6, 30, 12, 30), "dd.mm.yyyy hh:mm", "2003-06-30 12:30:00"),  # noqa: DTZ001
        (0.5, "0%", "50%"),
        (0.355, "0.0%", "35.5%"),
        (0.35, "0.00 %", "35%"),
        (1, "0%", "100%"),
        (0.5, "0.00", "0.5"),
    ],
)
def test_a_cell_is_the_text_that_csv_would_hold(value: object, form: str, text: str) -> None:
    assert cell(value, form) == [text]


def _formula(stored: object) -> bytes:
    def write(book: Any) -> None:  # noqa: ANN401 - has no types
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEADING)
        sheet.write_string(1, 0, "A")
        sheet.write_formula(1, 1, "=A1", None, stored)

    return written(write)


@pytest.mark.parametrize("stored", [7, 0, "Eksempelvik"])
def test_a_formula_is_read_as_its_stored_value(stored: object) -> None:
    assert read_xlsx(_formula(stored), name="a.xlsx").rows == [(2, ["A", str(stored)])]


def test_a_formula_may_have_come_to_an_empty_text() -> None:
    content = changed(_formula(""), lambda part: part.replace(b'"B2"><f>', b'"B2" t="str"><f>'))
    assert read_xlsx(content, name="a.xlsx").rows == [(2, ["A", ""])]


def test_the_forms_sheet_is_read_or_else_the_first_that_holds_anything() -> None:
    def title(**sheets: list[list[object]]) -> str:
        return read_xlsx(workbook(**sheets), name="a.xlsx").name

    rows: list[list[object]] = [["office"], ["A"]]
    assert title(Ark1=rows, Svar=rows) == "Svar"
    assert title(Ark1=rows, ANSWERS=rows) == "ANSWERS"
    assert title(Ark1=[], Ark2=rows, Ark3=rows) == "Ark2"
    assert title(Ark1=rows, Svar=[]) == "Ark1"


def test_rows_are_counted_as_in_the_sheet() -> None:
    content = workbook(Ark1=[[], [None, "office"], [], [None, "A"]])
    table = read_table(content, name="a.xlsx", model=MODEL)
    assert table.cells.index.tolist() == [4]
    assert table.cells["office"].tolist() == ["A"]


def test_what_lies_beside_the_cells_does_no_harm() -> None:
    content = with_part(workbook(Svar=[HEADING, ["A", 3]]), "xl/media/image1.png", bytes(100_000))
    assert read_table(content, name="a.xlsx", model=MODEL).answers().values["fte"].tolist() == [3]


@pytest.mark.parametrize(
    "cell",
    [
        b'<c r="XFD1048576"/>',
        b"<c\nr='XFD1048576' />",
        b'<c s="0" r = "XFD1048576"><v>1</v></c>',
        b'<x:c r="XFD1048576"/>',
        b'<a/b:c r="XFD1048576"/>',
        b"""<c x=' r="A1"' r="XFD1048576"/>""",
        b"""<c x=">" r="XFD1048576"/>""",
        b"""<c x="1"r="XFD1048576" r="A1"/>""",
        b'<c r="&#88;FD1048576"/>',
        b'<c r="xfd1048576"/>',
        b'<c r="XFD1048576" r="A1"/>',
    ],
)
def test_a_cell_far_away_is_found_however_it_is_written(cell: bytes) -> None:
    content = changed(
        workbook(Svar=[HEADING, ["A", 3]]), lambda part: part.replace(b"</row>", cell + b"</row>", 1)
    )
    with pytest.raises(FaultsError) as caught:
        read_xlsx(content, name="a.xlsx")
    assert {fault.code for fault in caught.value.faults} <= {"too_many_rows", "not_xlsx"}


@pytest.mark.parametrize("part", [SHEET, "xl/styles.xml"])
@pytest.mark.parametrize(
    "piece",
    [b"<c ", b"<c>", b"<v ", b"</c ", b"<numFmt ", b"<cellXfs ", b"<xf ", b" r=", b"<f", b"t =", b"      "],
)
def test_no_repetition_keeps_the_reader_busy(part: str, piece: bytes) -> None:
    content = changed(
        workbook(Svar=[HEADING, ["A", 3]]),
        lambda old: old.replace(b"><", b">" + piece * 200_000 + b"<", 4),
        part,
    )
    begin = time.process_time()
    with contextlib.suppress(FaultsError):
        read_xlsx(content, name="a.xlsx")
    assert time.process_time() - begin < SECONDS


def grown(content: bytes) -> int:
    """Megabytes that a new process needs more than before to read or refuse a workbook."""
    run = subprocess.run([sys.executable, "-c", READ], input=content, capture_output=True, check=True)
    return int(run.stdout)


def test_the_largest_sheet_keeps_within_its_memory() -> None:
    """Two cells as far apart as they may be: a reader makes room for all between them."""
    content = changed(
        workbook(Svar=[HEADING, ["A", 3]]), lambda part: part.replace(b'r="B2"', b'r="IP20000"')
    )
    assert grown(content) < MEGABYTES


def test_a_header_that_lies_about_a_size_is_found_out_before_the_rest_is_unpacked() -> None:
    content = with_lie(workbook(Svar=[HEADING, ["A", 3]]), 200)
    with pytest.raises(FaultsError) as caught:
        read_xlsx(content, name="a.xlsx")
    assert [fault.code for fault in caught.value.faults] == ["not_xlsx"]
    assert grown(content) < 100


def test_the_tests_own_workbooks_are_whole() -> None:
    content = changed(workbook(Svar=[HEADING, ["A", 3]]), lambda part: part)
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert package.testzip() is None
