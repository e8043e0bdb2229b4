"""What is taken away of a comparison: the offices that are shown, and nothing that tells a hidden name."""

from __future__ import annotations

import dataclasses
import io
import json
import zipfile
from typing import TYPE_CHECKING

import pandas as pd
import pypdfium2  # type: ignore[import-untyped]
import pytest

from scoring.facts import Facts
from scoring.plan import PlannedMeasure
from tests.app.compared import T, example, listed, store, with_examples
from tests.app.taken_files import Files, archive, offered
from tests.pdf_words import pdf_everything, pdf_words
from ui import resources
from ui.comparing import Office

if TYPE_CHECKING:
    from scoring import Assessment
    from tests.app.conftest import Person

pytestmark = pytest.mark.usefixtures("empty_store")

SECRET = "Fru Hemmelighet"  # noqa: S105 - what people wrote


@pytest.fixture
def files(monkeypatch: pytest.MonkeyPatch) -> Files:
    return offered(monkeypatch)


def with_files(person: Person, *offices: Assessment, **query: str) -> Person:
    """Compare the offices of a file."""
    person.at.session_state["memory.compare.files"] = [Office(one.office, "file", one) for one in offices]
    return person.open("compare", lang="nb", **query)


# ------------------------------------------------------------------ what the files hold
def test_every_file_holds_the_offices_that_the_filters_leave(person: Person, files: Files) -> None:
    with_examples(person, type="osk", level="much.some")
    names = set(listed(person))
    assert 2 < len(names) < len(resources.examples())
    person.press("taken_make")
    table = pd.read_csv(io.BytesIO(files["taken_comparison"]()))
    ratings = pd.read_csv(io.BytesIO(files["taken_ratings"]()))
    assert set(table["office"]) == set(ratings["office"]) == names
    sheet = pd.read_excel(io.BytesIO(files["taken_workbook"]()), engine="calamine", sheet_name=1)
    assert set(sheet["office"]) == names
    report = pdf_words(files["taken_report"]())
    assert f"{len(names)} servicekontorer side om side" in report
    assert "Type: " in report
    assert "Samlet nivå: " in report
    assert all(name in report for name in names)
    pdfs = archive(files["taken_zip"]())
    assert len(pdfs) == len(names)
    assert all(any(name in pdf_words(pdf) for pdf in pdfs.values()) for name in names)


@pytest.mark.parametrize("form", ["csv", "json", "parquet"])
def test_the_tables_come_in_three_formats(form: str, person: Person, files: Files) -> None:
    with_examples(person).choose("taken.form", form)
    for key in ("taken_comparison", "taken_ratings"):
        table = getattr(pd, f"read_{form}")(io.BytesIO(files[key]()))
        assert set(table["office"]) == {one.office for one in resources.examples()}


def test_own_weights_rank_in_the_files_too(person: Person, files: Files) -> None:
    def best() -> list[str]:
        table = pd.read_csv(io.BytesIO(files["taken_comparison"]()))
        return list(table.sort_values("rank")["office"])

    with_examples(person)
    usual = best()
    with_examples(person, w="9000000001")
    assert best() != usual
    assert "egne vekter: 1 Etterspørsel 90" in pdf_words(files["taken_report"]())


def test_examples_are_said_to_be_none_in_every_pdf(person: Person, files: Files) -> None:
    first, second = resources.examples()[:2]
    codes = ".".join(Office(one.office, "example", one).code for one in (first, second))
    with_examples(person, of=codes).press("taken_make")
    label = T("report.synthetic")
    assert all(label in pdf_words(pdf) for pdf in archive(files["taken_zip"]()).values())
    assert T("comparison.synthetic") in pdf_words(files["taken_report"]())


