"""The scorecard's tabs and criteria follow each click, and the address follows them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tools.browser import settle

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
SCORECARD = "/scorecard?lang=nb&example=Liksomnes%20servicekontor"


def _says(page: Page, name: str, value: str) -> None:
    """The address says so, sooner or later: it follows when the page has run."""
    expect(page).to_have_url(re.compile(rf"[?&]{name}={value}(&|$)"))


def _is_silent(page: Page, name: str) -> None:
    expect(page).not_to_have_url(re.compile(rf"[?&]{name}="))


def test_every_click_counts_and_a_link_opens_the_same_place(visit: Callable[[str], Page]) -> None:
    page = visit(SCORECARD)
    for label, name in (("Kriterium for kriterium", "criteria"), ("Tjenestetrappa", "ladder")) * 2:
        page.get_by_role("tab", name=label).click()
        _says(page, "tab", name)
        settle(page)
    page.get_by_role("tab", name="Kriterium for kriterium").click()
    for _ in range(2):
        page.locator("summary").filter(has_text="4 Én sak").click()
        _says(page, "criterion", "contact")
        expect(page.locator("details[open]")).to_have_count(1)
        settle(page)
        page.locator("summary").filter(has_text="4 Én sak").click()
        _is_silent(page, "criterion")
        expect(page.locator("details[open]")).to_have_count(0)
        settle(page)
    page.locator("summary").filter(has_text="4 Én sak").click()
    page.get_by_text("Samarbeid om sammensatte behov", exact=True).first.click()
    _says(page, "indicator", "joint_follow_up")
    settle(page)
    page.reload()
    settle(page)
    expect(page.get_by_role("radio", name="Samarbeid om sammensatte behov")).to_be_checked()
