"""What an owner decides about an office that others share, by keyboard alone, from the door on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from playwright.sync_api import expect

from i18n import Translator
from storage import LOCAL, audit, invitations, offices, people
from tests.browser.by_keyboard import button, choose, look_into, press, tab_to
from tools.browser import settle

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from storage import Actor, Store
    from tools.sign_in_service import SignInService

T: Final = Translator("nb")


def shared_by(store: Store, owner: Actor) -> str:
    """An office of the owner, to which Ola belongs; gives its id."""
    office = offices.create(store, owner, name="Moss servicetorg")
    ola = people.sign_in(store, name="Ola", email="ola@moss.no")
    token = invitations.make(store, owner, office_id=office, role="member").token
    invitations.accept(store, ola, token=token)
    return office


def to_sharing(page: Page) -> None:
    """From the door to the page about sharing, which is in the person's own menu."""
    page.goto("/?lang=nb")
    settle(page)
    tab_to(page, button(page, T("sign_in.do")))
    page.keyboard.press("Enter")
    expect(
        button(page, "Kari")
    ).to_be_visible()  # on a page that is loaded anew, which begins without a focus
    settle(page)
    link = page.get_by_role("link", name=T("app.sharing"))
    look_into(page, button(page, "Kari"), link)
    page.keyboard.press("Enter")
    press(page, link, then=page.get_by_role("heading", name=T("sharing.members")))


def let_go(page: Page) -> None:
    """Ola may do less, then nothing."""
    choose(page, page.get_by_role("combobox", name=T("sharing.role_of", name="Ola")), T("role.viewer"))
    remove, sure = button(page, T("sharing.remove")), button(page, T("sharing.remove_do"))
    look_into(page, remove, sure)
    page.keyboard.press("Enter")
    press(page, sure, then=page.get_by_role("heading", name=T("sharing.members")))
    expect(remove).to_have_count(0)


def invite(page: Page) -> None:
    """Makes a link and calls it back; the focus does not go to the next button, which lends the answers."""
    choose(page, page.get_by_role("combobox", name=T("sharing.invite_as"), exact=True), T("role.consultant"))
    press(page, button(page, T("sharing.invite_do")), then=page.get_by_test_id("stCode"))
    press(page, button(page, T("sharing.revoke")), then=page.get_by_text(T("pool.lend.not")))
    expect(button(page, T("sharing.revoke"))).to_have_count(0)
    expect(page.locator(":focus")).to_have_role("heading")


def test_an_office_is_shared_and_lent_and_both_are_taken_back(
    store: Store, service: SignInService, tab: Page
) -> None:
    office = shared_by(store, people.sign_in(store, name="Kari", email="kari@moss.no"))
    service.be("Kari")
    to_sharing(tab)
    let_go(tab)
    invite(tab)
    press(tab, button(tab, T("pool.lend.do")), then=button(tab, T("pool.lend.undo")))
    press(tab, button(tab, T("pool.lend.undo")), then=button(tab, T("pool.lend.do")))
    done = [(one.what, one.detail.get("role")) for one in audit.of_office(store, LOCAL, office_id=office)]
    assert done[:6] == [
        ("withdrawn", None),
        ("lent", None),
        ("revoked", None),
        ("invited", "consultant"),
        ("removed", None),
        ("role_changed", "viewer"),
    ]
