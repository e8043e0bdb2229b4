"""Two thousand spoilt files: each is read or refused with reasons, in good time and within its memory."""

from __future__ import annotations

import random
import resource
import time
from typing import TYPE_CHECKING, Final

import pandas as pd
import pytest

from i18n import Translator
from report.answer_form import answer_form
from report.faulty_rows import faulty_rows
from scoring import Assessment, FaultsError, load_model
from scoring.intake import sort_rows
from scoring.paths import DATA
from scoring.tables import read_table
from tests.in_words import in_words
from tests.workbooks import SHEET, changed, workbook

if TYPE_CHECKING:
    from collections.abc import Callable

MODEL: Final = load_model()
FILES: Final = {
    "csv": 300,
    "json": 500,
    "a spoilt workbook": 600,
    "a workbook with a spoilt part": 550,
    "a form with a spoilt part": 50,
}
"""Files of each kind: two thousand in all."""

CUT_OFF: Final = 0.3
"""How often an accident that may end the file does."""

SECONDS: Final = 2.0
MEGABYTES: Final = 300

TOKENS: Final = [
    *(b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b'"', b'""', b";", b",", b"\t", b"\r", b"\n", b"|", b"'", b"="),
    *(b"\xe5", "\u2028".encode(), "\ufffc".encode(), b"office", b"Kontor", b"1e999", b"-1", b"nan"),
    *(b"{", b"}", b"[", b"]", b"null", b"\\ud800", b"9" * 400, b"a" * 140_000, b"[" * 2000),
    *(b"<", b">", b"/>", b"<c>", b"</c>", b'<c r="XFD1048576"/>', b'<c r="B2" t="e"><v>', b"<f>1</f>"),
    *(
        b"&#0;",
        b'r="A1"',
        b' t="s"',
        b"<v>99999</v>",
        b"<!DOCTYPE a [<!ENTITY b 'c'>]>",
        b"<!--",
        b"]]>",
        b"&b;",
    ),
]
PARTS: Final = [
    *(SHEET, SHEET, SHEET, "xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml"),
    *("[Content_Types].xml", "xl/_rels/workbook.xml.rels"),
]


def spoilt(content: bytes, draw: random.Random) -> bytes:
    """The same bytes with one to six deliberate accidents."""
    data = bytearray(content)
    for _ in range(draw.randint(1, 6)):
        place = draw.randrange(len(data) + 1)
        other = min(len(data), place + draw.choice([1, 2, 10, 200]))
        match draw.randrange(6):
            case 0 if place < len(data):
                data[place] ^= 1 << draw.randrange(8)
            case 1:
                del data[place:other]
            case 2:
                data[place:place] = data[place:other] * draw.choice([1, 3, 50])
            case 3 if draw.random() < CUT_OFF:
                del data[place:]
            case _:
                data[place:place] = draw.choice(TOKENS)
    return bytes(data)


def spoilt_inside(content: bytes, draw: random.Random) -> bytes:
    """A whole workbook one part of which is spoilt."""
    return changed(content, lambda part: spoilt(part, draw), draw.choice(PARTS))


def _csv() -> bytes:
    table = pd.read_csv(DATA / "example_offices.csv", dtype=str, keep_default_na=False, nrows=4)
    asked = ["office", "fte", "opened", "pay", "ladder.tax", "demanded", "contact_person", "gains"]
    return in_words(table[asked], model=MODEL, language="nn").to_csv(index=False, sep=";").encode()


def _json() -> bytes:
    offices = (Assessment(name, {"fte": "3", "contact_person": "yes"}, {"fte": "x"}) for name in "AB")
    return ("[" + ",".join(one.to_json(model_version=MODEL.version) for one in offices) + "]").encode()


def _workbook() -> bytes:
    rows: list[list[object]] = [
        ["Kontor", "fte", "Hvor mange møter opp på kontoret i en vanlig uke?", "contact_person", "opened"],
        *([f"Kontor {number}", number / 2, "Vet ikke", "Delvis", 1999] for number in range(1, 6)),
    ]
    return workbook(Svar=rows)


KINDS: Final[dict[str, tuple[str, Callable[[], bytes], Callable[[bytes, random.Random], bytes]]]] = {
    "csv": ("a.csv", _csv, spoilt),
    "json": ("a.json", _json, spoilt),
    "a spoilt workbook": ("a.xlsx", _workbook, spoilt),
    "a workbook with a spoilt part": ("a.xlsx", _workbook, spoilt_inside),
    "a form with a spoilt part": ("a.xlsx", lambda: answer_form(MODEL, Translator("nb")), spoilt_inside),
}


def take_in(content: bytes, name: str) -> str:
    """What a desk does with a file: sort its rows, and write the faulty ones back."""
    try:
        found = sort_rows(read_table(content, name=name, model=MODEL))
    except FaultsError as error:
        return "refused" if error.faults else "refused without a reason"
    if not found.faults:
        return "good"
    faulty_rows(found, Translator("nn"), form="csv")
    return "mixed"


@pytest.mark.parametrize("kind", KINDS)
def test_a_spoilt_file_is_read_or_refused_with_reasons(kind: str) -> None:
    name, make, spoil = KINDS[kind]
    draw, whole = random.Random(kind), make()  # noqa: S311 - the same files in every run
    assert take_in(whole, name) == ("refused" if "form" in kind else "good")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    seen = set()
    for number in range(FILES[kind]):
        content = spoil(whole, draw)
        begin = time.process_time()
        seen.add(take_in(content, name))
        assert time.process_time() - begin < SECONDS, f"file {number} of {kind}"
    assert (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024 < MEGABYTES
    assert "refused" in seen <= {"refused", "good", "mixed"}
    assert seen & {"good", "mixed"} or kind in {"a spoilt workbook", "a form with a spoilt part"}
