"""What is shown as saved is there: after kill -9, a restart under a live page, a lost database."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.running import CONTACT, SAVED, TOGETHER, answer
from tools.app import App
from tools.browser import settle

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, Page

PATH = "/assess?lang=nb&section=contact"


@pytest.fixture
def app(chromium: str, tmp_path: Path) -> Iterator[App]:  # noqa: ARG001 (no browser, no use for a server)
    app = App(tmp_path)
    app.start()
    yield app
    app.kill()


@pytest.fixture
def tab(browser: Browser, app: App) -> Iterator[Page]:
    context = browser.new_context(base_url=app.address, viewport={"width": 1280, "height": 800})
    yield _open(context.new_page(), PATH)
    context.close()


def _open(page: Page, path: str) -> Page:
    page.goto(path)
    settle(page)
    return page


def chosen(page: Page, question: str | re.Pattern[str]) -> Locator:
    return page.get_by_role("radiogroup", name=question).locator('[aria-checked="true"]')


def test_an_answer_shown_as_saved_survives_kill_and_the_first_click_after_is_stored(
    app: App, tab: Page
) -> None:
    for first, second in (("Ja", "Nei"), ("Delvis", "Ja")):
        answer(tab, CONTACT, first).click()
        expect(tab.get_by_test_id("stBottom").get_by_text(SAVED)).to_be_visible()
        settle(tab)
        app.kill()
        app.start()
        expect(tab.get_by_test_id("stConnectionStatus")).to_have_count(0)
        before = tab.get_by_test_id("stBottom").get_by_text(SAVED).inner_text()
        answer(tab, TOGETHER, second).click(timeout=30_000)
        expect(chosen(tab, TOGETHER)).to_have_text(second)
        # The browser draws the click at once; only a new time says that it is stored and a reload shows it.
        expect(tab.get_by_test_id("stBottom").get_by_text(SAVED)).not_to_have_text(before)
        settle(tab)
        tab.reload()
        settle(tab)
        expect(chosen(tab, CONTACT)).to_have_text(first)
        expect(chosen(tab, TOGETHER)).to_have_text(second)


def test_a_second_tab_shows_the_same_and_both_are_heard(tab: Page) -> None:
    answer(tab, CONTACT, "Ja").click()
    expect(tab.get_by_test_id("stBottom").get_by_text(SAVED)).to_be_visible()
    settle(tab)
    other = _open(tab.context.new_page(), tab.url)
    expect(chosen(other, CONTACT)).to_have_text("Ja")
    answer(other, CONTACT, "Nei").click()
    expect(chosen(other, CONTACT)).to_have_text("Nei")
    settle(other)
    answer(other, TOGETHER, "Ja").click()
    expect(other.get_by_text("2 av 2 svar er gitt")).to_be_visible()
    settle(other)
    answer(tab, CONTACT, "Delvis").click()
    expect(tab.get_by_text("Du svarte: Delvis")).to_be_visible()
    expect(
        tab.get_by_test_id("stBottom").get_by_text("Ett svar er endret fra et annet vindu")
    ).to_be_visible()
    settle(tab)
    expect(tab.get_by_role("heading", level=1)).not_to_be_focused()
    expect(chosen(tab, CONTACT)).to_have_text("Nei")
    tab.get_by_role("button", name="Bruk mitt svar").click()
    expect(tab.get_by_text("Du svarte: Delvis")).to_have_count(0)
    settle(tab)
    expect(chosen(tab, CONTACT)).to_have_text("Delvis")
    other.reload()
    settle(other)
    expect(chosen(other, CONTACT)).to_have_text("Delvis")


def test_answers_wait_while_the_database_is_gone(app: App, tab: Page) -> None:
    answer(tab, CONTACT, "Ja").click()
    expect(tab.get_by_test_id("stBottom").get_by_text(SAVED)).to_be_visible()
    settle(tab)
    away = app.store.rename(app.store.with_suffix(".away"))
    answer(tab, CONTACT, "Nei").click()
    expect(tab.get_by_text("Ikke lagret.")).to_be_visible()
    expect(tab.get_by_test_id("stBottom").get_by_text(SAVED)).to_have_count(0)
    expect(chosen(tab, CONTACT)).to_have_text("Nei")
    away.rename(app.store)
    expect(tab.get_by_test_id("stBottom").get_by_text(SAVED)).to_be_visible(timeout=15_000)
    tab.reload()
    settle(tab)
    expect(chosen(tab, CONTACT)).to_have_text("Nei")


def test_the_start_page_leads_back_to_what_is_stored(tab: Page) -> None:
    answer(tab, CONTACT, "Ja").click()
    expect(tab.get_by_test_id("stBottom").get_by_text(SAVED)).to_be_visible()
    settle(tab)
    _open(tab, "/?lang=nb")
    tab.get_by_role("button", name="Åpne", exact=True).click()
    expect(tab.get_by_role("heading", level=1)).to_have_text("Vurder kontoret")
    settle(tab)
    tab.get_by_test_id("stMain").get_by_role("button", name="4. Én kontaktperson").first.click()
    expect(chosen(tab, CONTACT)).to_have_text("Ja")


def test_the_first_click_after_a_restart_is_stored_in_a_field_that_was_cleared_too(
    app: App, tab: Page
) -> None:
    answer(tab, CONTACT, "Ja").click()
    expect(tab.get_by_test_id("stBottom").get_by_text(SAVED)).to_be_visible()
    tab.get_by_role("button", name="Fjern svaret").click()
    expect(chosen(tab, CONTACT)).to_have_count(0)
    settle(tab)
    app.kill()
    app.start()
    answer(tab, CONTACT, "Nei").click(timeout=30_000)
    expect(chosen(tab, CONTACT)).to_have_text("Nei")
    expect(tab.get_by_text("1 av 2 svar er gitt")).to_be_visible()
    settle(tab)
    tab.reload()
    settle(tab)
    expect(chosen(tab, CONTACT)).to_have_text("Nei")
