"""The scorecard's tabs and criteria follow each click, and the address follows them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest

from tools.browser import settle

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
SCORECARD = "/scorecard?lang=nb&example=Liksomnes%20servicekontor"


def _says(page: Page, name: str) -> str | None:
    return parse_qs(urlsplit(page.url).query).get(name, [None])[0]


def test_every_click_counts_and_a_link_opens_the_same_place(visit: Callable[[str], Page]) -> None:
    page = visit(SCORECARD)
    for label, name in (("Kriterium for kriterium", "criteria"), ("Tjenestetrappa", "ladder")) * 2:
        page.get_by_role("tab", name=label).click()
        settle(page)
        assert _says(page, "tab") == name
    page.get_by_role("tab", name="Kriterium for kriterium").click()
    for opened in (1, 0, 1):
        page.locator("summary").filter(has_text="4 Én sak").click()
        settle(page)
        assert page.locator("details[open]").count() == opened
        assert _says(page, "criterion") == ("contact" if opened else None)
    page.get_by_text("Samarbeid om sammensatte behov", exact=True).first.click()
    settle(page)
    assert _says(page, "indicator") == "joint_follow_up"
    page.reload()
    settle(page)
    assert page.get_by_role("radio", name="Samarbeid om sammensatte behov").is_checked()
