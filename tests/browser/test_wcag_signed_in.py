"""Where people sign in: their pages break no rule of WCAG 2.1 A or AA that axe-core can see either."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from storage import LOCAL, Change, Outline, answers, assessments, invitations, offices, people, pool
from tests.browser.wcag import (
    broken_on_a_desktop,
    broken_when_larger,
    broken_when_open,
    on_a_dark_desktop,
)
from tools.browser import settle
from ui import resources

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from storage import Store
    from tools.sign_in_service import SignInService

LENDERS = 7
COMPLETE = 1
"""The example whose answers they lend has every score."""


@pytest.fixture(scope="module")
def lenders(store: Store) -> str:
    """Seven offices that lend, the first of them of Anne, who looks after people too; gives its id."""
    anne = people.sign_in(store, name="Anne", email="anne@moss.no")
    outline = Outline(resources.examples()[0].date, resources.model().version, resources.figures().version)
    given = [Change(key, text) for key, text in resources.examples()[COMPLETE].answers.items()]
    made = []
    for number in range(LENDERS):
        by = LOCAL if number else anne
        made.append(offices.create(store, by, name=f"Servicetorg {number}"))
        place = assessments.create(store, by, office_id=made[-1], outline=outline)
        answers.save(store, by, assessment_id=place, changes=given)
        assessments.lock(store, by, assessment_id=place)
        pool.lend(store, by, office_id=made[-1])
    return made[0]


def test_the_door(tab: Page) -> None:
    on_a_dark_desktop(tab)
    tab.goto("/?lang=nb")
    settle(tab)
    assert broken_on_a_desktop(tab) + broken_when_larger(tab) == []


def test_the_pages_of_who_is_signed_in(store: Store, service: SignInService, lenders: str, tab: Page) -> None:
    token = invitations.make(store, LOCAL, office_id=lenders, role="viewer").token
    service.be("Anne")
    tab.goto("/?lang=nb")
    settle(tab)
    tab.get_by_role("button", name="Logg inn", exact=True).click()
    expect(tab.get_by_role("heading", level=1)).to_have_text("Hvor godt er servicekontoret?")
    broken = []
    for path in ("sharing", "people", f"invitation?invitation={token}", "nation?view=today"):
        on_a_dark_desktop(tab)
        tab.goto(f"/{path}{'&' if '?' in path else '?'}lang=nb")
        settle(tab)
        found = broken_on_a_desktop(tab) + broken_when_open(tab) + broken_when_larger(tab)
        broken += [f"{path}: {one}" for one in found]
    assert broken == []
    expect(tab.get_by_test_id("stVegaLiteChart").first).to_be_visible()
