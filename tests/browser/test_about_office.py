"""The facts of an office in a real browser: typed one after the other, and there after a reload."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from i18n import Translator
from tools.browser import settle

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

T = Translator("nb")


def _open(page: Page) -> None:
    page.get_by_text(T("about.title"), exact=True).click()
    expect(page.get_by_role("combobox", name=T("about.tags"))).to_be_visible()


def _bear(page: Page, *words: str) -> None:
    """Writes tags one after the other; what is typed while the list is still opening is lost."""
    tags = page.get_by_role("combobox", name=T("about.tags"))
    for word in words:
        settle(page)
        tags.click()
        settle(page)
        if tags.get_attribute("aria-expanded") != "true":  # on a busy machine a click can open and close it
            tags.press("ArrowDown")
        expect(tags).to_have_attribute("aria-expanded", "true")
        tags.press_sequentially(word)
        expect(tags).to_have_value(word)
        expect(page.get_by_role("option").filter(has_text=word)).to_be_visible()
        tags.press("Enter")
        expect(page.get_by_test_id("stMultiSelect")).to_contain_text(word)
        tags.press("Escape")  # the open list hides all else from whoever does not see


def test_county_inhabitants_and_tags_come_back(visit: Callable[[str], Page]) -> None:
    page = visit("/assess?lang=nb")
    _open(page)
    box = page.get_by_test_id("stMultiSelect")
    _bear(page, "kyst", "Vekst")
    county = page.get_by_role("combobox", name=T("about.county"))
    county.click()
    county.press_sequentially("Vestla")
    expect(page.get_by_role("option")).to_have_text(["Vestland"])
    county.press("Enter")
    inhabitants = page.get_by_role("spinbutton", name=T("about.inhabitants"))
    inhabitants.fill("12345")
    inhabitants.press("Enter")
    settle(page)
    expect(page.get_by_test_id("stBottom").get_by_text("Lagret kl.")).to_be_visible()
    page.reload()
    settle(page)
    _open(page)
    expect(box).to_contain_text("kyst")
    expect(box).to_contain_text("Vekst")
    expect(county).to_have_value("Vestland")
    expect(inhabitants).to_have_value("12345")