def test_cells_that_begin_like_a_formula_are_made_harmless(person: Person, files: Files) -> None:
    one, two = (
        dataclasses.replace(resources.examples()[place], office=name)
        for place, name in ((0, "=1+1"), (3, "@B"))
    )
    with_files(person, one, two)
    for key in ("taken_comparison", "taken_ratings"):
        assert set(pd.read_csv(io.BytesIO(files[key]()))["office"]) == {"'=1+1", "'@B"}
    with zipfile.ZipFile(io.BytesIO(files["taken_workbook"]())) as book:
        formulas = b"".join(book.read(name) for name in book.namelist() if "worksheets/sheet" in name)
    assert b"<f>1+1" not in formulas
    person.press("taken_make")
    assert set(archive(files["taken_zip"]())) == {"1-1.pdf", "b.pdf"}


# ------------------------------------------------------------------ hidden names
def _everything(files: Files) -> dict[str, str]:
    """All that stands in each file, and what its parts are called."""
    found = {key: files[key]().decode(errors="replace") for key in ("taken_comparison", "taken_ratings")}
    found["taken_report"] = pdf_everything(files["taken_report"]())
    book = archive(files["taken_workbook"]())
    found["taken_workbook"] = " ".join(data.decode(errors="replace") for data in book.values())
    pdfs = archive(files["taken_zip"]())
    found["taken_zip"] = " ".join([*pdfs, *map(pdf_everything, pdfs.values())])
    return found


@pytest.mark.parametrize("form", ["csv", "json", "parquet"])
def test_hidden_names_are_in_no_file(form: str, person: Person, files: Files) -> None:
    plan = (PlannedMeasure("case_responsibility", "medium", SECRET, None, "planned", SECRET),)
    facts = Facts(county="18", inhabitants=7654321, tags=(SECRET,))
    offices = [
        dataclasses.replace(one, office=f"Ytre {word}", plan=plan, notes={"relief": SECRET}, facts=facts)
        for one, word in zip(resources.examples(), ("Kvalvåg", "Sørstrand", "Øksnes"), strict=False)
    ]
    with_files(person, *offices, names="hidden").choose("taken.form", form).press("taken_make")
    for key, text in _everything(files).items():
        told = [
            word
            for word in ("Kvalvåg", "kvalvåg", "Sørstrand", "Øksnes", "øksnes", SECRET, "7654321")
            if word in text
        ]
        codes = [Office(one.office, "file", one).code for one in offices]
        assert [*told, *(code for code in codes if code in text)] == [], key
        assert "Kontor A" in text or "Kontor&#32;A" in text, key


def test_shown_names_bring_plans_along(person: Person, files: Files) -> None:
    plan = (PlannedMeasure("case_responsibility", "medium", SECRET),)
    one, two = resources.examples()[:2]
    with_files(person, dataclasses.replace(one, plan=plan), two).press("taken_make")
    assert any(SECRET in pdf_words(pdf) for pdf in archive(files["taken_zip"]()).values())


def test_hidden_offices_come_in_the_order_of_their_aliases(person: Person, files: Files) -> None:
    with_examples(person, names="hidden")
    table = pd.read_csv(io.BytesIO(files["taken_comparison"]()))
    assert list(table["office"][:3]) == ["Kontor A", "Kontor B", "Kontor C"]


def test_aliases_are_those_of_the_screen(person: Person, files: Files) -> None:
    with_examples(person, names="hidden", type="ksk")
    shown = person.at.dataframe[0].value.set_index("office")["total"].dropna().to_dict()
    table = pd.read_csv(io.BytesIO(files["taken_comparison"]())).set_index("office")["total.score"].dropna()
    assert {name: int(score + 0.5) for name, score in table.items()} == shown


# ------------------------------------------------------------------ the files open
def test_every_pdf_opens(person: Person, files: Files) -> None:
    store("Čáhcesuolu 😀", example(0))
    store("Moss", {})
    person.open("compare", lang="nb").press("taken_make")
    for pdf in [files["taken_report"](), *archive(files["taken_zip"]()).values()]:
        assert len(pypdfium2.PdfDocument(pdf)) >= 2
    person.choose("taken.form", "json")
    assert {one["office"] for one in json.loads(files["taken_ratings"]())} == {"Čáhcesuolu 😀", "Moss"}
