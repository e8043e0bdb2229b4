"""Trying and planning in a real browser: what stays in view, what is downloaded, where the focus goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.by_keyboard import see_focus
from tools.browser import settle

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Locator, Page

    Visit = Callable[[str], Page]

EXAMPLE = "/try_out?lang=nb&example=Modelleid+servicetorg"
PHONE = {"width": 390, "height": 844}


def button(page: Page, name: str) -> Locator:
    return page.get_by_test_id("stMain").get_by_role("button", name=name, exact=True)


def answer(visit: Visit) -> Page:
    """An own office with two answers, on the page of the plan."""
    page = visit("/assess?lang=nb&section=competence")
    team = "Har de ansatte brukt tid på å bli ett lag?"
    for question in (team, "Har kontoret vikarer eller andre som kan ta over når noen er borte?"):
        group = page.get_by_role("radiogroup", name=question, exact=True)
        group.get_by_role("radio", name="Nei").click()
        expect(group.locator('[aria-checked="true"]')).to_have_text("Nei")
        settle(page)
    page.get_by_role("link", name="Tiltaksplan", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Tiltaksplan")
    settle(page)
    return page


@pytest.mark.parametrize("size", [{"width": 1280, "height": 800}, PHONE], ids=["desk", "phone"])
def test_the_new_total_stays_in_view_while_one_tries(visit: Visit, page: Page, size: dict[str, int]) -> None:
    page.set_viewport_size({"width": size["width"], "height": size["height"]})
    visit(EXAMPLE)
    bar = page.locator(".st-key-try_bar")
    expect(bar).to_contain_text("Samlet poengsum: 32")
    button(page, "Sett på plass").first.focus()
    page.keyboard.press("Enter")
    expect(bar).to_contain_text("→")
    expect(bar).to_be_in_viewport()
    main = page.get_by_test_id("stMain")
    assert main.evaluate("element => element.scrollWidth <= element.clientWidth")


def test_the_plan_is_taken_along(visit: Visit, tmp_path: Path) -> None:
    page = answer(visit)
    button(page, "Legg til").first.click()
    expect(page.get_by_label("Ansvarlig")).to_be_visible()
    page.get_by_label("Ansvarlig").fill("Kari Nordmann")
    settle(page)
    beginnings = {"PDF med plan": b"%PDF", "Regneark": b"PK", "Saksframlegg (Word)": b"PK"}
    for name, beginning in beginnings.items():
        with page.expect_download() as download:
            button(page, name).click()
        path = tmp_path / download.value.suggested_filename
        download.value.save_as(path)
        assert path.read_bytes().startswith(beginning)


def test_the_focus_follows_a_card_that_a_deadline_moves(visit: Visit) -> None:
    page = answer(visit)
    for count in (1, 2):
        button(page, "Legg til").first.click()
        expect(page.get_by_label("Ansvarlig")).to_have_count(count)
        settle(page)
    titles = page.get_by_test_id("stMain").get_by_role("heading", level=3)
    first, second = titles.nth(0).inner_text(), titles.nth(1).inner_text()
    _type_deadline(page, 0, "01022099")
    _type_deadline(page, 1, "01022098")
    expect(titles.nth(0)).to_have_text(second)
    _type_deadline(page, 0, "01022100")  # and down again
    expect(titles.nth(0)).to_have_text(first)
    # A function, for our own policy stops an expression that is evaluated a second time.
    page.wait_for_function("() => document.activeElement !== document.body")
    held = "document.activeElement.closest('[class*=st-key-plan_card]')?.querySelector('h3').innerText"
    assert page.evaluate(held) == second


def _type_deadline(page: Page, place: int, digits: str) -> None:
    field = page.locator('[data-testid="stDateInput"]').nth(place)
    field.get_by_role("spinbutton").first.focus()
    page.keyboard.type(digits)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    settle(page)


def test_on_a_phone_the_criteria_open_from_the_bar(visit: Visit, page: Page) -> None:
    page.set_viewport_size({"width": PHONE["width"], "height": PHONE["height"]})
    visit(EXAMPLE)
    page.locator(".st-key-try_bar").get_by_role("button").focus()
    page.keyboard.press("Enter")
    table = page.get_by_test_id("stPopoverBody").get_by_role("table")
    expect(table).to_be_in_viewport()
    assert table.evaluate("element => element.scrollWidth <= window.innerWidth")
    page.keyboard.press("Escape")
    expect(table).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_focus_is_seen_on_every_field_of_a_measure(visit: Visit, page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    answer(visit)
    button(page, "Legg til").first.click()
    page.get_by_label("Ansvarlig").focus()
    for _ in range(8):  # three parts of a date and its calendar among them
        see_focus(page)
        page.keyboard.press("Tab")
