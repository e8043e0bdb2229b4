"""The comparison in a real browser: tabs and the way back, a marked row, and all of it by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from i18n import Translator
from i18n.alphabet import name_key
from tests.browser.by_keyboard import tab_to
from tools.browser import settle
from ui import resources

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    Visit = Callable[[str], Page]

T = Translator("nb")
EXAMPLES = "/compare?lang=nb&from=examples"
VIEWS = ("heat", "spread", "ranks", "pair", "shared")
ROW, BOX = 36, 16  # pixels: a row of the table, and where in it the box to mark it is


@pytest.fixture(scope="module")
def app_url(fresh_app: str) -> str:
    """A store of one's own: the empty pages are to be empty."""
    return fresh_app


def test_every_tab_is_one_step_of_the_way_back(visit: Visit) -> None:
    page = visit(EXAMPLES)
    for view in VIEWS:
        page.get_by_role("tab", name=T(f"compare.view.{view}"), exact=True).click()
        page.wait_for_url(f"**view={view}")
        settle(page)
    for view in reversed(("table", *VIEWS[:-1])):
        page.go_back()
        expect(page.get_by_role("tab", selected=True)).to_have_text(T(f"compare.view.{view}"))
        settle(page)


def test_a_marked_row_opens_the_office(visit: Visit) -> None:
    page = visit(EXAMPLES)
    table = page.get_by_test_id("stDataFrame").locator("canvas").first
    table.click(position={"x": BOX, "y": ROW * 1.5}, force=True)  # what scrolls lies over what is drawn
    page.wait_for_url("**/scorecard?**")
    names = {one.office for one in resources.examples()}
    expect(page.get_by_role("heading", level=1)).not_to_have_text(T("compare.title"))
    assert page.get_by_role("heading", level=1).inner_text() in names
    settle(page)
    page.go_back()
    page.wait_for_url("**/compare?**")
    settle(page)
    expect(page.get_by_role("heading", level=1)).to_have_text(T("compare.title"))


def test_a_click_on_the_heading_sorts_by_the_norwegian_alphabet(visit: Visit) -> None:
    page = visit(EXAMPLES)  # in a browser that is set to English, where ø is an o
    table = page.get_by_test_id("stDataFrame")
    rows = table.locator("tbody tr")
    names = sorted((one.office for one in resources.examples()), key=name_key)
    for first, second in (names[:2], names[:-3:-1]):  # up, then down
        table.locator("canvas").first.click(position={"x": ROW * 3, "y": ROW / 2}, force=True)
        expect(rows.nth(0)).to_contain_text(first)
        expect(rows.nth(1)).to_contain_text(second)


def test_from_nothing_to_hidden_names_and_an_opened_office_by_keyboard(visit: Visit) -> None:
    page = visit("/compare?lang=nb")
    tab_to(page, page.get_by_role("button", name="eksempelkontorer"))
    page.keyboard.press("Enter")
    page.wait_for_url("**from=examples")
    settle(page)
    tab_to(page, page.get_by_role("switch", name=T("compare.hide")))
    page.keyboard.press("Space")
    page.wait_for_url("**names=hidden**")
    settle(page)
    text = page.get_by_test_id("stMain").inner_text()
    assert not [one.office for one in resources.examples() if one.office in text]
    tab_to(page, page.get_by_role("button", name=T("compare.open"), exact=True))
    page.keyboard.press("Enter")
    page.wait_for_url("**/scorecard?**")
