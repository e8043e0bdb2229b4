"""Scorecards made on the page: a click in between does not end the work, and they come as one file."""

from __future__ import annotations

import re
import zipfile
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from i18n import Translator
from tools.browser import settle

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    Visit = Callable[[str], Page]

T = Translator("nb")
EXAMPLES = "/compare?lang=nb&from=examples"
ALL = 40


SOME_MADE = re.compile(r"Lager resultatkort: [1-9]\d* av 40")


def begin(page: Page) -> int:
    """Ask for the scorecards and wait until some are made; gives how many."""
    page.get_by_role("button", name=T.plural("taken.make", ALL)).click()
    words = page.get_by_text(SOME_MADE).first.text_content()
    return int((words or "").split()[2])


def test_a_click_on_another_tab_goes_on_with_the_work_and_the_file_comes_down(visit: Visit) -> None:
    page = visit(EXAMPLES)
    begin(page)
    page.get_by_role("tab", name=T("compare.view.heat")).click()
    page.wait_for_url("**view=heat")
    ready = page.get_by_role("button", name=T("taken.zip"))
    expect(ready).to_be_visible(timeout=60_000)
    settle(page)
    with page.expect_download() as download:
        ready.click()
    assert download.value.suggested_filename == f"{T('taken.file_zip')}.zip"
    with zipfile.ZipFile(download.value.path()) as archive:
        assert len(archive.namelist()) == ALL


def test_the_work_is_stopped_and_begun_again_where_it_was(visit: Visit) -> None:
    page = visit(EXAMPLES)
    made = begin(page)
    page.get_by_role("button", name=T("app.stop")).click()
    expect(page.get_by_text("Lager resultatkort")).to_have_count(0)
    settle(page)
    expect(page.get_by_role("button", name=T("taken.zip"))).to_have_count(0)
    assert begin(page) >= made
    expect(page.get_by_role("button", name=T("taken.zip"))).to_be_visible(timeout=60_000)


def test_the_report_comes_down(visit: Visit) -> None:
    page = visit(f"{EXAMPLES}&names=hidden")
    with page.expect_download() as download:
        page.get_by_role("button", name=T("taken.report")).click()
    assert download.value.path().read_bytes().startswith(b"%PDF")
