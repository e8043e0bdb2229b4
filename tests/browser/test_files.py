"""Offices from files in a real browser: the real uploader, files taken away and brought back, by keyboard."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Final

import pytest
from playwright.sync_api import expect

from i18n import Translator
from tests.browser.by_keyboard import tab_to
from tools.browser import settle

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import FilePayload, Page

    Visit = Callable[[str], Page]

T: Final = Translator("nb")
FAULTY: Final = "Kontor;relief;fte\nÅs;Ja;3\nBø;tja;2,5\nOs;Nei;mange\n"


@pytest.fixture(scope="module")
def app_url(fresh_app: str) -> str:
    """A store of one's own: offices that others have stored would stand beside those of the files."""
    return fresh_app


def file(name: str, content: bytes) -> FilePayload:
    return {"name": name, "mimeType": "application/octet-stream", "buffer": content}


def choose(page: Page, *files: FilePayload) -> None:
    """Give files to the page's own field, and wait until each has been read."""
    page.locator('input[type="file"]').set_input_files(list(files))
    for one in files:
        expect(page.get_by_role("heading", name=one["name"], exact=True)).to_be_visible()
    settle(page)


def press(page: Page, name: str) -> None:
    """Press a button by keyboard."""
    tab_to(page, page.get_by_role("button", name=name, exact=True))
    page.keyboard.press("Enter")
    settle(page)


def test_faulty_rows_are_taken_away_mended_and_brought_back_by_keyboard(visit: Visit, tmp_path: Path) -> None:
    page = visit("/compare?lang=nb")
    press(page, T("compare.to_files"))
    page.wait_for_url("**/files?**")
    choose(page, file("kommuner.csv", FAULTY.encode("cp1252")))
    page.get_by_role("table").get_by_text("tja", exact=True).wait_for()
    with page.expect_download() as download:
        press(page, T.plural("files.faulty_csv", 2))
    kept = tmp_path / "rader.csv"
    download.value.save_as(kept)
    press(page, T.plural("files.take", 1))
    rows = list(csv.reader(kept.read_text("utf-8-sig").splitlines(), delimiter=";"))
    at = {row[1]: row for row in rows}
    at["Bø"][2], at["Os"][3] = "Delvis", "4"
    mended = "\n".join(";".join(f'"{cell}"' for cell in row) for row in rows)
    choose(page, file("rettet.csv", mended.encode()))
    press(page, T.plural("files.take", 2))
    expect(page.get_by_text(T.plural("files.held_count", 3))).to_be_visible()
    press(page, T("files.compare"))
    page.wait_for_url("**/compare?**")
    settle(page)
    expect(page.get_by_text("3 av 3 kontorer")).to_be_visible()
    press(page, T("compare.open"))
    page.wait_for_url("**/scorecard?**file=**")
    expect(page.get_by_text(T("scorecard.file.badge"))).to_be_visible()


def test_a_file_of_a_wrong_kind_is_told_why_in_the_persons_language(visit: Visit) -> None:
    page = visit("/files?lang=nn")
    choose(page, file("brev.pdf", b"%PDF-1.7"))
    expect(page.get_by_text(Translator("nn")("files.refused"))).to_be_visible()
