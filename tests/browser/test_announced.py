"""What changes away from the focus is told to those who do not see it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.running import CONTACT, SAVED, answer
from tools.browser import settle

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    Visit = Callable[[str], Page]


def test_that_an_answer_is_stored_and_what_becomes_of_the_score(visit: Visit) -> None:
    page = visit("/assess?lang=nb&section=contact")
    told = page.locator("body > [role=status]")
    expect(told).to_have_text("")
    answer(page, CONTACT, "Ja").click()
    expect(told).to_have_text(SAVED)
    expect(told).to_have_text(re.compile("Kan ende mellom"))
    expect(told).not_to_have_text(re.compile("check_circle"))


def test_a_page_that_is_opened_is_no_change(visit: Visit) -> None:
    page = visit("/assess?lang=nb&section=contact")
    page.get_by_test_id("stMain").get_by_role("button", name="5. Tilgang til spesialistene").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("5. Tilgang til spesialistene")
    settle(page)
    assert page.locator("body > [role=status]").text_content() == ""
