"""The national picture in a real browser: tabs, links and the way back, which AppTest cannot click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tools.browser import settle

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    Visit = Callable[[str], Page]


def open_tab(page: Page, name: str) -> None:
    page.get_by_role("tab", name=name, exact=True).click()
    expect(page.get_by_role("tab", selected=True)).to_have_text(name)
    settle(page)


def test_every_click_on_a_tab_counts_and_stands_in_the_address(visit: Visit) -> None:
    page = visit("/nation?lang=en")
    for name, view in (("Misprints", "errata"), ("Nine theses", "theses"), ("Challenges", "challenges")):
        open_tab(page, name)
        page.wait_for_url(f"**/nation?lang=en&view={view}")
    open_tab(page, "All figures")
    page.wait_for_url("**/nation?lang=en")


def test_the_way_back_leads_to_the_tab_before(visit: Visit) -> None:
    page = visit("/nation?lang=en&view=theses")
    open_tab(page, "Misprints")
    page.wait_for_url("**view=errata")
    page.go_back()
    expect(page.get_by_role("tab", selected=True)).to_have_text("Nine theses")


def test_a_thesis_leads_to_its_figure_and_the_figure_to_the_next(visit: Visit) -> None:
    page = visit("/nation?lang=en&view=theses")
    main = page.get_by_test_id("stMain")
    main.get_by_role("button", name="Question 39").click()
    heading = page.get_by_role("heading", level=2).first
    expect(heading).to_have_text("Has the office asked its users what they think of the services?")
    expect(page.get_by_role("tab", selected=True)).to_have_text("All figures")
    settle(page)
    main.get_by_role("button", name="Question 40").click()
    page.wait_for_url("**/nation?lang=en&figure=40")


def test_the_checklist_is_answered_and_remembered(visit: Visit) -> None:
    page = visit("/nation?lang=en&view=outside")
    for name in ("No", "Partly"):
        page.get_by_role("radio", name=name, exact=True).first.click()
        settle(page)
    expect(page.get_by_text("1 point is under way.")).to_be_visible()
    page.get_by_role("link", name="Method", exact=True).click()
    page.get_by_role("link", name="The nation", exact=True).click()
    open_tab(page, "Without an office")
    expect(page.get_by_text("1 point is under way.")).to_be_visible()
