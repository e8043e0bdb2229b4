"""The whole way through a real sign-in: an invitation, the provider, the office, out again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from storage import audit, invitations, offices, people
from storage.access import LOCAL
from tests.running import CONTACT, SAVED, answer
from tools.browser import settle

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from storage import Store
    from tools.sign_in_service import SignInService


def go(page: Page, path: str) -> Page:
    page.goto(path)
    settle(page)
    return page


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def heading(page: Page, name: str) -> None:
    expect(page.get_by_role("heading", name=name, exact=True, level=1)).to_be_visible()


def test_an_invitation_leads_through_the_sign_in_into_the_office_and_out_again(
    store: Store, service: SignInService, tab: Page
) -> None:
    kari = people.sign_in(store, name="Kari", email="kari@moss.no")
    moss = offices.create(store, kari, name="Moss servicetorg")
    token = invitations.make(store, kari, office_id=moss, role="member").token
    service.be("Ola")

    go(tab, f"/invitation?invitation={token}&lang=nb")
    heading(tab, "Logg inn")
    press(tab, "Logg inn")
    heading(tab, "Du er invitert")  # and not the start, where Streamlit leads everyone
    expect(tab.get_by_text("Moss servicetorg")).to_be_visible()
    press(tab, "Ta imot")
    heading(tab, "Historikk")
    expect(tab.get_by_text("Moss servicetorg")).to_be_visible()

    go(tab, "/assess?lang=nb&section=contact")
    answer(tab, CONTACT, "Ja").click()
    expect(tab.get_by_test_id("stBottom").get_by_text(SAVED)).to_be_visible()

    press(tab, "Ola")
    press(tab, "Logg ut")
    heading(tab, "Logg inn")
    go(tab, "/history?lang=nb")
    heading(tab, "Logg inn")
    told = [(event.what, event.name) for event in audit.of_all(store, LOCAL)]
    assert told[0] == ("signed_out", "Ola")
    assert told.count(("signed_in", "Ola")) == 1


def test_a_cookie_that_someone_wrote_lets_nobody_in(service: SignInService, tab: Page) -> None:
    service.be("Per")
    go(tab, "/?lang=nb")
    press(tab, "Logg inn")
    heading(tab, "Hvor godt er servicekontoret?")
    cookies = tab.context.cookies()
    mine = next(one for one in cookies if one["name"] == "_streamlit_user")
    tab.context.add_cookies([{**mine, "value": mine["value"][:-4] + "AAAA"}])  # type: ignore[typeddict-item]
    go(tab, "/?lang=nb")
    heading(tab, "Logg inn")
